import { Decimal } from '../../values/decimal.ts'
import type { NumberValue } from '../../values/value.ts'
import type { Status } from './condition-status.ts'
import type { PreparedItem, PreparedPart, PreparedSum } from './prepared-rule.ts'
import type { Run } from './rule-run.ts'
import { solve } from './solve.ts'
import { message, type Message } from '../../../wording/message.ts'

/** `problem`: two parts of one item hold though the rule says that at most one can. */
export type SumResult = { readonly value: NumberValue; readonly problem: Message | null }

/**
 * Of each item the part that holds; of items of which no part is sure, anything from the least to the greatest that may
 * hold, or nothing, but where its parts cover all that there is. That at most one part of an item holds is taken from the rule.
 */
export function evaluateSum(sum: PreparedSum, run: Run): SumResult {
  let low = ZERO
  let high = ZERO
  let problem: Message | null = null
  for (const item of sum.items) {
    const points = itemPoints(item, run)
    low = low.plus(points.low)
    high = high.plus(points.high)
    if (points.sure.length > 1) problem ??= bothHold(points.sure)
  }
  return { value: { kind: 'number', low, high }, problem }
}

/** What the rule says cannot be at once, by the names of its parts. */
export function bothHold(parts: readonly string[]): Message {
  return message('reasoning.problems.bothHold', { parts: parts.join('; ') })
}

const ZERO = new Decimal(0)

function itemPoints(
  { oneOf: parts, coversAll }: PreparedItem,
  run: Run,
): { readonly low: Decimal; readonly high: Decimal; readonly sure: readonly string[] } {
  const sure: PreparedPart[] = []
  const possible: Decimal[] = []
  let low = ZERO
  let high = ZERO
  for (const part of parts) {
    const status = partStatus(part, run)
    if (status === 'yes') sure.push(part)
    if (status !== 'unknown') continue
    possible.push(part.add)
    low = Decimal.min(low, part.add)
    high = Decimal.max(high, part.add)
  }
  const [only] = sure
  if (only === undefined && coversAll && possible.length > 0)
    return { low: Decimal.min(...possible), high: Decimal.max(...possible), sure: [] }
  if (only === undefined) return { low, high, sure: [] }
  const points = sure.map((part) => part.add)
  return { low: Decimal.min(...points), high: Decimal.max(...points), sure: sure.map((part) => part.part.say) }
}

export function partStatus(part: PreparedPart, run: Run): Status {
  const many = run.many
  let status: Status = 'no'
  solve(part.when, run, true, (certain) => {
    status = certain ? 'yes' : 'unknown'
    return certain
  })
  run.many = many
  return status
}
