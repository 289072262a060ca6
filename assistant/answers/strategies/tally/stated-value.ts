import { Decimal } from '../../../../kb/values/decimal.ts'
import { moneyIn, signOf } from '../../../../text/money.ts'
import { factsInText } from '../../../../text/text-facts.ts'
import type { ComparisonQuestion } from './comparison-question.ts'

/** What can be compared: values of one `unit` by `rank`, said as they are written. */
export type StatedValue = { readonly unit: string; readonly rank: string | number; readonly said: string }

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/
const LENGTH = /(?<![\p{L}\d.,]|half )(?<figure>\d+|\p{L}+)[ -](?<unit>year|month|week|day)s?(?!\p{L})/giu
const UNIT =
  '(?<unit>°[CF]|bpm|beats per minute|beats/min(?:ute)?|breaths per minute|breaths/min(?:ute)?|mmol/L|g/L|mg|kg|%)(?![\\p{L}/])'
const MEASURE = new RegExp(`(?<![\\d/.,])(?<figure>\\d+(?:\\.\\d+)?)\\s?${UNIT}`, 'giu')

/** Also what the other one passes over, such as the end of a fraction. */
const ANY_MEASURE = new RegExp(`(?:(?<![\\d.,])\\d+(?:\\.\\d+)?|[¼-¾⅐-⅞])\\s?${UNIT}`, 'giu')

/** No whole number of years, months, weeks or days; 12.5.2024 is none of them. */
const PART_OF_LENGTH = /(?:\d[.,⁄/]\d+|[¼-¾⅐-⅞])[ -](?:years?|months?|weeks?|days?)(?!\p{L})|\b(?:half|quarter)\b/iu
const SAME_UNIT: Readonly<Record<string, string>> = {
  bpm: 'beats/min',
  'beats per minute': 'beats/min',
  'beats/minute': 'beats/min',
  'breaths per minute': 'breaths/min',
  'breaths/minute': 'breaths/min',
}

/** A year is twelve months and a week seven days; how many days a month has nobody knows. */
const IN_UNIT: Readonly<Record<string, readonly [unit: string, times: number]>> = {
  year: ['months', 12],
  month: ['months', 1],
  week: ['days', 7],
  day: ['days', 1],
}

/**
 * The one day, length of time or sum of money that a text states; null where it states none, or several, or one with a sign or a
 * fraction.
 */
export function statedValue(text: string, measure: ComparisonQuestion['measure']): StatedValue | null {
  if (hasUnsureFigure(text, measure)) return null
  const all = { day: daysIn, length: lengthsIn, amount: amountsOrMeasures }[measure](text)
  const [first] = all
  return first && all.every(({ unit, rank }) => unit === first.unit && rank === first.rank) ? first : null
}

/** Whether a text gives a value of this kind with a sign, in brackets or with a fraction, which are not read. */
export function hasUnsureFigure(text: string, measure: ComparisonQuestion['measure']): boolean {
  if (measure === 'length') return PART_OF_LENGTH.test(text)
  if (measure === 'day') return false
  const measures = [...text.matchAll(ANY_MEASURE)]
  return (
    amountsIn(text).some(({ isSure }) => !isSure) ||
    measures.some(({ index, 0: said }) => !isSureFigure(text, index, index + said.length))
  )
}

function daysIn(text: string): readonly StatedValue[] {
  return factsInText(text)
    .filter(({ kind, value }) => kind === 'date' && WHOLE_DAY.test(value))
    .map(({ value, text: said }) => ({ unit: 'day', rank: value, said }))
}

/** "Three years and six months" is one length. */
function lengthsIn(text: string): readonly StatedValue[] {
  const found = [...text.matchAll(LENGTH)].flatMap(({ 0: said, index, groups }) => {
    const count = numberOf(groups?.figure ?? '')
    const [unit, times] = IN_UNIT[groups?.unit?.toLowerCase() ?? ''] ?? ['', 0]
    return count === null ? [] : [{ unit, rank: count * times, said, start: index, end: index + said.length }]
  })
  const lengths: typeof found = []
  for (const one of found) {
    const before = lengths.at(-1)
    const isMore = before?.unit === one.unit && /^\s*(?:,|and|, and)\s*$/.test(text.slice(before.end, one.start))
    if (before && isMore)
      lengths[lengths.length - 1] = {
        ...before,
        rank: before.rank + one.rank,
        said: text.slice(before.start, one.end),
        end: one.end,
      }
    else lengths.push(one)
  }
  return lengths.map(({ unit, rank, said }) => ({ unit, rank, said }))
}

function numberOf(figure: string): number | null {
  if (/^(?:one|a|an)$/i.test(figure)) return 1
  const value = factsInText(`x ${figure}`).find(({ kind }) => kind === 'number')?.value
  return value === undefined ? null : Number(value)
}

/** Money, or a number with one of the units in which things of the body are measured. */
function amountsOrMeasures(text: string): readonly StatedValue[] {
  const money = statedMoney(text)
  if (money.length > 0) return money
  return [...text.matchAll(MEASURE)].map(({ 0: said, groups }) => ({
    unit: SAME_UNIT[groups?.unit?.toLowerCase() ?? ''] ?? groups?.unit ?? '',
    rank: Number(groups?.figure),
    said,
  }))
}

function statedMoney(text: string): readonly StatedValue[] {
  return amountsIn(text).map((amount) => ({
    unit: amount.currency,
    rank: amount.value.toNumber(),
    said: sayAmount(amount),
  }))
}

const BULLET = /(?:^|\n)[ \t]*[-–•] +$/u

/** A minus, the bracket of a debit, the letter of another dollar ("A$"), the middle of a range or of a fraction. */
const SIGN_BEFORE = /(?:[-‐‑‒–—−/⁄(]\s?|\b(?:minus|negative)\s|[\p{L}\d½¼¾])$/iu
const FRACTION_BEHIND = /^\s?(?:[¼-¾⅐-⅞]|\d+\s?[/⁄]\s?\d)/u

/** Whether a figure with its unit, between `start` and `end` of a text, is what it says: no sign, bracket or fraction belongs to it. */
function isSureFigure(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start)
  return (BULLET.test(before) || !SIGN_BEFORE.test(before)) && !FRACTION_BEHIND.test(text.slice(end))
}

type Money = { readonly currency: string; readonly value: Decimal }

/** A sum of money as a text states it; not sure where a sign, a bracket or a letter before it may make another of it. */
type Amount = Money & { readonly text: string; readonly isSure: boolean }

/** All sums of money of a text, in order. */
export function amountsIn(text: string): readonly Amount[] {
  return moneyIn(text).map(({ currency, figure, times, text: written, start, end }) => ({
    currency: signOf(currency),
    value: new Decimal(figure).times(times),
    text: written,
    isSure: isSureFigure(text, start, end),
  }))
}

/** Their sum; null where there is none or they are in several currencies, for nothing tells what one is worth in another. */
export function addAmounts(amounts: readonly Money[]): Money | null {
  const [first] = amounts
  if (!first || amounts.some(({ currency }) => currency !== first.currency)) return null
  return { currency: first.currency, value: amounts.reduce((sum, { value }) => sum.plus(value), new Decimal(0)) }
}

/** `£1,200`, `$0.50`: pence only where there are any. */
export function sayAmount({ currency, value }: Money): string {
  const [whole = '0', part] = value.toFixed(value.isInteger() ? 0 : 2).split('.')
  return `${currency}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${part === undefined ? '' : `.${part}`}`
}
