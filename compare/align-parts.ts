import { alignInSteps } from './align-words.ts'
import { findMoves } from './find-moves.ts'
import { pairLeftParts } from './pair-left-parts.ts'
import { alignInside, pairOf, type PartPair, type PartRange, wordsOfPair } from './part-pair.ts'
import { type ReadText, type WordRange, wordsOfParts } from './read-text.ts'
import { slideToBoundaries } from './slide-to-boundaries.ts'

export type Aligned = {
  /** In the order of the second document; what was removed comes behind what it followed in the first. */
  readonly pairs: readonly PartPair[]
  /** For each word of the first document its place in the second, or -1. */
  readonly matches: Int32Array
}

/** Of two parts of several each: below it the words that they share are chance. */
const COVERED_TOGETHER = 0.75
const COVERED_NEARLY = 0.9
const COVERED_LEAST = 0.3
const SHARE_OF_SHORTER = 0.5
const SHARE_OF_BOTH = 0.4
const NEARLY_ALL = 0.8
const LEAST_WORDS_INSIDE = 4

/** Aligns two documents by their words, and says which parts correspond, which are only in one, and which were moved. */
export function* alignParts(before: ReadText, after: ReadText): Generator<void, Aligned, void> {
  const matches = yield* alignInSteps(
    before.words.map(({ key }) => key),
    after.words.map(({ key }) => key),
  )
  yield
  slideToBoundaries(before, after, matches)
  yield
  const byWords = pairsByWords(before, after, matches)
  yield
  const kept = yield* pairLeftParts(before, after, byWords, matches)
  yield
  const moved = yield* findMoves(before, after, kept, matches)
  return { pairs: inOrder(before, after, kept, moved), matches }
}

/** Words of a part of the one document that were aligned with words of a part of the other. */
type Link = {
  readonly one: number
  readonly other: number
  shared: number
  readonly first: number
  last: number
}

/** Pairs of parts whose words were aligned with each other; words of parts that hardly share any are no longer taken for aligned. */
function pairsByWords(before: ReadText, after: ReadText, matches: Int32Array): readonly PartPair[] {
  const links = linksOf(before, after, matches).filter(
    (link) =>
      link.shared >= SHARE_OF_SHORTER * Math.min(size(before, link.one), size(after, link.other)) ||
      isAtBoundary(link, before, after, matches),
  )
  const pairs = groupsOf(links).flatMap((group) => acceptedPairs(group, before, after, matches))
  keepOnlyWithin(pairs, before, after, matches)
  return pairs
}

function linksOf(before: ReadText, after: ReadText, matches: Int32Array): readonly Link[] {
  const links: Link[] = []
  let other = 0
  for (let one = 0; one < before.parts.length; one += 1) {
    const { from, to } = wordsOfParts(before, one, one)
    for (let word = from; word < to; word += 1) {
      const match = matches[word]!
      if (match < 0) continue
      while (match >= after.firstWords[other + 1]!) other += 1
      const link = links.at(-1)
      if (link?.one === one && link.other === other) {
        link.shared += 1
        link.last = word
      } else links.push({ one, other, shared: 1, first: word, last: word })
    }
  }
  return links
}

/** Whether a paragraph begins or ends a few words earlier in the other document, as where a heading was joined to what it follows. */
function isAtBoundary(
  { one, other, shared, first, last }: Link,
  before: ReadText,
  after: ReadText,
  matches: Int32Array,
) {
  const [start, end] = [matches[first]!, matches[last]!]
  if (shared !== last - first + 1 || shared !== end - start + 1) return false
  const [own, theirs] = [wordsBehindLabel(before, one), wordsBehindLabel(after, other)]
  return (first <= own.from && end === theirs.to - 1) || (last === own.to - 1 && start <= theirs.from)
}

function wordsBehindLabel(text: ReadText, part: number): WordRange {
  const { from, to } = wordsOfParts(text, part, part)
  const labelEnd = text.parts[part]!.label?.end ?? 0
  let first = from
  while (first < to && text.words[first]!.end <= labelEnd) first += 1
  return { from: first, to }
}

/** Links that have a part in common; they are in order on both sides. */
function groupsOf(links: readonly Link[]): readonly (readonly Link[])[] {
  const groups: Link[][] = []
  for (const link of links) {
    const last = groups.at(-1)?.at(-1)
    if (last && (last.one === link.one || last.other === link.other)) groups.at(-1)!.push(link)
    else groups.push([link])
  }
  return groups
}

