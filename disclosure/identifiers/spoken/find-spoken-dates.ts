import type { WordNumber } from '../../../text/number-words.ts'
import { CURRENCY_WORD } from '../../../text/money.ts'
import { FULL_MONTH, isOtherWord } from '../../../text/calendar-words.ts'
import type { IdentifierSpan } from '../identifier.ts'

const MONEY = new RegExp(`^ ?(?:${CURRENCY_WORD}|zł|[€$£])(?!\\p{L})`, 'iu')
const CENTURIES = new Set([18, 19, 20])
const [LAST_DAY, LAST_MONTH] = [31, 12]
const YEARS = { first: 1800, last: 2100 }
/** A year of which only two figures are said; below it may count something. */
const FIRST_SHORT_YEAR = 30
/** Characters between the words of one date. */
const NEAR = 40

const TO_MONTH =
  /^,? (?:(?:days?|tag|días?|dias?|jours?|giorni?|dag|dnia) )?(?:(?:of the month of|des monats|du mois de|del mes de|del mese di|do mês de|van de maand|miesiąca|of|de|di|d['’]) ?)?$/iu
const TO_YEAR =
  /^\.?,? (?:(?:of the year|in the year|des jahres|im jahre?|de l['’]an|del año|dell['’]anno|del|de|do ano de|do|van het jaar|anno|roku) )?$/iu
/** Between a day, its month and its year in numbers alone: "siete del once del sesenta y dos". */
const TO_NUMBER = /^ (?:(?:of the|del|do|de) )?$/iu
/** In front of such a day. */
const BEFORE_DAY =
  /(?<!\p{L})(?:on the|am|vom|den|zum|le|el|il|em|dia|día|op|dnia|born|geb\p{L}{0,4}|née?|nat[oa]|nacid[oa]|nascid[oa]|ur\p{L}{0,8}) $/iu

/** Days and years in words, also where `readDates` is not sure of them: "zestien februari", "siebten elften neunzehnhundertsechzig". */
export function findSpokenDates(text: string, numbers: readonly WordNumber[]): readonly IdentifierSpan[] {
  return [
    ...withMonths(text, numbers),
    ...inNumbers(text, numbers),
    ...years(text, numbers),
    ...englishYears(text, numbers),
  ]
}

function withMonths(text: string, numbers: readonly WordNumber[]): readonly IdentifierSpan[] {
  let at = 0
  return [...text.matchAll(FULL_MONTH)].flatMap(({ 0: month, index: start }) => {
    while ((numbers[at]?.end ?? Infinity) <= start) at += 1
    const end = start + month.length
    const before = numbers[at - 1]
    const isDay =
      before !== undefined &&
      before.value <= LAST_DAY &&
      start - before.end <= NEAR &&
      TO_MONTH.test(text.slice(before.end, start)) &&
      (before.isOrdinal || !isOtherWord(month)) &&
      !/^-\p{L}/u.test(text.slice(end, end + 2))
    if (!isDay) return []
    return [...firstOfRange(text, numbers, at - 1), asDate(before.start, yearEnd(text, numbers, at, end) ?? end)]
  })
}

/** Between two days of a month. */
const TO_DAY =
  /^ (?:to|till|until|bis|bis zum|au|al|hasta el|a|ao|até|tot|tot en met|do) (?:the |den |zum |el |día |dia )?$/iu

/** "du douze au dix-neuf octobre": the first day of a range, whose month is said with the last. */
function firstOfRange(text: string, numbers: readonly WordNumber[], last: number): readonly IdentifierSpan[] {
  const [first, day] = [numbers[last - 1], numbers[last]]
  if (!first || !day || first.value > LAST_DAY || !TO_DAY.test(text.slice(first.end, day.start))) return []
  return [asDate(first.start, first.end)]
}

/** Where a year ends that begins with a number of the list, directly behind a place; null where none does. */
function yearEnd(text: string, numbers: readonly WordNumber[], at: number, from: number): number | null {
  const [first, next] = [numbers[at], numbers[at + 1]]
  if (!first || first.start - from > NEAR || !TO_YEAR.test(text.slice(from, first.start))) return null
  if (isYear(first.value)) return first.end
  const isTwoPart = CENTURIES.has(first.value) && next !== undefined && next.value < 100
  if (isTwoPart && /^[ -]$/.test(text.slice(first.end, next.start))) return next.end
  return first.value < 100 && (first.value >= FIRST_SHORT_YEAR || first.isOrdinal) ? first.end : null
}

function isYear(value: number): boolean {
  return value >= YEARS.first && value < YEARS.last
}

/** The month is said as a number too. */
function inNumbers(text: string, numbers: readonly WordNumber[]): readonly IdentifierSpan[] {
  return numbers.flatMap((day, at) => {
    const month = numbers[at + 1]
    if (!month || day.value > LAST_DAY || month.value > LAST_MONTH || day.isOrdinal !== month.isOrdinal) return []
    if (!TO_NUMBER.test(text.slice(day.end, month.start))) return []
    const end = yearEnd(text, numbers, at + 2, month.end)
    const isCued = BEFORE_DAY.test(text.slice(Math.max(0, day.start - NEAR), day.start))
    const isDate = day.isOrdinal ? isCued || end !== null : isCued && end !== null
    return isDate ? [asDate(day.start, end ?? month.end)] : []
  })
}

/** "neunzehnhundertzweiundsechzig", "mil novecientos sesenta y dos"; not "two thousand", and no sum of money. */
function years(text: string, numbers: readonly WordNumber[]): readonly IdentifierSpan[] {
  return numbers
    .filter(({ value, language }) => language !== 'en' && isYear(value) && value % 100 > 0)
    .filter(({ end }) => !MONEY.test(text.slice(end, end + 24)))
    .map(({ start, end }) => asDate(start, end))
}

/** "nineteen sixty-two", "twenty nineteen", "nineteen oh five". */
function englishYears(text: string, numbers: readonly WordNumber[]): readonly IdentifierSpan[] {
  return numbers.flatMap((century, at) => {
    const year = numbers[at + 1]
    if (!year || year.language !== 'en' || century.language !== 'en' || !CENTURIES.has(century.value)) return []
    const between = text.slice(century.end, year.start)
    const isSaid = /^[ -]$/.test(between) ? year.value >= 10 && year.value <= 99 : /^[ -]oh[ -]$/i.test(between)
    return isSaid ? [asDate(century.start, year.end)] : []
  })
}

function asDate(start: number, end: number): IdentifierSpan {
  return { start, end, type: 'date', by: 'pattern', confidence: 0.86 }
}
