import { writeNumber, type WrittenNumber } from './written-value.ts'

const UNIT_OF_ANYTHING = /^(?<amount>.*\d)\s*(?<unit>[\p{L}%°/].*)$/u

/** `58 kg` typed into a field of one of these units, taken apart; null where no such unit follows a number. */
export function typedUnit(text: string, units: readonly string[]): WrittenNumber | null {
  for (const unit of units.toSorted((one, other) => other.length - one.length)) {
    const amount = text.trim().slice(0, -unit.length)
    if (text.trim().endsWith(unit) && writeNumber({ amount, unit }) !== null) return { amount: amount.trim(), unit }
  }
  return null
}

/** What stands behind a number where a unit would: "mmHg" of "58 mmHg"; null where there is no such thing. */
export function strangeUnit(text: string): string | null {
  const { amount, unit } = UNIT_OF_ANYTHING.exec(text.trim())?.groups ?? {}
  return amount !== undefined && unit !== undefined && writeNumber({ amount, unit }) !== null ? unit : null
}
