import { factsInText } from '../../../text/text-facts.ts'
import { amountsIn, sayAmount } from './amounts.ts'
import type { ComparisonQuestion } from './comparison-question.ts'
import { isSureFigure } from './is-sure-figure.ts'

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
  const money = moneyIn(text)
  if (money.length > 0) return money
  return [...text.matchAll(MEASURE)].map(({ 0: said, groups }) => ({
    unit: SAME_UNIT[groups?.unit?.toLowerCase() ?? ''] ?? groups?.unit ?? '',
    rank: Number(groups?.figure),
    said,
  }))
}

function moneyIn(text: string): readonly StatedValue[] {
  return amountsIn(text).map((amount) => ({
    unit: amount.currency,
    rank: amount.value.toNumber(),
    said: sayAmount(amount),
  }))
}
