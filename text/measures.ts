import { factsInText } from './text-facts.ts'
import { CURRENCY_SIGN, CURRENCY_WORD, isCurrency } from './money.ts'
import { numberWordsIn } from './number-words.ts'
import { MULTIPLES } from './numbers.ts'
import type { Span, TextFact } from './spans.ts'
import { type UnitBehind, unitBehind } from './units.ts'

/** A number of a text with what belongs to it. */
export type Measure = {
  /** As `factsInText` has it, without its multiple: "1.5" of "1.5 million"; empty for "half". */
  readonly figure: string
  /** With its multiple; not a number for "7.2.1". */
  readonly plain: number
  /** Its multiple, a million of "1.5 million". */
  readonly times: number
  /** Null where none of the units that are known stands beside it. */
  readonly unit: Pick<UnitBehind, 'dimension' | 'times' | 'per'> | null
  /** A clause, an item of a list, a part of a name such as B12 or of a ratio: it says how much of nothing. */
  readonly isPlace: boolean
  /** Of the number alone, and with its currency, multiple and unit; UTF-16 offsets into the text. */
  readonly at: Span
  readonly whole: Span
}

const LONGEST_SIGN = 5
/** Characters around a number in which all that belongs to it stands. */
const NEAR = 80
const MONEY = new RegExp(`(${CURRENCY_SIGN})\\s?$`, 'iu')
const WORDS = Object.keys(MULTIPLES)
  .filter((word) => word.length > 1)
  .toSorted((one, other) => other.length - one.length)
  .join('|')
const MULTIPLE = new RegExp(`^(?:[\\s-]?(${WORDS})|(k))(?!\\p{L})`, 'iu')
/** Of money "m" is a million too. */
const OF_MONEY = new RegExp(`^(?:[\\s-]?(${WORDS})|\\s?(m)|(k))(?!\\p{L})`, 'iu')
/** "Twenty (20) days". */
const IN_FIGURES_TOO = /^\s?\((?=\d)[\d,.]+\)/
const TO = /^\s*(?:to|or|[-–—/])\s*$/i
const AND = /^\s*and\s*$/i
const BETWEEN = /\bbetween\s+(?:[£$€]\s?)?$/i
export const PLACE_BEFORE =
  /(?:\b(?:clause|section|article|paragraph|para|chapter|part|rule|art|cl|artikel|ziffer|absatz|abschnitt|kapitel|artículo|articolo|artigo|artykuł|cláusula|clausola)s?\.?\s*(?:(?:no|nr|number|nummer)\.?\s*)?|§+\s*)$/i
