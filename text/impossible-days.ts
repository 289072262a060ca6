import { isOtherWord, MONTH, monthNumber } from './calendar-words.ts'
import type { Span } from './spans.ts'

/** A day as it is written, such as "32 June" or "30.02.2023". */
export type ImpossibleDay = Span & { readonly text: string }

const DAY = '(?<day>\\d{1,2})(?<ordinal>(?:st|nd|rd|th|er|ste|de|e)(?!\\p{L})|[º°ª.])?'
const YEAR = '(?:,?\\s+(?:of\\s+|del?\\s+|do\\s+)?(?<year>(?:1[5-9]|2[01])\\d{2})(?![\\p{L}\\d]))'
const ALONE = '(?<![\\p{L}\\d.,:/£$€-])'
/** What a number behind it counts: no day, whatever follows. */
const NUMBERED =
  /(?:^|[^\p{L}])(?:pages?|pp?\.|clauses?|sections?|paragraphs?|paras?\.?|rooms?|wards?|nos?\.?|nr\.?|numbers?|exhibits?|items?|articles?|art\.?|grades?|stages?|beds?|seiten?|ziffern?|zimmer|absatz|pos\.?|pièces?|artículos?|articol[oi]|artigos?|strona)\s*$/iu
/** Words before a date, in eight languages: without a year, an ordinal or one of these a high number may count what is done in a month. */
const BEFORE_DATE =
  /(?:^|[^\p{L}])(?:on|by|until|till|from|since|before|after|dated|of|to|the|am|vom|zum|bis|seit|den|dem|le|du|au|el|del|al|il|dal|op|van|tot|em|dnia|od|do)\s+$/iu
const OF = "(?:of\\s+|de\\s+|d['’]\\s?)?"
const BY_NAME = [
  new RegExp(`${ALONE}${DAY}\\s+${OF}${MONTH}${YEAR}?`, 'giu'),
  new RegExp(`${MONTH}\\s+(?:the\\s+)?${DAY}(?!\\p{L}|[\\d:/%]|[.,]\\d)${YEAR}?`, 'giu'),
]
const IN_FIGURES = [
  /(?<![\p{L}\d./-])(?<year>(?:19|20)\d{2})-(?<one>\d{2})-(?<other>\d{2})(?![\d/-]|\.\d)/gu,
  /(?<![\p{L}\d./-])(?<one>\d{2})([./-])(?<other>\d{2})\2(?<year>(?:19|20)\d{2})(?![\d/-]|\.\d)/gu,
]
const LONGEST_MONTH = 31

/**
 * Days that no calendar has: "32 June", "February 30, 2023", "31.06.2021". In figures only where neither part can be the month of the other.
 * Whether a year is a leap year is asked where it is written.
 */
export function impossibleDays(text: string): readonly ImpossibleDay[] {
  if (!/\d/.test(text)) return []
  return [...BY_NAME.flatMap((pattern) => byName(pattern, text)), ...IN_FIGURES.flatMap((one) => inFigures(one, text))]
}

function byName(pattern: RegExp, text: string): readonly ImpossibleDay[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const { day = '', ordinal, year } = match.groups ?? {}
    // The only group without a name.
    const month = match.find((part, at) => at > 0 && part !== undefined && monthNumber(part) > 0) ?? ''
    const before = text.slice(0, match.index)
    if (isOtherWord(month) || NUMBERED.test(before) || isDay(Number(day), monthNumber(month), year)) return []
    const isSure = Number(day) <= LONGEST_MONTH || year !== undefined || (ordinal ?? '.') !== '.'
    return isSure || BEFORE_DATE.test(before) ? [asWritten(match)] : []
  })
}

function inFigures(pattern: RegExp, text: string): readonly ImpossibleDay[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const { one = '', other = '', year } = match.groups ?? {}
    const isPossible = isDay(Number(one), Number(other), year) || isDay(Number(other), Number(one), year)
    return isPossible ? [] : [asWritten(match)]
  })
}

function isDay(day: number, month: number, year: string | undefined): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  // Of February a day without a year may be that of a leap year.
  return day <= new Date(Date.UTC(Number(year ?? 2024), month, 0)).getUTCDate()
}

/** The point behind a month that is cut short may be that of the sentence. */
function asWritten({ 0: whole, index }: RegExpExecArray): ImpossibleDay {
  const text = whole.replace(/\.$/, '')
  return { start: index, end: index + text.length, text }
}
