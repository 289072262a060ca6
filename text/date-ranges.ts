import { type DateFound, wholeDay } from './date-found.ts'
import { MONTH, monthNumber } from './months.ts'

/** A table's column of small numbers is no list of days: without an end, 12,000 of them took 5.7 s. */
const SOME = '{0,30}'
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?\\.?(?!\\d)'
const WITH =
  '(?:\\s*[-–&]\\s*|\\s+(?:and|or|to|until|till|through|und|bis|et|au|y|al|e|a|ao|en|tot|t/m|i|do)\\s+)(?:the\\s+)?'
const YEAR = '(?:1[6-9]|20|21)\\d{2}(?!\\d)'
/** "Clause 3 and 4 May" is no day in front of another. */
const NUMBERED =
  '(?<!\\b(?:pages?|pp?\\.|clauses?|sections?|paragraphs?|paras?\\.?|rooms?|wards?|nos?\\.?|numbers?|exhibits?|items?|articles?|grades?|stages?|beds?)\\s*)'
const ALONE = '(?<![\\p{L}\\d.,:/£$€-])'

/** 3 in "3 and 4 May 2019", and in "3, 4 and 9 May 2019". */
const BEFORE_DAY = new RegExp(
  `${ALONE}${NUMBERED}(?<day>${DAY})(?=(?:\\s*,\\s*${DAY})${SOME}${WITH}${DAY}\\s+(?:of\\s+|de\\s+)?${MONTH},?\\s+(?:del?\\s+)?(?<year>${YEAR}))`,
  'giu',
)
/** 4 in "3, 4 and 9 May 2019". */
const BETWEEN_DAYS = new RegExp(
  `(?<=${ALONE}${DAY}\\s*,\\s*(?:${DAY}\\s*,\\s*)${SOME})(?<day>${DAY})(?=(?:\\s*,\\s*${DAY})${SOME}${WITH}${DAY}\\s+(?:of\\s+|de\\s+)?${MONTH},?\\s+(?:del?\\s+)?(?<year>${YEAR}))`,
  'giu',
)
/** 3 and 9 in "May 3-9, 2019". */
const BEHIND_MONTH = new RegExp(`${MONTH}\\s+(?<day>${DAY})(?=${WITH}${DAY},?\\s+(?<year>${YEAR}))`, 'giu')
const LAST_BEHIND_MONTH = new RegExp(`(?<=${MONTH}\\s+${DAY}${WITH})(?<day>${DAY}),?\\s+(?<year>${YEAR})`, 'giu')
/** 28 December in "28 December to 3 January 2020". */
const DAY_AND_MONTH = new RegExp(
  `${ALONE}(?<day>${DAY})\\s+(?:of\\s+|de\\s+)?${MONTH}(?=${WITH}${DAY}\\s+(?:of\\s+|de\\s+)?${MONTH},?\\s+(?:del?\\s+)?(?<year>${YEAR}))`,
  'giu',
)

const RANGE_BEHIND = /^(?:\s*[-–]\s*|\s+(?:to|until|till|through|bis|au|al|ao|tot|do)\s)/i

/** Days of which the text gives the month or the year only once, with another one: "from 3 to 9 May 2019". */
export function dateRangesIn(text: string): readonly DateFound[] {
  return [BEFORE_DAY, BETWEEN_DAYS, BEHIND_MONTH, LAST_BEHIND_MONTH, DAY_AND_MONTH].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { day = '', year = '' } = match.groups ?? {}
      const months = match.slice(1).flatMap((part) => monthNumber(part ?? '') || [])
      const [month = 0, later = month] = months
      const [{ index: start, 0: written }, end] = [match, match.index + match[0].length]
      // Only of a range is the first day the earlier one: "5 June and 3 March 2020" leaves the year of the first open.
      if (month > later && !RANGE_BEHIND.test(text.slice(end))) return []
      const reading = wholeDay(month > later ? Number(year) - 1 : year, month, Number.parseInt(day, 10))
      return reading === null ? [] : [{ ...reading, text: written, start, end }]
    }),
  )
}