const ITEM_BEHIND = /^[.)]\s/
const LINE_BEFORE = /(?:^|\n)[#\s*]*$/

/** Every number of a text; of a range both have the unit of the second where the first has none. */
export function measuresIn(text: string): readonly Measure[] {
  const numbers = factsInText(text).filter(({ kind }) => kind === 'number')
  const measures = numbers.toSorted((one, other) => one.start - other.start).map((fact) => measureAt(fact, text))
  return ranged(measures, text)
}

function measureAt({ value: read, text: written, start, end }: TextFact, text: string): Measure {
  const [before, behind] = [text.slice(Math.max(0, start - NEAR), start), text.slice(end, end + NEAR)]
  const [sign = '', money = null] = MONEY.exec(before.slice(-LONGEST_SIGN)) ?? []
  const multiple = multipleAt(behind, money !== null)
  const again = multiple.length > 0 ? 0 : (IN_FIGURES_TOO.exec(behind)?.[0].length ?? 0)
  const from = multiple.length + again
  const unit = unitBehind(behind.slice(from), money)
  const beside = { before: before.slice(0, before.length - sign.length), behind: behind.slice(from) }
  const value = multiple.length === 0 && isThousands(written, unit, beside) ? written.replace('.', '') : read
  return {
    figure: value,
    plain: Number(value.replace(/^(-?\d+),(\d{1,2})$/, '$1.$2')) * multiple.times,
    times: multiple.times,
    unit,
    isPlace: unit === null && isPlace(before, behind),
    at: { start, end },
    whole: { start: start - sign.length, end: end + (unit ? from + unit.length : multiple.length) },
  }
}

/** "1.200 euros" are as many as "1,200 euros", for money has no thousandths, but for the price of one of something and for rates. */
function isThousands(
  written: string,
  unit: UnitBehind | null,
  { before, behind }: { readonly before: string; readonly behind: string },
): boolean {
  if (!THOUSANDS.test(written) || unit === null || !isCurrency(unit.dimension)) return false
  const rest = behind.slice(unit.length)
  return !EACH.test(rest) && !isOfRate(written, before, rest)
}

/**
 * An exchange rate has thousandths: "EUR 1 = USD 1.085", with a one on either side, and "a rate of 1.085 dollars". A thousand euros that are
 * 1.085 dollars would be the same rate.
 */
function isOfRate(written: string, before: string, behind: string): boolean {
  const other = [...(IS.exec(behind) ?? WAS.exec(before) ?? [])].slice(1).find(Boolean) ?? ''
  return RATE.test(before) || (other !== '' && (UNITY.test(other) || UNITY.test(written)))
}

const CURRENCY = `(?:${CURRENCY_SIGN}|${CURRENCY_WORD})`
const FIGURE = String.raw`\d[\d.,]*\d|\d`
const AMOUNT = `(?:${CURRENCY}\\s?(${FIGURE})|(${FIGURE})\\s?${CURRENCY})`
const EQUALS = String.raw`\s*(?:=|≈|equals?|is|are|entsprechen|entspricht|sind|ist|vaut|valent|equivale|equivalen)\s*(?:a\s)?`
const IS = new RegExp(`^${EQUALS}${AMOUNT}`, 'iu')
const WAS = new RegExp(`(?<![\\d.,])${AMOUNT}${EQUALS}$`, 'iu')
const UNITY = /^1(?:[.,]0+)?$/
const RATE =
  /(?<!\p{L})(?:(?:exchange|conversion) rate|wechselkurs|umrechnungskurs|devisenkurs|taux de change|tipo de cambio|tasso di cambio|taxa de câmbio|wisselkoers|kurs wymiany)[^.;\n]{0,30}$/iu

const THOUSANDS = /^-?[1-9]\d{0,2}\.\d{3}$/u
const EACH = /^\s*(?:\/|(?:per|an?|each|for (?:one|each|an?)|pro|je|par|por|al|alla|za|to the)(?!\p{L}))/iu

function multipleAt(behind: string, isMoney: boolean): { readonly times: number; readonly length: number } {
  const [whole = '', ...words] = (isMoney ? OF_MONEY : MULTIPLE).exec(behind) ?? []
  const word = words.find((one) => one !== undefined)
  return { times: MULTIPLES[word?.toLowerCase() ?? ''] ?? 1, length: whole.length }
}

function isPlace(before: string, behind: string): boolean {
  const isItem = LINE_BEFORE.test(before) && ITEM_BEHIND.test(behind)
  return isItem || PLACE_BEFORE.test(before) || /\p{L}-?$|\d:$/u.test(before) || /^:\d/.test(behind)
}

/** "5 to 10 mg", "£5 to £10 million", "between 5 and 10 mg a day". */
function ranged(measures: readonly Measure[], text: string): readonly Measure[] {
  return measures.map((one, at) => {
    const next = measures[at + 1]
    return next && isRange(one, next, text) ? ofRange(one, next) : one
  })
}

function isRange({ unit, whole }: Measure, next: Measure, text: string): boolean {
  const between = text.slice(whole.end, next.whole.start)
  const isOfOneKind = !unit || !next.unit || unit.dimension === next.unit.dimension
  return (
    isOfOneKind &&
    (TO.test(between) || (AND.test(between) && BETWEEN.test(text.slice(Math.max(0, whole.start - NEAR), whole.start))))
  )
}

function ofRange(one: Measure, { unit, times }: Measure): Measure {
  if (!unit && times === 1) return one
  const isMultiplied = one.times === 1 && (!one.unit || !unit || one.unit.times === unit.times)
  return {
    ...one,
    unit: one.unit && unit ? { ...one.unit, per: one.unit.per ?? unit.per } : (one.unit ?? unit),
    times: isMultiplied ? times : one.times,
    plain: isMultiplied ? one.plain * times : one.plain,
    isPlace: false,
  }
}

/** The L of mmol/L and the 2 of m2. */
export function isInUnit({ start, end }: Measure['at'], { at, whole }: Measure): boolean {
  return (start >= at.end && end <= whole.end) || (start >= whole.start && end <= at.start)
}

/** Of the rounding of binary fractions only: 5 mg is not 5.4 mg. */
const SLACK = 1e-9
/** A pound is money or a weight. */
const EITHER: Readonly<Record<string, readonly string[]>> = { pound: ['GBP', 'weight'] }

/**
 * Whether two numbers with units say the same, 24 months and two years; false where they are of different things. How often is compared
 * where both say it: £900 a week is not £900 a month.
 */
export function isSameMeasure(one: Measure, other: Measure): boolean {
  if (!one.unit || !other.unit) return isSameNumber(one.plain, other.plain)
  if (!isSameDimension(one.unit.dimension, other.unit.dimension)) return false
  const [mine, yours] = [one.plain * one.unit.times, other.plain * other.unit.times]
  const [per, perOther] = [one.unit.per, other.unit.per]
  if (!per || !perOther) return isSameNumber(mine, yours)
  return per.dimension === perOther.dimension && isSameNumber(mine / per.times, yours / perOther.times)
}

export function isSameNumber(one: number, other: number): boolean {
  return Math.abs(one - other) <= SLACK * Math.max(Math.abs(one), Math.abs(other))
}

function isSameDimension(one: string, other: string): boolean {
  const [[mine = '', ...below], [yours = '', ...belowOther]] = [one.split('/'), other.split('/')]
  const isSame = mine === yours || EITHER[mine]?.includes(yours) || EITHER[yours]?.includes(mine)
  // What a price is the price of is often said elsewhere.
  const isOpen = (isCurrency(mine) || mine === 'pound') && (below.length === 0 || belowOther.length === 0)
  return isSame === true && (isOpen || below.join() === belowOther.join())
}

/** "One month", "within a year", "half of it", "half an hour", "three quarters". */
const ONE =
  /\b(?:one|(?<=\b(?:of|for|in|within|after|before|than|over|under|about|least|most|last|is|was|lasts?)\s)an?)(?=[\s-])/giu
const PARTS: readonly (readonly [RegExp, number])[] = [
  [/\bhalf\b(?!-|\s+past)/giu, 0.5],
  [/\b(?:a quarter(?= of)|one[- ]quarter)\b/giu, 0.25],
  [/\bthree[- ]quarters\b/giu, 0.75],
]
/** "Three and a half hours", "a year and a half". */
const AND_A_HALF =
  /(?<![\p{L}\p{N}])(?<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)(?: (?<unit>\p{L}+))? and a half\b/giu
const OF_ONE = /^\s(?:an?|of an?)\b/iu
const SHARE = { dimension: 'share', times: 1, per: null }

/** What a text says of how much there is without a number: these may bear a number out, and say none themselves. */
export function amountsInWords(text: string): readonly Measure[] {
  const ones = [...text.matchAll(ONE)].flatMap(({ 0: word, index }) => {
    const unit = unitBehind(text.slice(index + word.length), null)
    return unit ? [{ figure: '1', plain: 1, unit, start: index, end: index + word.length }] : []
  })
  const parts = PARTS.flatMap(([pattern, plain]) =>
    [...text.matchAll(pattern)].map(({ 0: word, index }) => {
      const behind = text.slice(index + word.length)
      const unit = unitBehind(behind.slice(OF_ONE.exec(behind)?.[0].length ?? 0), null) ?? SHARE
      return { figure: '', plain, unit, start: index, end: index + word.length }
    }),
  )
  return [...ones, ...parts, ...halvesMore(text)].map(({ start, end, ...one }) => ({
    ...one,
    times: 1,
    isPlace: false,
    at: { start, end },
    whole: { start, end },
  }))
}

/** One and a half of what a unit measures, and more. */
function halvesMore(text: string) {
  return [...text.matchAll(AND_A_HALF)].flatMap(({ 0: words, index, groups }) => {
    const { count = '', unit: before } = groups ?? {}
    const whole = /^(?:an?|one)$/i.test(count) ? 1 : (numberWordsIn(count)[0]?.value ?? Number(count))
    const unit = unitBehind(before === undefined ? text.slice(index + words.length) : ` ${before}`, null)
    if (!unit) return []
    return [{ figure: String(whole + 0.5), plain: whole + 0.5, unit, start: index, end: index + words.length }]
  })
}
