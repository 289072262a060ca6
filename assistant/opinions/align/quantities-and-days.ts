import { unitNamed } from '../../../kb/units/unit.ts'
import { clocksIn } from '../../../text/clocks.ts'
import type { DateFound } from '../../../text/date-found.ts'
import { datesMeant, readDates } from '../../../text/dates.ts'
import { CURRENCY_SIGN } from '../../../text/money.ts'
import { MULTIPLES } from '../../../text/numbers.ts'
import type { Span, TextFact } from '../../../text/spans.ts'
import { factsInText } from '../../../text/text-facts.ts'

/** A number as it is compared: in the base unit of what it measures. */
export type Quantity = {
  /** As written, and without its unit. */
  readonly plain: number
  readonly value: number
  /** How far off it may be, for it is written with so many digits. */
  readonly slack: number
  /** What it measures; null for a bare number. */
  readonly dimension: string | null
  readonly unit: string | null
  /** With its unit, in the text. */
  readonly start: number
  readonly end: number
}

const MULTIPLE = /^\s?(thousand|million|billion|k|mn|bn)\b/i

/** Of money "m" is a million too. */
const OF_MONEY = /^\s?(thousand|million|billion|k|mn|bn|m)\b/i
const CURRENCY = new RegExp(`(?:${CURRENCY_SIGN})\\s?$`, 'u')
const TO_THE_NEXT = /^\s*(?:–|-|to|and)\s*\d+(?:[.,]\d+)*/
const PERIOD = /^\s*(?:a|an|per|each|every|\/)\s*(year|annum|month|week|day)\b/i
const PER: Readonly<Record<string, readonly [number, string]>> = {
  year: [1 / 12, 'each month'],
  annum: [1 / 12, 'each month'],
  month: [1, 'each month'],
  week: [1 / 7, 'each day'],
  day: [1, 'each day'],
}
const SINGLE = /\b(?:single|sole|one(?=[\s-](?:hour|day|week|month|year)\b))\b/gi

/** A unit as the word or two behind a number. */
const UNIT = /^[\s-]?(per ?cent|%|°[CF]|[\p{L}µμ][\p{L}µμ\d²³]*(?:\s?\/\s?(?:1\.73\s?m²|[\p{L}\d²³]+))*)/u

/** Spellings that are other words in a sentence: "5 a day". */
const NO_UNIT = /^(?:a|d|s|y|h|st|t|m|in)$/

/**
 * The numbers of a text with their units; those inside names are none. `written`: the text before signs of currency were blanked out of
 * it, for what is money.
 */
export function quantitiesIn(text: string, written = text): readonly Quantity[] {
  return [...factsInText(text), ...[...text.matchAll(SINGLE)].map(singleAt)]
    .filter(({ kind }) => kind === 'number')
    .filter(({ start }) => !/[\p{L}\d][.-]?$/u.test(text.slice(0, start)))
    .filter(({ value }) => Number.isFinite(Number(value)))
    .map((fact) => quantityAt(fact, text, CURRENCY.test(written.slice(0, fact.start))))
}

/** "One" says nothing by itself, "a single one" and "one month" do. */
function singleAt({ 0: text, index }: RegExpExecArray): TextFact {
  return { kind: 'number', value: '1', text, start: index, end: index + text.length }
}

function quantityAt({ value: written, start, end, text: as }: TextFact, text: string, isMoney: boolean): Quantity {
  const multiple = multipleAt(text.slice(end), isMoney)
  const plain = Number(written) * multiple.times
  const digits = /^\d[\d,]*\.(\d+)$/.exec(as)?.[1]?.length ?? 0
  const slack = (0.5 / 10 ** digits) * multiple.times
  const from = end + multiple.length
  const next = TO_THE_NEXT.exec(text.slice(from))?.[0].length ?? 0
  const read = unitAt(text.slice(from + next))
  if (!read) return { plain, value: plain, slack, dimension: null, unit: null, start, end: from }
  const { share, offset, dimension, unit, length } = read
  const place = { start, end: next === 0 ? from + length : from }
  return { plain, value: (plain + offset) * share, slack: slack * share, dimension, unit, ...place }
}

