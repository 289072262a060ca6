import { datesIn } from './facts-in-text.ts'
import { MONTH, monthNumber } from './month-names.ts'

/** A time of the day or a day whose year is left out, where it stands; UTF-16 offsets. */
export type Moment = Span & { readonly values: readonly string[] }
type Span = { readonly start: number; readonly end: number }

const HALF = String.raw`\s?([ap])\.?\s?m(?!\p{L})`
const CLOCKS: readonly RegExp[] = [
  new RegExp(`(?<![\\d:.,])([01]?\\d|2[0-3]):([0-5]\\d)(?![\\d:])(?:${HALF})?`, 'giu'),
  new RegExp(`(?<![\\d:.,])(0?\\d|1[0-2])(?:\\.([0-5]\\d))?${HALF}`, 'giu'),
  /(?<![\d:.,])([01]\d|2[0-3])([0-5]\d)\s?(?:hrs|hours|h)(?!\p{L})/giu,
]
const HALF_DAY = 12
/** "Clause 5 may" is no day. */
const CAPITAL = /^\p{Lu}/u
const DAYS: readonly RegExp[] = [
  new RegExp(`(?<![\\d./])(?<day>[0-3]?\\d)(?:st|nd|rd|th|\\.)?,?\\s+(?:of\\s+)?${named(MONTH)}`, 'giu'),
  new RegExp(`${named(MONTH)}\\s+(?<day>[0-3]?\\d)(?:st|nd|rd|th)?(?![\\d.,]*\\d)`, 'giu'),
]
const IN_FIGURES = /^(\d\d)\/(\d\d)\//

/** Times of the day as minutes; one that may be in either half of the day is both. */
export function clocksIn(text: string): readonly Moment[] {
  const all = CLOCKS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: whole, 1: hour = '', 2: minute = '0', 3: half, index }) => ({
      values: hoursMeant(hour, half?.toLowerCase()).map((one) => String(one * 60 + Number(minute))),
      start: index,
      end: index + whole.length,
    })),
  )
  return all.filter((one, at) => !all.slice(0, at).some((earlier) => overlaps(earlier, one)))
}

function hoursMeant(hour: string, half: string | undefined): readonly number[] {
  const written = Number(hour)
  if (half !== undefined) return [(written % HALF_DAY) + (half === 'p' ? HALF_DAY : 0)]
  return written >= 1 && written <= HALF_DAY && !hour.startsWith('0')
    ? [written % HALF_DAY, (written % HALF_DAY) + HALF_DAY]
    : [written]
}

/** Days of a month without their year, as "05-03". */
export function daysWithoutYear(text: string): readonly Moment[] {
  const dates = datesIn(text)
  return DAYS.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter(({ groups }) => CAPITAL.test(groups?.month ?? ''))
      .map(({ 0: whole, groups, index }) => ({
        values: [monthDay(monthNumber(groups?.month ?? ''), groups?.day ?? '')],
        start: index,
        end: index + whole.replace(/\.$/, '').length,
      })),
  ).filter((day) => !dates.some((date) => overlaps(date, day)))
}

/** As `daysWithoutYear` has them, of all days of a text; of "03/05/2019" both that it may be. */
export function daysOfTheYear(text: string): ReadonlySet<string> {
  const dated = datesIn(text).flatMap(({ value }) => datesMeant(value).map((date) => date.slice('2019-'.length)))
  return new Set([...dated, ...daysWithoutYear(text).flatMap(({ values }) => values)])
}

/** A date with strokes may put the day first or the month: "03/05/2019" as 2019-05-03 and 2019-03-05. */
export function datesMeant(date: string): readonly string[] {
  const [, one, other] = IN_FIGURES.exec(date) ?? []
  if (one === undefined || other === undefined) return [date]
  const year = date.slice('03/05/'.length)
  const years = year.length === 4 ? [year] : [`20${year}`, `19${year}`]
  return years.flatMap((written) => [`${written}-${other}-${one}`, `${written}-${one}-${other}`])
}

function monthDay(month: number, day: string): string {
  return `${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** With its group named. */
function named(month: string): string {
  return month.replace(/\((?!\?)/, '(?<month>')
}

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
