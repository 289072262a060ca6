import type { Moment } from './clocks.ts'
import { MONTH, monthNumber } from './months.ts'
import { factOf, overlaps, type TextFact } from './spans.ts'

const DATE_PATTERNS: readonly {
  readonly pattern: RegExp
  readonly read: (parts: readonly (string | undefined)[]) => string | null
}[] = [
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/gu, read: ([year, month, day]) => `${year}-${month}-${day}` },
  { pattern: /(?<![\d./])(\d{1,2})(\/)(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/gu, read: inFigures },
  {
    pattern: /(?<![\d./])(\d{1,2})(\.)(?:(\d{1,2})\.|\s(\d{1,2})\.\s)(\d{4})(?![\d/])/gu,
    read: ([day, dot, close, apart, year]) => inFigures([day, dot, close ?? apart, year]),
  },
  {
    pattern: new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s+(?:of\\s+|de\\s+)?${MONTH},?\\s+(?:del?\\s+)?(\\d{4})\\b`,
      'giu',
    ),
    read: ([day, month, year]) => isoDate(year, month, day),
  },
  {
    pattern: new RegExp(`${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'giu'),
    read: ([month, day, year]) => isoDate(year, month, day),
  },
  {
    pattern: new RegExp(`${MONTH},?\\s+(?:del?\\s+)?(\\d{4})\\b`, 'giu'),
    read: ([month, year]) => isoDate(year, month, undefined),
  },
]

/** "Clause 5 may" is no day. */
const CAPITAL = /^\p{Lu}/u
const DAYS: readonly RegExp[] = [
  new RegExp(`(?<![\\d./])(?<day>[0-3]?\\d)(?:st|nd|rd|th|\\.)?,?\\s+(?:of\\s+)?${named(MONTH)}`, 'giu'),
  new RegExp(`${named(MONTH)}\\s+(?<day>[0-3]?\\d)(?:st|nd|rd|th)?(?![\\d.,]*\\d)`, 'giu'),
]
const IN_FIGURES = /^(\d\d)\/(\d\d)\//

/** The dates of a text alone. */
export function datesIn(text: string): readonly TextFact[] {
  return DATE_PATTERNS.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const value = read(match.slice(1))
      return value === null ? [] : [factOf('date', value, match)]
    }),
  ).filter((date, index, all) => !all.slice(0, index).some((earlier) => overlaps(earlier, date)))
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

function isoDate(year = '', month = '', day?: string): string {
  const parts = [year, String(monthNumber(month)).padStart(2, '0')]
  return (day === undefined ? parts : [...parts, day.padStart(2, '0')]).join('-')
}

/**
 * Points stand in dates that begin with the day. With strokes some put the month first: where both could be meant, and where the century
 * is left out, the value is as it is written ("05/12/2023"), so that it equals only what is written in the same order.
 */
function inFigures([first = '', mark, second = '', year = '']: readonly (string | undefined)[]): string | null {
  const isDate = (day: string, month: string) => Number(day) >= 1 && Number(day) <= 31 && +month >= 1 && +month <= 12
  const [isDayFirst, isMonthFirst] = [isDate(first, second), mark === '/' && isDate(second, first)]
  if (!isDayFirst && !isMonthFirst) return null
  const [one, other] = [first.padStart(2, '0'), second.padStart(2, '0')]
  if (year.length < 4 || (isDayFirst && isMonthFirst && one !== other)) return [one, other, year].join('/')
  return (isDayFirst ? [year, other, one] : [year, one, other]).join('-')
}

function monthDay(month: number, day: string): string {
  return `${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** With its group named. */
function named(month: string): string {
  return month.replace(/\((?!\?)/, '(?<month>')
}
