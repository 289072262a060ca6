import { MULTIPLES } from '../../../text/numbers.ts'
import { Decimal } from '../../../kb/values/decimal.ts'
import { isSureFigure } from './is-sure-figure.ts'

type Money = { readonly currency: string; readonly value: Decimal }

/** A sum of money as a text states it; not sure where a sign, a bracket or a letter before it may make another of it. */
export type Amount = Money & { readonly text: string; readonly isSure: boolean }

const SPACE = String.raw`[ \u00a0\u2009\u202f]`
/** Thousands are set off by commas or spaces. */
const FIGURE = String.raw`\d{1,3}(?:(?:,\d{3})+|(?:${SPACE}\d{3})+)(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?`
const TIMES = String.raw`\s?(?:k|mn|bn|m|(?:thousand|million|billion)(?!\p{L}))`
const SIGNED = new RegExp(
  `(?<sign>[£$€]|(?:GBP|USD|EUR|CHF) )\\s?(?<figure>${FIGURE})(?<times>${TIMES})?(?![\\d,.’']*\\d|[\\p{L}]|${SPACE}\\d{3}(?!\\d))`,
  'giu',
)
const NAMED = new RegExp(
  `(?<![\\d.,£$€]|\\d${SPACE})(?<figure>${FIGURE})(?<times>${TIMES})?${SPACE}(?<sign>pounds?|dollars?|euros?|francs?)\\b`,
  'giu',
)
const CURRENCIES: Readonly<Record<string, string>> = {
  gbp: '£',
  pound: '£',
  pounds: '£',
  usd: '$',
  dollar: '$',
  dollars: '$',
  eur: '€',
  euro: '€',
  euros: '€',
  chf: 'CHF ',
  franc: 'CHF ',
  francs: 'CHF ',
}

/** All sums of money of a text, in order. */
export function amountsIn(text: string): readonly Amount[] {
  return [...text.matchAll(SIGNED), ...text.matchAll(NAMED)]
    .toSorted((one, other) => one.index - other.index)
    .map(({ 0: whole, index, groups }) => {
      const { sign = '', figure = '', times = '' } = groups ?? {}
      const value = new Decimal(figure.replaceAll(/[,\s]/g, '')).times(MULTIPLES[times.trim().toLowerCase()] ?? 1)
      const currency = CURRENCIES[sign.trim().toLowerCase()] ?? sign.trim()
      return { currency, value, text: whole.trim(), isSure: isSureFigure(text, index, index + whole.length) }
    })
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
