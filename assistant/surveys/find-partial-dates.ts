import { sentenceCase } from '../../wording/phrases.ts'
import { SEASON } from '../../text/calendar-words.ts'
import type { DateFound } from '../../text/date-found.ts'
import { readDates } from '../../text/dates.ts'
import { overlaps } from '../../text/spans.ts'

/** `date`: `2023-03-04`, `2023-03` or `2023`, as much of it as the text says for certain; null where that lacks what places it. */
export type DateInText = {
  readonly start: number
  readonly end: number
  readonly date: string | null
  /** What the text leaves out: the year (`5 March`), or which part is which and of what century (`03/05/23`). */
  readonly lacks: 'year' | 'order' | null
}

/** In small letters "fall" is a verb. */
const TIME_OF_YEAR = new RegExp(
  `(?<!\\p{L})(?!fall)(?:${bothCases(SEASON)}|Easter|Christmas),?\\s+(?:of\\s+|de\\s+|del\\s+)?((?:19|20)\\d{2})(?![\\d\\p{L}])`,
  'gu',
)
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
const YEARS_ALONE = [TIME_OF_YEAR, FIRST_OF_SPAN, LAST_OF_SPAN, YEAR]

/** The dates of a text in its order, none inside another: days, months ("March 2023") and years ("in 2019"). */
export function findPartialDates(text: string): readonly DateInText[] {
  const found: DateInText[] = readDates(text).map(placed)
  for (const pattern of YEARS_ALONE)
    for (const { 0: whole, 1: year = '', index } of text.matchAll(pattern)) {
      const one = { start: index, end: index + whole.length, date: year, lacks: null }
      if (!found.some((other) => overlaps(one, other))) found.push(one)
    }
  return found.toSorted((one, other) => one.start - other.start)
}

/** Of 03/05/2023 the year is certain; of 03/05/23 nothing is. */
function placed({ kind, value, start, end }: DateFound): DateInText {
  if (kind === 'yearless') return { start, end, date: null, lacks: 'year' }
  if (kind !== 'open') return { start, end, date: value, lacks: null }
  const year = /\d{4}$/.exec(value)?.[0] ?? null
  return { start, end, date: year, lacks: year === null ? 'order' : null }
}

function bothCases(words: string): string {
  const all = words.split('|').flatMap((word) => [word, sentenceCase(word), word.toUpperCase()])
  return `(?:${all.join('|')})`
}
