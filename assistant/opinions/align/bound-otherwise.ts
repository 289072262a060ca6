import type { Facts } from './facts-of.ts'
import { isSwapped } from './is-swapped.ts'
import type { Statement } from './read-statement.ts'
import { unmatched } from './unmatched.ts'
import type { Words } from './words-of.ts'

/** Of these no two hold of the same. */
const EITHER: readonly (readonly string[])[] = [
  ['once', 'twice'],
  ['before', 'after'],
  ['floor', 'ceiling'],
  ['most', 'seldom'],
  ['pounds', 'euros', 'dollars'],
]

/** In the same words one is bound to the contrary: before and after, at least and at most. */
export function isBoundOtherwise(a: Statement, b: Statement, words: Words, facts: Facts): boolean {
  const { left, right } = unmatched(a.bounds, b.bounds, (one, other) => one === other)
  if (!words.isAll || words.common < 1 || words.isMixed || facts.isUnlike || isSwapped(a, b)) return false
  return EITHER.some(
    (kind) => left.length === 1 && right.length === 1 && [...left, ...right].every((bound) => kind.includes(bound)),
  )
}
