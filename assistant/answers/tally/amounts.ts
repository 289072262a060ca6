import { moneyIn, signOf } from '../../../text/money.ts'
import { Decimal } from '../../../kb/values/decimal.ts'
import { isSureFigure } from './is-sure-figure.ts'

type Money = { readonly currency: string; readonly value: Decimal }

/** A sum of money as a text states it; not sure where a sign, a bracket or a letter before it may make another of it. */
export type Amount = Money & { readonly text: string; readonly isSure: boolean }

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
