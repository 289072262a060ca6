import { isOtherWord, MONTH, monthNumber } from './calendar-words.ts'
import { ALONE, NUMBERED_THINGS, OF } from './dates.ts'
import type { Span } from './spans.ts'

/** A day as it is written, such as "32 June 2021" or "30.02.2023". */
export type ImpossibleDay = Span & { readonly text: string }

const DAY = '(?<day>\\d{1,2})(?<ordinal>(?:st|nd|rd|th|er|ste|de|e)(?!\\p{L})|[º°ª.])?'
const YEAR = '(?:,?\\s+(?:of\\s+|del?\\s+|do\\s+)?(?<year>(?:1[5-9]|2[01])\\d{2})(?![\\p{L}\\d]))'
const NUMBERED = new RegExp(`(?:^|[^\\p{L}])(?:${NUMBERED_THINGS})\\s*$`, 'iu')
/** Behind these, in eight languages, a number and a month are a day, and never a count of what is done in the month. */
const ON_A_DAY = /(?:^|[^\p{L}])(?:on(?:\s+the)?|dated|am|den|le|el|op|dia|día|em|il|dnia)\s+$/iu
/** A day is also what begins a line or a part of a sentence, or has one of these before it; what counts something has what it is of. */
const BEFORE_A_DATE =
  /(?:(?:^|[\n,;:(–])\s*|(?:^|[^\p{L}])(?:by|until|till|from|since|before|after|of|to|the|vom|zum|bis|seit|du|au|al|del|dal|van|tot|od|do)\s+)$/iu
/** Behind a day and its month: what they would count has its own word there. */
const BEHIND_A_DATE =
  /^\s*(?:[.,;:)–]|$)|^\s+(?:was|were|is|has|had|and|or|at|in|by|to|until|with|war|wurde|und|oder|um|bis|est|fut|et|à|fue|y|fu|è|foi|werd|en|i)(?!\p{L})/iu
const DAY_FIRST = new RegExp(`${ALONE}${DAY}\\s+${OF}${MONTH}${YEAR}?`, 'giu')
const MONTH_FIRST = new RegExp(`${MONTH}\\s+(?:the\\s+)?${DAY}(?!\\p{L}|\\s?[\\d:/%]|[.,]\\d)${YEAR}?`, 'giu')
const IN_FIGURES = [
  /(?<![\p{L}\d./-])(?<year>(?:19|20)\d{2})-(?<one>\d{2})-(?<other>\d{2})(?![\d/-]|\.\d)/gu,
  /(?<![\p{L}\d./-])(?<one>\d{2})([./-])(?<other>\d{2})\2(?<year>(?:19|20)\d{2})(?![\d/-]|\.\d)/gu,
]
const [MONTHS, LONGEST_MONTH] = [12, 31]

/**
 * Days that no calendar has, where what is written can only be a day: "32 June 2021", "on 31 June", "31st of April", "31.06.2021". What may
 * count something is none: "in June 31 patients", "31 April visits", "BMJ 45 June 2018", "reference 45-67-2019".
 */
export function impossibleDays(text: string): readonly ImpossibleDay[] {
  if (!/\d/.test(text)) return []
  return [
    ...[DAY_FIRST, MONTH_FIRST].flatMap((pattern) => byName(pattern, text)),
    ...IN_FIGURES.flatMap((pattern) => inFigures(pattern, text)),
  ]
}

function byName(pattern: RegExp, text: string): readonly ImpossibleDay[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const { day = '', ordinal, year } = match.groups ?? {}
    // The only group without a name.
    const month = match.find((part, at) => at > 0 && part !== undefined && monthNumber(part) > 0) ?? ''
    const before = text.slice(0, match.index)
    if (isOtherWord(month) || NUMBERED.test(before) || isDay(Number(day), monthNumber(month), year)) return []
    const written = { day: Number(day), ordinal: ordinal ?? '', behind: text.slice(match.index + match[0].length) }
    const isSure = pattern === DAY_FIRST ? isDayFirst(written, year, before) : isMonthFirst(written, year, before)
    return isSure ? [asWritten(match)] : []
  })
}

type Written = { readonly day: number; readonly ordinal: string; readonly behind: string }

/** Without a year behind "on", or with its end behind it, or as the 31st of a month that has 30 days. */
function isDayFirst({ day, ordinal, behind }: Written, year: string | undefined, before: string): boolean {
  if (ON_A_DAY.test(before)) return true
  if (!BEFORE_A_DATE.test(before)) return false
  if (year !== undefined) return true
  return ordinal === '' ? BEHIND_A_DATE.test(behind) : day <= LONGEST_MONTH
}

/** "In June 31" may count, and the point behind "June 46." ends a sentence. */
function isMonthFirst({ day, ordinal }: Written, year: string | undefined, before: string): boolean {
  if (/(?:^|[^\p{L}])(?:on|dated)\s+$/iu.test(before)) return true
  if (year !== undefined) return BEFORE_A_DATE.test(before)
  return /\p{L}/u.test(ordinal) && day <= LONGEST_MONTH
}

function inFigures(pattern: RegExp, text: string): readonly ImpossibleDay[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const { one = '', other = '', year } = match.groups ?? {}
    const [first, second] = [Number(one), Number(other)]
    if (isDay(first, second, year) || isDay(second, first, year)) return []
    const isLikeOne = Math.min(first, second) <= MONTHS && Math.max(first, second) <= LONGEST_MONTH
    return isLikeOne && !NUMBERED.test(text.slice(0, match.index)) ? [asWritten(match)] : []
  })
}

function isDay(day: number, month: number, year: string | undefined): boolean {
  if (month < 1 || month > MONTHS || day < 1) return false
  // Of February a day without a year may be that of a leap year.
  return day <= new Date(Date.UTC(Number(year ?? 2024), month, 0)).getUTCDate()
}

/** The point behind a month that is cut short may be that of the sentence. */
function asWritten({ 0: whole, index }: RegExpExecArray): ImpossibleDay {
  const text = whole.replace(/\.$/, '')
  return { start: index, end: index + text.length, text }
}
