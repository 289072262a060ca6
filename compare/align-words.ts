import { diffArrays } from 'diff'
import { firstWhere } from '../text/first-where.ts'
import type { WordRange } from './read-text.ts'
import { finished } from './steps.ts'

/** Pieces this short, in words of both together, are aligned exactly; its time grows with the square of what differs. */
const EXACT_AT_MOST = 1200
/** Pieces that share no run of words are still aligned up to this length; longer ones are two different texts. */
const UNANCHORED_AT_MOST = 4000
const MOST_EDITS = 3000
const LEVELS = 5

/**
 * For each word of the one list its place in the other, in order, or -1. First what both have exactly once (runs of 16 words, of 8, of 4 …)
 * parts them into pieces, as a patience diff does; only short pieces are aligned exactly. So the time grows with the length of the lists.
 */
export function alignWords(before: readonly string[], after: readonly string[]): Int32Array {
  return finished(alignInSteps(before, after))
}

/** So many words are looked at between two steps. */
const WORDS_A_STEP = 50_000

/** The same for long lists: others may have a turn between its steps. */
export function* alignInSteps(before: readonly string[], after: readonly string[]): Generator<void, Int32Array, void> {
  const matches = new Int32Array(before.length).fill(-1)
  const ids = yield* runIds(before, after)
  const waiting: { readonly one: WordRange; readonly other: WordRange }[] = [
    { one: { from: 0, to: before.length }, other: { from: 0, to: after.length } },
  ]
  let looked = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { one, other } = matchEnds(next.one, next.other, ids, matches)
    if (one.from >= one.to || other.from >= other.to) continue
    const length = one.to - one.from + other.to - other.from
    looked += length
    if (looked > WORDS_A_STEP) {
      looked = 0
      yield
    }
    const anchors = length <= EXACT_AT_MOST ? [] : anchorsIn(one, other, ids)
    if (anchors.length === 0) {
      if (length <= UNANCHORED_AT_MOST) alignExactly(one, other, ids, matches)
      continue
    }
    waiting.push(...piecesBetween(one, other, anchors, matches))
  }
  return matches
}

/** By the level and the place: a number for the 2^level words that begin there; the same words have the same number. */
type RunIds = { readonly before: readonly Int32Array[]; readonly after: readonly Int32Array[] }

function* runIds(before: readonly string[], after: readonly string[]): Generator<void, RunIds, void> {
  const numbers = new Map<string, number>()
  const numbered = (words: readonly string[]) =>
    Int32Array.from(words, (word) => {
      const number = numbers.get(word) ?? numbers.size
      numbers.set(word, number)
      return number
    })
  const ids: { before: Int32Array[]; after: Int32Array[] } = { before: [numbered(before)], after: [numbered(after)] }
  for (let level = 1; level < LEVELS; level += 1) {
    const pairs = new Map<number, number>()
    for (const side of [ids.before, ids.after]) {
      yield
      side.push(doubled(side[level - 1]!, 2 ** (level - 1), pairs))
    }
  }
  return ids
}

/** More different runs than any text has; the product of two such numbers is still a whole number. */
const MOST_RUNS = 2 ** 26

function doubled(shorter: Int32Array, width: number, pairs: Map<number, number>): Int32Array {
  const length = Math.max(0, shorter.length - width)
  return Int32Array.from({ length }, (_, at) => {
    const pair = shorter[at]! * MOST_RUNS + shorter[at + width]!
    const number = pairs.get(pair) ?? pairs.size
    pairs.set(pair, number)
    return number
  })
}

/** Takes what both begin and end with alike; gives what is left. */
function matchEnds(one: WordRange, other: WordRange, { before, after }: RunIds, matches: Int32Array) {
  const [first, second] = [before[0]!, after[0]!]
  let [from, otherFrom, to, otherTo] = [one.from, other.from, one.to, other.to]
  while (from < to && otherFrom < otherTo && first[from] === second[otherFrom]) {
    matches[from] = otherFrom
    from += 1
    otherFrom += 1
  }
  while (from < to && otherFrom < otherTo && first[to - 1] === second[otherTo - 1]) {
    to -= 1
    otherTo -= 1
    matches[to] = otherTo
  }
  return { one: { from, to }, other: { from: otherFrom, to: otherTo } }
}

type Anchor = { readonly at: number; readonly otherAt: number; readonly words: number }

/** Runs that both pieces have exactly once, the longest that there are, as many as come in the same order. */
function anchorsIn(one: WordRange, other: WordRange, { before, after }: RunIds): readonly Anchor[] {
  for (let level = LEVELS - 1; level >= 0; level -= 1) {
    const words = 2 ** level
    const [places, otherPlaces] = [onlyPlaces(before[level]!, one, words), onlyPlaces(after[level]!, other, words)]
    const both: Anchor[] = []
    for (const [id, at] of places) {
      const otherAt = otherPlaces.get(id) ?? -1
      if (at >= 0 && otherAt >= 0) both.push({ at, otherAt, words })
    }
    const inOrder = longestInOrder(both.toSorted((a, b) => a.at - b.at))
    if (inOrder.length > 0) return inOrder
  }
  return []
}

/** By the id its place, or -1 where there are several. */
function onlyPlaces(ids: Int32Array, { from, to }: WordRange, words: number): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  for (let at = from; at + words <= to; at += 1) {
    const id = ids[at]!
    places.set(id, places.has(id) ? -1 : at)
  }
  return places
}

/** The longest list of anchors whose places grow on both sides. */
function longestInOrder(anchors: readonly Anchor[]): readonly Anchor[] {
  const ends: number[] = []
  const behind = new Int32Array(anchors.length).fill(-1)
  for (const [index, { otherAt }] of anchors.entries()) {
    const low = firstWhere(ends.length, (at) => anchors[ends[at]!]!.otherAt >= otherAt)
    if (low > 0) behind[index] = ends[low - 1]!
    ends[low] = index
  }
  const found: Anchor[] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = behind[index]!) found.push(anchors[index]!)
  return found.toReversed()
}

function piecesBetween(one: WordRange, other: WordRange, anchors: readonly Anchor[], matches: Int32Array) {
  const pieces: { one: WordRange; other: WordRange }[] = []
  let [from, otherFrom] = [one.from, other.from]
  for (const { at, otherAt, words } of anchors) {
    // Anchors overlap where a long run is the same; one that is shifted against those before says nothing.
    if (at < from || otherAt < otherFrom) {
      const isGoingOn = at - from === otherAt - otherFrom
      if (!isGoingOn) continue
    } else if (at > from || otherAt > otherFrom)
      pieces.push({ one: { from, to: at }, other: { from: otherFrom, to: otherAt } })
    for (let word = Math.max(0, from - at); word < words; word += 1) matches[at + word] = otherAt + word
    from = at + words
    otherFrom = otherAt + words
  }
  pieces.push({ one: { from, to: one.to }, other: { from: otherFrom, to: other.to } })
  return pieces
}

function alignExactly(one: WordRange, other: WordRange, { before, after }: RunIds, matches: Int32Array): void {
  const [first, second] = [before[0]!.subarray(one.from, one.to), after[0]!.subarray(other.from, other.to)]
  const steps = diffArrays([...first], [...second], { maxEditLength: MOST_EDITS })
  let [at, otherAt] = [one.from, other.from]
  for (const { added, removed, count } of steps ?? []) {
    if (!added && !removed) for (let word = 0; word < count; word += 1) matches[at + word] = otherAt + word
    if (!added) at += count
    if (!removed) otherAt += count
  }
}
