import type { Claim } from '../../../contract/answer.ts'
import { isComparable, isSameQuantity } from './quantities-in.ts'
import { isSameDay } from './days-in.ts'
import { isSwapped } from './is-swapped.ts'
import type { ReadClaim } from './read-claim.ts'
import { DENYING_PREFIX, type Statement, type Term } from './read-statement.ts'

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
  const facts = factsOf(a, b)
  const words = wordsOf(a, b)
  const isSameSource = one.citations.some((citation) => other.citations.some((cited) => overlap(citation, cited)))
  const nearness =
    (words.shared + words.common) / 2 + (isSameSource ? SAME_SOURCE : 0) + (facts.same > 0 ? SAME_SOURCE : 0)
  return { state: stateOf(a, b, { facts, words, isSameSource }), nearness }
}

type Held = { readonly facts: Facts; readonly words: Words; readonly isSameSource: boolean }

function stateOf(a: Statement, b: Statement, held: Held): PairState {
  const { words, isSameSource } = held
  if (words.shared < SOME && !words.opposite && !isSameSource) return 'other'
  if (isOtherPlace(a, b)) return 'unclear'
  if (held.facts.isConflict) return words.isAll ? 'differ' : 'unclear'
  if (isAgainst(a, b, words)) return words.shared >= NEARLY_ALL ? 'differ' : 'unclear'
  return saySame(held) && isBoundAlike(a, b) ? 'agree' : 'unclear'
}

/** As sure, and with the same bounds, clauses and roles. */
function isBoundAlike(a: Statement, b: Statement): boolean {
  return (
    a.certainty === b.certainty && isSameSet(a.bounds, b.bounds) && isSameSet(a.places, b.places) && !isSwapped(a, b)
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
  return words.isAll && !words.isDeniedAlone && !facts.isUnlike
}

function isAgainst(a: Statement, b: Statement, { opposite, isTurned }: Words): boolean {
  return opposite || isTurned || isOtherForce(a, b)
}

/** A duty is no choice, and what may be is not what is. */
function isOtherForce(a: Statement, b: Statement): boolean {
  if (a.force !== null && b.force !== null && a.force !== b.force) return true
  return Math.abs(a.certainty - b.certainty) >= 2
}

type Facts = {
  readonly same: number
  /** Each has a number or day that could stand for the other's, and does not. */
  readonly isConflict: boolean
  /** Each has one that the other lacks. */
  readonly isUnlike: boolean
}

function factsOf(a: Statement, b: Statement): Facts {
  const quantities = unmatched(a.quantities, b.quantities, isSameQuantity)
  const days = unmatched(a.days, b.days, isSameDay)
  const isConflict =
    quantities.left.some((one) => quantities.right.some((other) => isComparable(one, other))) ||
    (days.left.length > 0 && days.right.length > 0)
  const [left, right] = [quantities, days].reduce(
    ([l, r], { left: lone, right: alone }) => [l + lone.length, r + alone.length],
    [0, 0],
  ) as [number, number]
  return { same: quantities.same + days.same, isConflict, isUnlike: left > 0 && right > 0 }
}

type Unmatched<T> = { readonly left: readonly T[]; readonly right: readonly T[]; readonly same: number }

function unmatched<T>(as: readonly T[], bs: readonly T[], isSame: (a: T, b: T) => boolean): Unmatched<T> {
  const left = as.filter((a) => !bs.some((b) => isSame(a, b)))
  return { left, right: bs.filter((b) => !as.some((a) => isSame(a, b))), same: as.length - left.length }
}

type Words = {
  /** Of the shorter one's terms, the share that the other has too; what they say the opposite of does not count. */
  readonly shared: number
  /** The same of the longer one's. */
  readonly common: number
  readonly isAll: boolean
  /** One says the opposite of a word of the other. */
  readonly opposite: boolean
  /** What one denies the other says. */
  readonly isTurned: boolean
  /** One denies something, or says the bad side of it, of which the other says nothing. */
  readonly isDeniedAlone: boolean
}

function wordsOf(a: Statement, b: Statement): Words {
  const [as, bs] = [againstPrefixes(a.terms, b.terms), againstPrefixes(b.terms, a.terms)]
  const both = as.flatMap((one) => bs.filter(({ name }) => name === one.name).map((other) => ({ one, other })))
  const isBoth = (name: string) => both.some(({ one }) => one.name === name)
  const opposites = both
    .filter(({ one, other }) => one.hasOpposite && one.sign !== other.sign)
    .map(({ one }) => one.name)
  const subject = (terms: readonly Term[]) =>
    new Set(terms.map(({ name }) => name).filter((name) => !opposites.includes(name)))
  const [few = 0, many = 0] = [subject(as).size, subject(bs).size].toSorted((one, other) => one - other)
  const common = [...subject(as)].filter(isBoth).length
  const denied = both.filter(({ one, other }) => one.sign < 0 && other.sign < 0).length
  return {
    shared: few === 0 ? 0 : common / few,
    common: many === 0 ? 0 : common / many,
    isAll: few > 0 && common === few,
    opposite: opposites.length > 0,
    isTurned: denied === 0 && both.some(({ one, other }) => one.sign !== other.sign),
    isDeniedAlone: denied === 0 && [...as, ...bs].some(({ name, sign }) => sign < 0 && !isBoth(name)),
  }
}

/** "Undisplaced" denies what the other calls displaced. */
function againstPrefixes(terms: readonly Term[], others: readonly Term[]): readonly Term[] {
  return terms.map((term) => {
    const rest = term.name.replace(DENYING_PREFIX, '')
    const isDenial = rest !== term.name && others.some(({ name }) => name === rest)
    return isDenial ? { name: rest, sign: term.sign === 1 ? -1 : 1, hasOpposite: true } : term
  })
}

type Citation = Claim['citations'][number]

function overlap(a: Citation, b: Citation): boolean {
  if ('rule' in a || 'rule' in b) return 'rule' in a && 'rule' in b && a.rule === b.rule
  return a.documentId === b.documentId && a.start < b.end && b.start < a.end
}