function multipleAt(behind: string, isMoney: boolean): { readonly times: number; readonly length: number } {
  const match = (isMoney ? OF_MONEY : MULTIPLE).exec(behind)
  return { times: MULTIPLES[match?.[1]?.toLowerCase() ?? ''] ?? 1, length: match?.[0].length ?? 0 }
}

type UnitAt = { share: number; offset: number; dimension: string; unit: string; length: number }

function unitAt(behind: string): UnitAt | null {
  const period = PERIOD.exec(behind)
  if (period) {
    const [share, dimension] = PER[period[1]?.toLowerCase() ?? ''] ?? [1, '']
    return { share, offset: 0, dimension, unit: period[1] ?? '', length: period[0].length }
  }
  const match = UNIT.exec(behind)
  const named = match?.[1]?.replace(/^per ?cent$/i, '%')
  const unit = named === undefined || NO_UNIT.test(named) ? null : unitNamed(named)
  if (!match || !unit) return null
  const share = unit.times.dividedBy(unit.over).toNumber()
  const { dimension, name, offset } = unit
  return { share, offset: offset.toNumber(), dimension, unit: name, length: match[0].length }
}

/** Whether two numbers say the same, whatever unit each is in; a bare one may be in any. */
export function isSameQuantity(one: Quantity, other: Quantity): boolean {
  if (one.dimension === null || other.dimension === null) return one.plain === other.plain
  if (one.dimension !== other.dimension) return false
  // Rounding tells only between units: 5 mg is not 5.4 mg.
  const slack = one.unit === other.unit ? 0 : one.slack + other.slack
  return Math.abs(one.value - other.value) <= slack + 1e-9 * Math.abs(one.value)
}

/** Whether two numbers could be held against each other at all. */
export function isComparable(one: Quantity, other: Quantity): boolean {
  return (
    one.dimension === null || other.dimension === null || one.dimension === other.dimension || one.plain === other.plain
  )
}

const MONTH_IN_DIGITS = /\b(0[1-9]|1[0-2])\/((?:19|20)\d{2})\b/g
const YEAR = /\b(?:in|since|until|from|by|of|before|after)\s+((?:19|20)\d{2})\b/gi

type DaysIn = {
  /** ISO, as far as it is written: 2024-09-30, 2022-03, 2022, --03-03 where no year is, or T08:30 for a time of the day. */
  readonly days: readonly string[]
  /** The text without them, everything else at its place. */
  readonly rest: string
}

/** The dates of a text, however they are written; 31/03/2025 is read day first unless that is none. */
export function daysIn(text: string): DaysIn {
  const days: string[] = []
  let rest = text
  const take = (found: readonly (Span & { readonly day: string })[]) => {
    for (const { day, start, end } of found) {
      days.push(day)
      rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
    }
  }
  const match = (pattern: RegExp, read: (parts: readonly string[]) => string) =>
    [...rest.matchAll(pattern)].map((found) => ({
      day: read(found.slice(1)),
      start: found.index,
      end: found.index + found[0].length,
    }))
  take(readDates(text).map((date) => ({ ...date, day: dayMeant(date) })))
  take(match(MONTH_IN_DIGITS, ([month, year]) => `${year}-${month}`))
  take(match(YEAR, ([year = '']) => year))
  take(clocksIn(rest).map(({ values, start, end }) => ({ day: clockOf(Number(values[0])), start, end })))
  return { days, rest }
}

function dayMeant({ kind, value }: DateFound): string {
  return kind === 'yearless' ? `--${value}` : (datesMeant(value)[0] ?? value)
}

function clockOf(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60]
  return `T${[hour, minute].map((part) => String(part).padStart(2, '0')).join(':')}`
}

/** As far as both are written: a month alone, or a day without its year, may be any that fits. */
export function isSameDay(one: string, other: string): boolean {
  const [short, long] = [one, other].toSorted((a, b) => a.length - b.length) as [string, string]
  if (!short.startsWith('--')) return long.startsWith(short)
  return long.startsWith('--') ? long === short : long.slice(4) === short.slice(1)
}

/** Whether they could be held against each other: a time of the day is no day. */
export function isDayLike(one: string, other: string): boolean {
  return one.startsWith('T') === other.startsWith('T')
}
