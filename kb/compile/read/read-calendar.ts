import { sayDay } from '../../values/plain-date.ts'
import type { Calendar } from '../../program/vocabulary.ts'
import { didYouMean } from './did-you-mean.ts'
import { type Fields, isWord, readDay, readEntries, readFields, readText, refuseWord } from './read-fields.ts'
import type { Report } from './problem.ts'
import type { Entry } from './yaml-tree.ts'

export const CALENDAR_KEYS = ['title', 'weekend', 'from', 'to', 'source', 'holidays']

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** Which days are worked, with its holidays as data. Null when it has no usable name or period. */
export function readCalendar({ key, value }: Entry, report: Report): Calendar | null {
  const fields = readFields(value, `The calendar "${key.text}"`, CALENDAR_KEYS, report)
  if (!fields) return null
  if (!isWord(key.text)) refuseWord(key, 'the name of a calendar', report)
  const title = fields.requiredText('title', 'Write what users read: title: England and Wales.')
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
  fields.requiredText('from', 'Write the first day it knows: from: 2020-01-01.')
  fields.requiredText('to', 'Write the last day whose holidays it knows: to: 2027-12-31.')
  const from = fields.day('from')
  const to = fields.day('to')
  if (from === null || to === null || from <= to) return [from, to]
  report(fields.placeOf('to'), {
    code: 'ORDER_OF_DATES',
    message: `It ends on ${sayDay(to)}, before it begins.`,
    fix: 'Swap "from" and "to".',
  })
  return [null, null]
}

function readWeekend(fields: Fields, report: Report): ReadonlySet<number> {
  const weekend = new Set<number>()
  if (!fields.tree('weekend'))
    report(fields.placeOf('weekend'), {
      code: 'MISSING_KEY',
      message: 'It does not say which days of the week are not worked.',
      fix: 'Write weekend: [saturday, sunday].',
    })
  for (const day of fields.texts('weekend')) {
    const index = DAYS.indexOf(day.text)
    if (index < 0)
      report(day.place, {
        code: 'UNKNOWN_NAME',
        message: `"${day.text}" is no day of the week.`,
        fix: didYouMean(day.text, DAYS, `Write ${DAYS.join(', ')}.`),
      })
    else if (weekend.has(index + 1))
      report(day.place, { code: 'DUPLICATE', message: `"${day.text}" stands here twice.`, fix: 'Keep one of them.' })
    else weekend.add(index + 1)
  }
  if (weekend.size === 7)
    report(fields.placeOf('weekend'), {
      code: 'RANGE',
      message: 'No day is worked at all.',
      fix: 'Leave out the days that are worked.',
    })
  return weekend
}

function readHolidays(fields: Fields, from: number, to: number, report: Report): ReadonlyMap<number, string> {
  const holidays = new Map<number, string>()
  for (const { key, value } of readEntries(fields.tree('holidays'), '"holidays"', report)) {
    const day = readDay(key, report)
    if (day === null) continue
    if (day < from || day > to)
      report(key.place, {
        code: 'RANGE',
        message: `${key.text} is outside ${sayDay(from)} to ${sayDay(to)}.`,
        fix: 'Correct the day or widen the period of the calendar.',
      })
    const name = value.kind === 'nothing' ? null : readText(value, `The holiday ${key.text}`, report)
    if (!name)
      report(key.place, {
        code: 'MISSING_KEY',
        message: `${key.text} has no name.`,
        fix: 'Write for example 2026-12-25: Christmas Day.',
      })
    holidays.set(day, name?.text ?? '')
  }
  return holidays
}
