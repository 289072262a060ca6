import { isDayLike, isSameDay } from './days-in.ts'
import { isComparable, isSameQuantity } from './quantities-in.ts'
import type { Statement } from './read-statement.ts'
import { unmatched } from './unmatched.ts'

/** How the numbers and days of two sentences stand to each other. */
export type Facts = {
  readonly same: number
  /** Each has a number or day that could stand for the other's, and does not. */
  readonly isConflict: boolean
  /** Each has one that the other lacks. */
  readonly isUnlike: boolean
  /** Each has a number and a day that the other lacks. */
  readonly isAtOtherTime: boolean
  readonly isInBoth: boolean
  /** Each has numbers, and of other dimensions than the other: a weight and an age. */
  readonly isIncomparable: boolean
}

export function factsOf(a: Statement, b: Statement): Facts {
  const quantities = unmatched(a.quantities, b.quantities, isSameQuantity)
  const days = unmatched(a.days, b.days, isSameDay)
  const isOtherValue = quantities.left.some((one) => quantities.right.some((other) => isComparable(one, other)))
  const isOtherDay = days.left.some((one) => days.right.some((other) => isDayLike(one, other)))
  const [left, right] = [quantities.left.length + days.left.length, quantities.right.length + days.right.length]
  return {
    same: quantities.same + days.same,
    isConflict: isOtherValue || isOtherDay,
    isUnlike: left > 0 && right > 0,
    isAtOtherTime: isOtherValue && isOtherDay,
    isIncomparable: isIncomparable(a, b),
    isInBoth: [a, b].every((one) => one.quantities.length + one.days.length > 0),
  }
}

function isIncomparable({ quantities: as, days }: Statement, { quantities: bs, days: others }: Statement): boolean {
  return (
    as.length > 0 &&
    bs.length > 0 &&
    days.length + others.length === 0 &&
    as.every((one) =>
      bs.every((other) => one.dimension !== null && other.dimension !== null && !isComparable(one, other)),
    )
  )
}
