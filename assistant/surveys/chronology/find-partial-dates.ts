import { findDates } from '../../facts/propose/find-dates.ts'

/** `date`: `2023-03-04`, `2023-03` or `2023`, as much of it as the text says for certain; null: a day without its year. */
export type DateInText = { readonly start: number; readonly end: number; readonly date: string | null }

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
const MONTH_OF_YEAR = new RegExp(
  `(?<![\\p{L}\\d])${MONTH},?\\s+(?:of\\s+)?((?:1[6-9]|20|21)\\d{2})(?![\\d\\p{L}])`,
  'gu',
)
/** Only after a word of time, and before what can't be a thing that is counted: "in 2019, he", not "in 2019 cases". */
const YEAR =
  /(?<![\p{L}\d])(?:in|since|during|by|before|after|until|from|around|year|early|late|mid)[\s-]+((?:19|20)\d{2})(?=\s*(?:$|[.,;:)\n|])|\s+(?:and|to|the|a|an|he|she|it|they|we|when|while|until|by|with|for|after|but|as|at|on|in|because)\b)/giu
/** Which of the two is the month can't be told; the year can. */
const SLASHED = /(?<![\d/])\d{1,2}\/\d{1,2}\/((?:19|20)\d{2})(?![\d/])/g
const WITHOUT_YEAR = new RegExp(
  `(?<![\\p{L}\\d])(?:${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)?,?\\s+(?:of\\s+)?${MONTH})(?![\\p{L}\\d])`,
  'gu',
)

/** The dates of a text in its order, none inside another: days, months ("March 2023") and years ("in 2019"). */
export function findPartialDates(text: string): readonly DateInText[] {
  const whole = findDates(text).map(({ start, end, arg }) => ({ start, end, date: arg }))
  const found: DateInText[] = [...whole]
  const add = (pattern: RegExp, dateOf: (match: RegExpMatchArray) => string | null) => {
    for (const match of text.matchAll(pattern)) {
      const start = match.index ?? 0
      const end = start + match[0].length
      if (found.every((one) => end <= one.start || start >= one.end)) found.push({ start, end, date: dateOf(match) })
    }
  }
  add(MONTH_OF_YEAR, ([, month = '', year = '']) => `${year}-${String(monthOf(month)).padStart(2, '0')}`)
  add(SLASHED, ([, year = '']) => year)
  add(YEAR, ([, year = '']) => year)
  add(WITHOUT_YEAR, () => null)
  return found.toSorted((one, other) => one.start - other.start)
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.toLowerCase().slice(0, 3)) + 1
}
