import type { Claim } from '../../../contract/answers/answer.ts'
import { areOtherMeasures, areOthers, type ComparedWords, compareWords } from './word-overlap.ts'
import { isComparable, isDayLike, isSameDay, isSameQuantity, type Quantity } from './quantities-and-days.ts'
import type { ReadClaim, Statement } from './read-claim.ts'

/** `other`: they do not speak of the same. `unclear`: rules cannot tell. */
export type PairState = 'agree' | 'differ' | 'other' | 'unclear'
export type Pair = {
  readonly state: PairState
  /** How much the two speak of the same, from 0. */
  readonly nearness: number
}

const NEARLY_ALL = 0.75
const SOME = 0.3

/** What the same words of a source add. */
const SAME_SOURCE = 0.25

/** How two sentences stand to each other, by rule alone. It is the same either way round. */
export function comparePair(one: ReadClaim, other: ReadClaim): Pair {
  if (one.plain === other.plain) return { state: 'agree', nearness: 2 }
  const [a, b] = [one.statement, other.statement]
  const facts = compareFacts(a, b)
  const words = compareWords(a, b)
  const isSameSource = one.citations.some((citation) => other.citations.some((cited) => overlap(citation, cited)))
  const nearness =
    (words.shared + words.common) / 2 + (isSameSource ? SAME_SOURCE : 0) + (facts.same > 0 ? SAME_SOURCE : 0)
  return { state: stateOf(a, b, { facts, words, isSameSource }), nearness }
}

type Held = { readonly facts: ComparedFacts; readonly words: ComparedWords; readonly isSameSource: boolean }

function stateOf(a: Statement, b: Statement, held: Held): PairState {
  const same = () => (saySame(held) && isBoundAlike(a, b) ? 'agree' : 'unclear')
  return stateApart(a, b, held) ?? stateAgainst(a, b, held) ?? same()
}

/** Where they do not speak of the same, or nobody can tell by rule whether they do; null: they may. */
function stateApart(a: Statement, b: Statement, { words, facts, isSameSource }: Held): PairState | null {
  if (isOfOthers(a, b, facts)) return 'other'
  if (words.shared < SOME && !words.opposite && !isSameSource)
    return a.isLikeliest && b.isLikeliest ? 'unclear' : 'other'
  if (words.shared === 0 && facts.isIncomparable) return 'other'
  return isOtherPlace(a, b) ? 'unclear' : null
}

/** Where they do not say the same; null: nothing speaks against it. */
function stateAgainst(a: Statement, b: Statement, { words, facts }: Held): PairState | null {
  // Two values at two times contradict each other as little as they agree.
  if (facts.isConflict) return words.isAll && !facts.isAtOtherTime ? 'differ' : 'unclear'
  if (isAgainst(a, b, words)) return words.shared >= NEARLY_ALL ? 'differ' : 'unclear'
  return haveContradictoryBounds(a, b, words, facts) ? 'differ' : null
}

/** With numbers or days of two things or persons that are never one. */
function isOfOthers(a: Statement, b: Statement, facts: ComparedFacts): boolean {
  const [as, bs] = [a, b].map(({ terms }) => terms.map(({ name }) => name)) as [string[], string[]]
  if (!facts.isInBoth) return false
  return areOtherMeasures(as, bs) || (facts.isUnlike && areOthers(as, bs))
}

/** As sure, and with the same bounds, clauses and roles. */
function isBoundAlike(a: Statement, b: Statement): boolean {
  return (
    a.certainty === b.certainty &&
    isSameSet(a.bounds, b.bounds) &&
    isSameSet(a.places, b.places) &&
    !haveSwappedRoles(a, b)
  )
}

/** Each names a clause, or a kind by its letter, that the other does not. */
function isOtherPlace({ places }: Statement, other: Statement): boolean {
  const { left, right } = unmatched(places, other.places, (one, another) => one === another)
  return left.length > 0 && right.length > 0
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name) => other.includes(name))
}

/** All that the shorter one says the other says too. A share of its words is not enough: the one that lacks may be the one that counts. */
function saySame({ facts, words }: Held): boolean {
  const isDenied = facts.same > 0 ? words.isDeniedBesideNumbers : words.isDeniedAlone
  return words.isAll && !words.isMixed && !isDenied && !facts.isUnlike
}

function isAgainst(a: Statement, b: Statement, { opposite, isTurned }: ComparedWords): boolean {
  return opposite || isTurned || isOtherForce(a, b)
}

/** A duty is no choice, and what may be is not what is. */
function isOtherForce(a: Statement, b: Statement): boolean {
  if (a.force !== null && b.force !== null && a.force !== b.force) return true
  return Math.abs(a.certainty - b.certainty) >= 2
}

type Citation = Claim['citations'][number]

function overlap(a: Citation, b: Citation): boolean {
  if ('rule' in a || 'rule' in b) return 'rule' in a && 'rule' in b && a.rule === b.rule
  return a.documentId === b.documentId && a.start < b.end && b.start < a.end
}

/** How the numbers and days of two sentences stand to each other. */
type ComparedFacts = {
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

function compareFacts(a: Statement, b: Statement): ComparedFacts {
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

/** Of these no two hold of the same. */
const EITHER: readonly (readonly string[])[] = [
  ['once', 'twice'],
  ['before', 'after'],
  ['floor', 'ceiling'],
  ['most', 'seldom'],
  ['pounds', 'euros', 'dollars'],
]

/** In the same words one is bound to the contrary: before and after, at least and at most. */
function haveContradictoryBounds(a: Statement, b: Statement, words: ComparedWords, facts: ComparedFacts): boolean {
  const { left, right } = unmatched(a.bounds, b.bounds, (one, other) => one === other)
  if (!words.isAll || words.common < 1 || words.isMixed || facts.isUnlike || haveSwappedRoles(a, b)) return false
  return EITHER.some(
    (kind) => left.length === 1 && right.length === 1 && [...left, ...right].every((bound) => kind.includes(bound)),
  )
}

type Unmatched<T> = { readonly left: readonly T[]; readonly right: readonly T[]; readonly same: number }

/** What of two lists has nothing in the other that is the same, and how many of the first have. */
function unmatched<T>(as: readonly T[], bs: readonly T[], isSame: (a: T, b: T) => boolean): Unmatched<T> {
  const left = as.filter((a) => !bs.some((b) => isSame(a, b)))
  return { left, right: bs.filter((b) => !as.some((a) => isSame(a, b))), same: as.length - left.length }
}

type Ordered = Pick<Statement, 'terms' | 'isPassive'>
const IN_TIME = ['before', 'after', 'until']

/**
 * Whether the same words, or the same values, may stand in swapped roles: "the buyer must pay the seller" and "the seller must pay the buyer". A word moved
 * to the front swaps nothing, and a passive says it the other way round.
 */
function haveSwappedRoles(a: Statement, b: Statement): boolean {
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
