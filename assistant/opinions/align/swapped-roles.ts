import { isSameDay, isSameQuantity, type Quantity } from './quantities-and-days.ts'
import type { Statement } from './read-claim.ts'

type Ordered = Pick<Statement, 'terms' | 'isPassive'>
const IN_TIME = ['before', 'after', 'until']

/**
 * Whether the same words, or the same values, may stand in swapped roles: "the buyer must pay the seller" and "the seller must pay the buyer". A word moved
 * to the front swaps nothing, and a passive says it the other way round.
 */
export function haveSwappedRoles(a: Statement, b: Statement): boolean {
  const values = [
    isOtherOrder(a.days, b.days, isSameDay),
    isOtherOrder(a.quantities, b.quantities, isSameInPlace),
    isOtherOrder(a.places, b.places, (one, other) => one === other),
  ]
  return (
    values.includes(true) || isTurnedRound(a, b) || doesWhatIsDone(a, b) || doesWhatIsDone(b, a) || isOtherPronoun(a, b)
  )
}

/** "Dr Ogilvy told them" and "was told to Dr Ogilvy": the one who acts in one sentence is acted on in the other. */
function doesWhatIsDone({ terms, isPassive, done }: Statement, { terms: others, done: doneThere }: Statement): boolean {
  const [first] = terms
  if (!first || isPassive || done.length > 0 || doneThere.includes(first.name)) return false
  return others.some(({ name }) => name === first.name) && terms.some(({ name }) => doneThere.includes(name))
}

/** "She reports to the head" and "the head reports to her". */
function isOtherPronoun({ pronoun }: Statement, { pronoun: other }: Statement): boolean {
  return pronoun !== null && other !== null && pronoun !== other
}

/** Only what is measured alike can stand for each other. */
function isSameInPlace(one: Quantity, other: Quantity): boolean {
  return one.dimension !== other.dimension || isSameQuantity(one, other)
}

function isOtherOrder<T>(as: readonly T[], bs: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  return as.length === bs.length && as.some((one, index) => !isSame(one, bs[index] as T))
}

function isTurnedRound(a: Statement, b: Statement): boolean {
  const [as, bs] = [orderOf(a, b), orderOf(b, a)]
  const moved = as.filter((name, index) => name !== bs[index]).length
  // What is before what goes by the order of all words.
  if (moved > 0 && a.bounds.some((bound) => IN_TIME.includes(bound))) return true
  const isTurned = as.length > 2 && moved === 2
  return a.isPassive === b.isPassive ? isTurned : as.length > 2 && moved === 0
}

function orderOf({ terms }: Ordered, other: Ordered): readonly string[] {
  const names = new Set(terms.map(({ name }) => name))
  return [...names].filter((name) => other.terms.some((term) => term.name === name))
}
