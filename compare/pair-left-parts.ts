import type { Part } from './compared-text.ts'
import { firstWhere } from '../text/first-where.ts'
import { alignInside, pairOf, type PartPair } from './part-pair.ts'
import { type ReadText, wordsOfParts } from './read-text.ts'

/** Short parts may have no word left of what they said: "Term" became "Duration". */
const SHORT_WORDS = 12
/** Of the letters of both: titles that differ in a word, or in how one is written. */
const ALIKE = 0.6

/** Titles are held against so many that are left in their place: further on the like is another thing. */
const NEAREST = 50
const PARTS_A_STEP = 500

/**
 * Pairs parts that share hardly a word but are in the same place and are the same thing: rows of one name, headings and short clauses of one
 * number, the only short part there. `kept` is in order; so is the result. Between its steps others may have a turn.
 */
export function* pairLeftParts(
  before: ReadText,
  after: ReadText,
  kept: readonly PartPair[],
  matches: Int32Array,
): Generator<void, readonly PartPair[], void> {
  const all: PartPair[] = []
  let [one, other] = [0, 0]
  for (const pair of [...kept, null]) {
    const end = pair?.before?.first ?? before.parts.length
    const otherEnd = pair?.after?.first ?? after.parts.length
    const found = end > one && otherEnd > other ? yield* pairsBetween({ before, after, one, end, other, otherEnd }) : []
    for (const left of found) {
      alignInside(before, after, left, matches)
      all.push(left)
    }
    if (!pair) break
    all.push(pair)
    one = pair.before!.last + 1
    other = pair.after!.last + 1
  }
  return all
}

type Gap = {
  readonly before: ReadText
  readonly after: ReadText
  readonly one: number
  readonly end: number
  readonly other: number
  readonly otherEnd: number
}

function* pairsBetween({ before, after, one, end, other, otherEnd }: Gap): Generator<void, readonly PartPair[], void> {
  const pair = (first: number, second: number) => pairOf({ first, last: first }, { first: second, last: second })
  if (end - one === 1 && otherEnd - other === 1) return isSameAlone(before, one, after, other) ? [pair(one, other)] : []
  const find = createFinder(before, after, other, otherEnd)
  const pairs: PartPair[] = []
  let from = other
  for (let part = one; part < end; part += 1) {
    if ((part - one) % PARTS_A_STEP === PARTS_A_STEP - 1) yield
    const found = find(part, from)
    if (found === null) continue
    pairs.push(pair(part, found))
    from = found + 1
  }
  return pairs
}

/** The only parts between two that correspond. */
function isSameAlone(before: ReadText, one: number, after: ReadText, other: number): boolean {
  const [part, candidate] = [before.parts[one]!, after.parts[other]!]
  if (part.kind !== candidate.kind) return false
  if (part.kind === 'row') return true
  if (!isShort(before, one) || !isShort(after, other)) return false
  return part.number === candidate.number || isAlike(trios(before, one), trios(after, other))
}

/** Gives the first part from a place on that is the same thing as a part of the first document; null where there is none. */
function createFinder(before: ReadText, after: ReadText, other: number, otherEnd: number) {
  const candidates = Array.from({ length: otherEnd - other }, (_, at) => other + at)
  const byName = Map.groupBy(candidates, (candidate) => nameOf(after, candidate))
  const titles = candidates.filter((candidate) => after.parts[candidate]!.kind !== 'row' && isShort(after, candidate))
  const triosOf = new Map(titles.map((candidate) => [candidate, trios(after, candidate)]))
  return (part: number, from: number): number | null => {
    const name = nameOf(before, part)
    const named = name === null ? undefined : atLeast(byName.get(name) ?? [], from, 1)[0]
    const { kind } = before.parts[part]!
    if (kind === 'row' || !isShort(before, part)) return named ?? null
    const own = trios(before, part)
    const alike = atLeast(titles, from, NEAREST).find(
      (candidate) => after.parts[candidate]!.kind === kind && isAlike(own, triosOf.get(candidate)!),
    )
    return alike === undefined || (named !== undefined && named < alike) ? (named ?? null) : alike
  }
}

/** The first of some places in order from one of them on. */
function atLeast(places: readonly number[], from: number, count: number): readonly number[] {
  const first = firstWhere(places.length, (at) => places[at]! >= from)
  return places.slice(first, first + count)
}

/** The first cell of a row, the number of a short part; null for what has none. */
function nameOf(text: ReadText, part: number): string | null {
  const { kind, number } = text.parts[part]!
  if (kind === 'row') return `row ${rowName(text, text.parts[part]!)}`
  return number === '' || !isShort(text, part) ? null : `${kind} ${number}`
}

function rowName({ text }: ReadText, { start, end }: Part): string {
  const row = text.slice(start, end)
  return (/^\s*(?:\|\s*)?([^\t|]+)/.exec(row)?.[1] ?? row).replace(/\s+/g, ' ').trim().toLowerCase()
}

const TRIO = 3

/** The runs of three letters of a part without its number. */
function trios({ text, parts }: ReadText, part: number): ReadonlySet<string> {
  const { label, start, end } = parts[part]!
  const letters = text
    .slice(label?.end ?? start, end)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return new Set(
    Array.from({ length: Math.max(0, letters.length - TRIO + 1) }, (_, at) => letters.slice(at, at + TRIO)),
  )
}

/** By the share of such runs that both have. */
function isAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((trio) => other.has(trio)).length
  return (2 * shared) / Math.max(1, one.size + other.size) >= ALIKE
}

function isShort(text: ReadText, part: number): boolean {
  const { from, to } = wordsOfParts(text, part, part)
  return to - from <= SHORT_WORDS
}
