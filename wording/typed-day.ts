import { formatDate } from './format-time.ts'
import { perLocale, t } from './translate.ts'

/** A day of the calendar as facts hold it, `2026-06-03`, or why what is typed is none. */
export type TypedDay = { readonly day: string } | { readonly problem: string }

const NUMBERS = /^(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d{2})$/
const DAY_FIRST = /^(?<day>\d{1,2})(?:\.|st|nd|rd|th)? (?:of )?(?<month>\p{L}+)\.?,? (?<year>\d{4}|\d{2})$/u
const MONTH_FIRST = /^(?<month>\p{L}+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4}|\d{2})$/u
const WEEKDAY = /^(\p{L}+)\.?,? (?=.*\p{N})/u
const LETTERS_AT_LEAST = { month: 3, weekday: 2 }

const names = perLocale((tag) => {
  const said = (part: 'month' | 'weekday', count: number) =>
    Array.from({ length: count }, (_, at) => {
      // The first of January 2001 was a Monday.
      const time = part === 'month' ? Date.UTC(2001, at, 1) : Date.UTC(2001, 0, 1 + at)
      return (['long', 'short'] as const).map((style) =>
        plain(new Intl.DateTimeFormat(tag, { [part]: style, timeZone: 'UTC' }).format(time)),
      )
    })
  const mark = new Intl.DateTimeFormat(tag)
    .formatToParts(0)
    .find(({ type }) => type === 'literal')
    ?.value.trim()
  const numbers = new Intl.DateTimeFormat(tag, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })
  return { months: said('month', 12), weekdays: said('weekday', 7), mark, numbers }
})

/**
 * Reads a day as it is typed in the language in use: `3 June 2026` and `03/06/2026` in English, where the day stands first, `3.6.2026` and
 * `3. Juni 2026` in German; in every language `2026-06-03` and `3.6.2026`; each also
 * with its weekday before it. What can be read in two ways is refused, and both are said.
 */
export function readTypedDay(text: string): TypedDay {
  const typed = text.trim().replace(/\s+/g, ' ')
  const days = [...new Set(readings(withoutWeekday(typed)).filter(isDay))].filter((day) => isOfWeekday(day, typed))
  const [day, other] = days
  if (day === undefined) return { problem: t('quantities.noDay', { typed, example: formatDate('2026-06-03') }) }
  if (other === undefined) return { day }
  return { problem: t('quantities.twoDays', { typed, one: formatDate(day), other: formatDate(other) }) }
}

/** The day where what is typed is one, else null. */
export function typedDay(text: string): string | null {
  const read = readTypedDay(text)
  return 'day' in read ? read.day : null
}

/** A day of the calendar as one would type it in the language in use: `20/11/2026`, `20.11.2026`; what is no day stays as it is. */
export function dayAsTyped(day: string): string {
  return isDay(day) ? names().numbers.format(new Date(`${day}T00:00:00Z`)) : day
}

/** Whether there is such a day: `2026-02-31` is none. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** Everything that it may mean, also days that there are not. */
function readings(typed: string): readonly string[] {
  if (isDay(typed)) return [typed]
  const [numbers, first = '', mark = '', second = '', year = ''] = NUMBERS.exec(typed) ?? []
  if (numbers === undefined) return readingsOfWords(typed)
  const isOrdered = mark === '.' || mark === names().mark
  const orders = isOrdered
    ? [[second, first]]
    : [
        [second, first],
        [first, second],
      ]
  return years(year).flatMap((one) => orders.map(([month = '', day = '']) => written(one, month, day)))
}

function readingsOfWords(words: string): readonly string[] {
  const { day, month, year } = (DAY_FIRST.exec(words) ?? MONTH_FIRST.exec(words))?.groups ?? {}
  const number = monthOf(month ?? '')
  if (number === null || day === undefined || year === undefined) return []
  return years(year).map((one) => written(one, number, day))
}

/** Of two digits nobody knows the century. */
function years(year: string): readonly string[] {
  return year.length === 4 ? [year] : [`20${year}`, `19${year}`]
}

function written(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function monthOf(word: string): string | null {
  const at = placeOf(word, names().months, LETTERS_AT_LEAST.month)
  return at === null ? null : String(at + 1)
}

/** Which of the names a word is or begins; null for none, or several. */
function placeOf(word: string, all: readonly (readonly string[])[], letters: number): number | null {
  const wanted = plain(word)
  if (wanted.length < letters) return null
  const found = all.flatMap((forms, at) => (forms.some((form) => form.startsWith(wanted)) ? [at] : []))
  return found.length === 1 ? (found[0] ?? null) : null
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('.', '')
}

function weekdayOf(typed: string): number | null {
  return placeOf(WEEKDAY.exec(typed)?.[1] ?? '', names().weekdays, LETTERS_AT_LEAST.weekday)
}

function withoutWeekday(typed: string): string {
  return weekdayOf(typed) === null ? typed : typed.replace(WEEKDAY, '')
}

/** A day that is named with another weekday than it has is a slip of the pen. */
function isOfWeekday(day: string, typed: string): boolean {
  const weekday = weekdayOf(typed)
  return weekday === null || (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7 === weekday
}