/** One pair for a paragraph that was parted or joined; else of each part the one that shares most with it. */
function acceptedPairs(
  group: readonly Link[],
  before: ReadText,
  after: ReadText,
  matches: Int32Array,
): readonly PartPair[] {
  const [first, last] = [group[0]!, group.at(-1)!]
  const whole = pairOf({ first: first.one, last: last.one }, { first: first.other, last: last.other })
  const { before: own, after: theirs } = wordsOfPair(before, after, whole)
  // Words too that a part in the midst has of them, of which the most is new.
  const shared = matches.subarray(own.from, own.to).filter((word) => word >= theirs.from && word < theirs.to).length
  const covered = [own, theirs].map(({ from, to }) => shared / Math.max(1, to - from))
  if (group.length > 1 && isOneText(Math.min(...covered), Math.max(...covered))) return [whole]
  const taken = { one: new Set<number>(), other: new Set<number>() }
  const pairs = group
    .toSorted((a, b) => b.shared - a.shared)
    .filter((link) => {
      if (taken.one.has(link.one) || taken.other.has(link.other) || !isPair(link, before, after)) return false
      taken.one.add(link.one)
      taken.other.add(link.other)
      return true
    })
  return pairs
    .toSorted((a, b) => a.one - b.one)
    .map(({ one, other }) => pairOf({ first: one, last: one }, { first: other, last: other }))
}

/** Nearly all of the one may be in the other, much of which was struck out. */
function isOneText(covered: number, coveredBetter: number): boolean {
  return covered >= COVERED_TOGETHER || (coveredBetter >= COVERED_NEARLY && covered >= COVERED_LEAST)
}

function isPair({ one, other, shared }: Link, before: ReadText, after: ReadText): boolean {
  const [length, otherLength] = [size(before, one), size(after, other)]
  const shorter = Math.min(length, otherLength)
  return (
    2 * shared >= SHARE_OF_BOTH * (length + otherLength) ||
    (shared >= NEARLY_ALL * shorter && shorter >= LEAST_WORDS_INSIDE)
  )
}

/** Words that were aligned with those of another pair are free again; their pairs are aligned again. */
function keepOnlyWithin(pairs: readonly PartPair[], before: ReadText, after: ReadText, matches: Int32Array): void {
  const isFreed = new Uint8Array(after.words.length)
  const freed: number[] = []
  const free = (word: number) => {
    if (matches[word]! < 0) return
    isFreed[matches[word]!] = 1
    freed.push(word)
    matches[word] = -1
  }
  let word = 0
  for (const pair of pairs) {
    const { before: own, after: other } = wordsOfPair(before, after, pair)
    for (; word < own.from; word += 1) free(word)
    for (; word < own.to; word += 1) if (matches[word]! < other.from || matches[word]! >= other.to) free(word)
  }
  for (; word < matches.length; word += 1) free(word)
  if (freed.length === 0) return
  const wasFreed = new Set(freed)
  for (const pair of pairs) {
    const { before: own, after: other } = wordsOfPair(before, after, pair)
    const lost = placesIn(own).some((one) => wasFreed.has(one)) || placesIn(other).some((one) => isFreed[one] === 1)
    if (lost) alignInside(before, after, pair, matches)
  }
}

function placesIn({ from, to }: WordRange): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at)
}

/** In words. */
function size(text: ReadText, part: number): number {
  const { from, to } = wordsOfParts(text, part, part)
  return to - from
}

function inOrder(
  before: ReadText,
  after: ReadText,
  kept: readonly PartPair[],
  moved: readonly PartPair[],
): readonly PartPair[] {
  const movedAway = new Set(moved.flatMap(({ before: range }) => partsIn(range)))
  const movedHere = new Map(moved.flatMap((pair) => partsIn(pair.after).map((part) => [part, pair] as const)))
  const pairs: PartPair[] = []
  let [one, other] = [0, 0]
  const takeUpTo = (end: number, otherEnd: number) => {
    for (; one < end; one += 1)
      if (!movedAway.has(one)) pairs.push({ kind: 'removed', before: { first: one, last: one }, after: null })
    for (; other < otherEnd; other += 1) {
      const move = movedHere.get(other)
      if (!move) pairs.push({ kind: 'added', before: null, after: { first: other, last: other } })
      else if (move.after!.first === other) pairs.push(move)
    }
  }
  for (const pair of kept) {
    takeUpTo(pair.before!.first, pair.after!.first)
    pairs.push(pair)
    one = pair.before!.last + 1
    other = pair.after!.last + 1
  }
  takeUpTo(before.parts.length, after.parts.length)
  return pairs
}

function partsIn(range: PartRange | null): readonly number[] {
  return range ? Array.from({ length: range.last - range.first + 1 }, (_, at) => range.first + at) : []
}
