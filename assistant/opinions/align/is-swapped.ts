import type { Statement } from './read-statement.ts'

type Ordered = Pick<Statement, 'terms' | 'isPassive'>

/**
 * Whether the same words may stand in swapped roles: "the buyer must pay the seller" and "the seller must pay the buyer". A word moved
 * to the front swaps nothing, and a passive says it the other way round.
 */
export function isSwapped(a: Ordered, b: Ordered): boolean {
  const [as, bs] = [orderOf(a, b), orderOf(b, a)]
  const moved = as.filter((name, index) => name !== bs[index]).length
  const isTurned = as.length > 2 && moved === 2
  return a.isPassive === b.isPassive ? isTurned : as.length > 2 && moved === 0
}

function orderOf({ terms }: Ordered, other: Ordered): readonly string[] {
  const names = new Set(terms.map(({ name }) => name))
  return [...names].filter((name) => other.terms.some((term) => term.name === name))
}
