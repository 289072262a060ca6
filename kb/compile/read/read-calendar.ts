import { message } from '../../../wording/message.ts'
import { writeInstead } from '../../language/write-instead.ts'
import { sayDay } from '../../values/plain-date.ts'
import type { Calendar } from '../../program/vocabulary.ts'
import { didYouMean } from './did-you-mean.ts'
import { type Fields, isWord, keyNamed, readDay, readEntries, readFields, readText, refuseWord } from './read-fields.ts'
import type { Report } from './problem.ts'
import type { Entry } from './yaml-tree.ts'

export const CALENDAR_KEYS = ['title', 'weekend', 'from', 'to', 'source', 'holidays']

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** Which days are worked, with its holidays as data. Null when it has no usable name or period. */
export function readCalendar({ key, value }: Entry, report: Report): Calendar | null {
  const fields = readFields(value, message('gate.what.calendar', { name: key.text }), CALENDAR_KEYS, report)
  if (!fields) return null
  if (!isWord(key.text)) refuseWord(key, message('gate.nameOf.calendar'), report)
  const title = fields.requiredText('title', message('gate.calendars.title', { code: 'title: England and Wales' }))
  const [from, to] = readPeriod(fields, report)
  const weekend = readWeekend(fields, report)
  if (from === null || to === null) return null
  return {
    name: key.text,
    title: title?.text ?? key.text,
    weekend,
    holidays: readHolidays(fields, from, to, report),
    from,
    to,
    source: fields.text('source')?.text ?? null,
  }
}

function readPeriod(fields: Fields, report: Report): readonly [number | null, number | null] {
  fields.requiredText('from', message('gate.calendars.from'))
  fields.requiredText('to', message('gate.calendars.to'))
  const from = fields.day('from')
  const to = fields.day('to')
  if (from === null || to === null || from <= to) return [from, to]
  report(fields.placeOf('to'), {
    code: 'ORDER_OF_DATES',
    message: message('gate.endsOn', { day: sayDay(to) }),
    fix: message('gate.calendars.swap'),
  })
  return [null, null]
}

function readWeekend(fields: Fields, report: Report): ReadonlySet<number> {
  const weekend = new Set<number>()
  if (!fields.tree('weekend'))
    report(fields.placeOf('weekend'), {
      code: 'MISSING_KEY',
      message: message('gate.calendars.noWeekend'),
      fix: writeInstead('weekend: [saturday, sunday]'),
    })
  for (const day of fields.texts('weekend')) {
    const index = DAYS.indexOf(day.text)
    if (index < 0)
      report(day.place, {
        code: 'UNKNOWN_NAME',
        message: message('gate.calendars.noWeekday', { name: day.text }),
        fix: didYouMean(day.text, DAYS, message('gate.writeOneOf', { choices: { any: DAYS } })),
      })
    else if (weekend.has(index + 1))
      report(day.place, {
        code: 'DUPLICATE',
        message: message('gate.twice', { name: day.text }),
        fix: message('gate.keepOne'),
      })
    else weekend.add(index + 1)
  }
  if (weekend.size === 7)
    report(fields.placeOf('weekend'), {
      code: 'RANGE',
      message: message('gate.calendars.noWork'),
      fix: message('gate.calendars.leaveOut'),
    })
  return weekend
}

function readHolidays(fields: Fields, from: number, to: number, report: Report): ReadonlyMap<number, string> {
  const holidays = new Map<number, string>()
  for (const { key, value } of readEntries(fields.tree('holidays'), keyNamed('holidays'), report)) {
    const day = readDay(key, report)
    if (day === null) continue
    if (day < from || day > to)
      report(key.place, {
        code: 'RANGE',
        message: message('gate.calendars.outside', { day: key.text, from: sayDay(from), to: sayDay(to) }),
        fix: message('gate.calendars.widen'),
      })
    const name =
      value.kind === 'nothing' ? null : readText(value, message('gate.what.holiday', { day: key.text }), report)
    if (!name)
      report(key.place, {
        code: 'MISSING_KEY',
        message: message('gate.calendars.noName', { day: key.text }),
        fix: message('gate.calendars.holidayExample'),
      })
    holidays.set(day, name?.text ?? '')
  }
  return holidays
}
