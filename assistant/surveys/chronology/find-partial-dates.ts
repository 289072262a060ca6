import { MONTH, monthNumber } from '../../../text/months.ts'
import { findDates } from '../../facts/propose/find-dates.ts'
import { findDateRanges } from './find-date-ranges.ts'

/** `date`: `2023-03-04`, `2023-03` or `2023`, as much of it as the text says for certain; null where that lacks what places it. */
export type DateInText = {
  readonly start: number
  readonly end: number
  readonly date: string | null
  /** What the text leaves out: the year (`5 March`), or which part is which and of what century (`03/05/23`). */
  readonly lacks: 'year' | 'order' | null
}

/** Names of months in small letters that are other words in English. */
const OTHER_WORDS = new Set(['may', 'march', 'mar'])
const MONTH_OF_YEAR = new RegExp(`${MONTH},?\\s+(?:of\\s+|del?\\s+)?((?:1[6-9]|20|21)\\d{2})(?![\\d\\p{L}])`, 'giu')
const TIME_OF_YEAR =
  /(?<!\p{L})(?:[Ss]pring|[Ss]ummer|[Aa]utumn|Fall|[Ww]inter|Easter|Christmas|Frühjahr|Frühling|Sommer|Herbst|SPRING|SUMMER|AUTUMN|FALL|WINTER),?\s+(?:of\s+)?((?:19|20)\d{2})(?![\d\p{L}])/gu
/** What can't be a thing that is counted: "in 2019, he", not "in 2019 cases". */
const NOT_COUNTED =
  '(?=\\s*(?:$|[.,;:)\\n|])|\\s+(?:and|to|the|a|an|he|she|it|they|we|when|while|until|by|with|for|after|but|as|at|on|in|because)\\b)'
const YEAR_ALONE = '(?:19|20)\\d{2}'
const YEAR = new RegExp(
  `(?<![\\p{L}\\d])(?:in|since|during|by|before|after|until|from|around|year|early|late|mid)[\\s-]+(${YEAR_ALONE})${NOT_COUNTED}`,
  'giu',
)
const SPAN = '(?:\\s*[-–]\\s*|\\s+(?:and|to|until|till|through)\\s+)'
const FIRST_OF_SPAN = new RegExp(
  `(?<=\\b(?:between|from)\\s+)(${YEAR_ALONE})(?=${SPAN}${YEAR_ALONE}${NOT_COUNTED})`,
  'giu',
)
const LAST_OF_SPAN = new RegExp(`(?<=\\b(?:between|from)\\s+${YEAR_ALONE}${SPAN})(${YEAR_ALONE})${NOT_COUNTED}`, 'giu')
const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
/** Which of the two is the month can't be told; the year can. */
const IN_FIGURES = new RegExp(`(?<![\\p{L}\\d/-])${DAY}([/-])${DAY}\\1(${YEAR_ALONE})(?![\\d/-])`, 'gu')
/** With points only where each part has two figures: the others number clauses. */
const SHORT_YEAR = new RegExp(
  [
    `(?<![\\p{L}\\d/-])(?:${DAY}\\/${DAY}\\/|${DAY}-${DAY}-)\\d{2}(?![\\p{L}\\d/-])`,
    `(?<![\\p{L}\\d.])(?:0[1-9]|[12]\\d|3[01])\\.(?:0[1-9]|1[0-2])\\.\\d{2}(?![\\p{L}\\d]|\\.\\d)`,
    `(?<![\\d.])${DAY}[-. ]${MONTH}[-. ]['’]?\\d{2}(?![\\p{L}\\d:%]|\\.\\d)`,
  ].join('|'),
  'giu',
)
const WITHOUT_YEAR = new RegExp(
  `(?<![\\p{L}\\d])(?:${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th|er|\\.)?,?\\s+(?:of\\s+|de\\s+)?${MONTH})(?![\\p{L}\\d])`,
  'giu',
)

/** The dates of a text in its order, none inside another: days, months ("March 2023") and years ("in 2019"). */
export function findPartialDates(text: string): readonly DateInText[] {
  if (!/\d/.test(text)) return []
  const found: DateInText[] = []
  const put = (start: number, end: number, date: string | null, lacks: DateInText['lacks'] = null) => {
    if (found.every((one) => end <= one.start || start >= one.end)) found.push({ start, end, date, lacks })
  }
  const add = (
    pattern: RegExp,
    dateOf: (match: RegExpMatchArray) => string | null,
    lacks: DateInText['lacks'] = null,
  ) => {
    for (const match of text.matchAll(pattern))
      if (!isOtherWord(match)) put(match.index, match.index + match[0].length, dateOf(match), lacks)
  }
  for (const { start, end, arg } of findDates(text)) put(start, end, arg)
  for (const { start, end, date } of findDateRanges(text)) put(start, end, date)
  add(MONTH_OF_YEAR, ([, month = '', year = '']) => `${year}-${String(monthNumber(month)).padStart(2, '0')}`)
  add(TIME_OF_YEAR, ([, year = '']) => year)
  add(IN_FIGURES, ([, , year = '']) => year)
  add(FIRST_OF_SPAN, ([, year = '']) => year)
  add(LAST_OF_SPAN, ([, year = '']) => year)
  add(YEAR, ([, year = '']) => year)
  add(SHORT_YEAR, () => null, 'order')
  add(WITHOUT_YEAR, () => null, 'year')
  return found.toSorted((one, other) => one.start - other.start)
}

function isOtherWord(match: RegExpMatchArray): boolean {
  return match.slice(1).some((part) => OTHER_WORDS.has(part ?? ''))
}
