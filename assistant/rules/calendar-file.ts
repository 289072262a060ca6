import type { Conclusions } from '../../contract/knowledge/rule.ts'
import { dayOf } from '../../kb/values/plain-date.ts'
import { t } from '../../wording/translate.ts'
import type { OpenMatter } from '../home/open-matters.ts'

/** A date of a matter that is put into a calendar, for the whole day. */
export type CalendarDate = {
  /** The same for the same date of the same matter, so that importing it again changes it and adds nothing. */
  readonly id: string
  readonly day: string
  readonly title: string
  readonly note: string
}

const DAY_MS = 86_400_000

/** RFC 5545 section 3.1: lines of at most 75 octets, without the break. */
const LINE_OCTETS = 75

/** The dates as an iCalendar file (RFC 5545). `madeAt` is the moment at which it is made, as ISO 8601. */
export function calendarFile(dates: readonly CalendarDate[], madeAt: string): string {
  const stamp = `${madeAt.slice(0, 19).replace(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Consilium//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    ...dates.flatMap((date) => eventLines(date, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function eventLines({ id, day, title, note }: CalendarDate, stamp: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(id)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    // The end is the first day that does not belong to it.
    `DTEND;VALUE=DATE:${dayAfter(day).replaceAll('-', '')}`,
    `SUMMARY:${escapeText(title)}`,
    ...(note ? [`DESCRIPTION:${escapeText(note)}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function dayAfter(day: string): string {
  return new Date(new Date(`${day}T00:00:00Z`).getTime() + DAY_MS).toISOString().slice(0, 10)
}

/** RFC 5545 section 3.3.11. Other control characters have no place in a calendar. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', String.raw`\n`)
    .replace(/\p{Cc}/gu, ' ')
}

/** Breaks a line before its 76th octet, never within a character; what follows begins with a space. */
export function foldLine(line: string): string {
  const encoder = new TextEncoder()
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > LINE_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

/** The days ahead as a calendar shows them: what and in which matter, and below what it rests on. */
export function calendarDates(
  { ahead, conclusions }: Conclusions,
  { id, name: matter }: Pick<OpenMatter, 'id' | 'name'>,
): readonly CalendarDate[] {
  const used = new Map<string, number>()
  return ahead
    .filter(({ daysLeft }) => daysLeft >= 0)
    .map(({ day, sentence, conclusion: index, dependsOn, isException }) => {
      const conclusion = conclusions[index]
      // Without the computed days themselves: a date that moves stays the same entry.
      const about = [conclusion?.relation ?? '', ...(conclusion?.args ?? []).filter((arg) => dayOf(arg) === null)].join(
        '/',
      )
      const number = (used.get(about) ?? 0) + 1
      used.set(about, number)
      const title = isException ? 'possible' : dependsOn.length > 0 ? 'notConfirmed' : 'date'
      return {
        id: `${id}/${about}/${number}@consilium`,
        day,
        title: t(`calendar.${title}`, { sentence, matter }),
        note: conclusion ? noteOf(conclusion, dependsOn) : '',
      }
    })
}

function noteOf({ summary, assumed, proof }: Conclusions['conclusions'][number], dependsOn: readonly string[]): string {
  const sources = [
    ...new Set(proof.grounds.map(({ rule, source }) => (source ? t('calendar.rule', { rule, source }) : rule))),
  ]
  return [
    ...(dependsOn.length > 0 ? [t('calendar.dependsOn', { questions: dependsOn.join(' ') })] : []),
    summary,
    ...(assumed.length > 0 ? [t('calendar.assumed', { assumed: assumed.join('; ') })] : []),
    t('calendar.rules', { rules: sources.join('; ') }),
    ...(proof.grounds.every(({ reviewed }) => reviewed) ? [] : [t('calendar.sample')]),
  ]
    .filter(Boolean)
    .join('\n')
}
