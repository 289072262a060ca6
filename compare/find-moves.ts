import { alignInside, pairOf, type PartPair } from './part-pair.ts'
import { type ReadText, wordsOfParts } from './read-text.ts'

const LEAST_WORDS = 5
/** Of a part that neither document has twice. */
const LEAST_WORDS_ALONE = 3
/** Of the words of both: below it nobody would call it the same clause. */
const LIKENESS = 0.7
const SHINGLE = 4
/** Parts that share a run of words with very many others, as forms do, are held against some of them only. */
const MOST_CANDIDATES = 30
const PARTS_A_STEP = 500

type Left = { readonly part: number; readonly keys: readonly string[] }

/**
 * Parts that only one document has at one place and the other at another place, with the same words or nearly: moved as a whole. Parts that
 * moved together are one pair. Between its steps others may have a turn.
 */
export function* findMoves(
  before: ReadText,
  after: ReadText,
  kept: readonly PartPair[],
  matches: Int32Array,
): Generator<void, readonly PartPair[], void> {
  const gone = leftParts(
    before,
    kept.map((pair) => pair.before!),
  )
  const come = leftParts(
    after,
    kept.map((pair) => pair.after!),
  )
  if (gone.length === 0 || come.length === 0) return []
  const moves = new Map<number, number>()
  const taken = new Set<number>()
  const take = (one: number, other: number) => {
    moves.set(one, other)
    taken.add(other)
  }
  const free = () => come.filter(({ part }) => !taken.has(part))
  pairAlike(gone, free(), take)
  yield
  yield* pairNearlyAlike(
    gone.filter(({ part }) => !moves.has(part)),
    free(),
    take,
  )
  pairBeside(gone, come, moves, taken, take)
  return together(moves).map((pair) => {
    alignInside(before, after, pair, matches)
    return pair
  })
}

function leftParts(
  text: ReadText,
  paired: readonly { readonly first: number; readonly last: number }[],
): readonly Left[] {
  const isPaired = new Uint8Array(text.parts.length)
  for (const { first, last } of paired) isPaired.fill(1, first, last + 1)
  return [...text.parts.keys()].flatMap((part) => {
    if (isPaired[part]) return []
    return [{ part, keys: wordsWithoutLabel(text, part) }]
  })
}

/** A clause that moved has another number. */
function wordsWithoutLabel(text: ReadText, part: number): readonly string[] {
  const { from, to } = wordsOfParts(text, part, part)
  const labelEnd = text.parts[part]!.label?.end ?? 0
  return text.words.slice(from, to).flatMap(({ key, start }) => (start < labelEnd ? [] : [key]))
}

type Take = (one: number, other: number) => void

function pairAlike(gone: readonly Left[], come: readonly Left[], take: Take): void {
  const [from, to] = [gone, come].map((all) => Map.groupBy(all, ({ keys }) => keys.join(' ')))
  for (const [words, some] of from!) {
    const others = to!.get(words) ?? []
    const isAlone = some.length === 1 && others.length === 1
    if (some[0]!.keys.length < (isAlone ? LEAST_WORDS_ALONE : LEAST_WORDS)) continue
    for (const [at, { part }] of some.entries()) if (others[at]) take(part, others[at].part)
  }
}

function* pairNearlyAlike(gone: readonly Left[], come: readonly Left[], take: Take): Generator<void, void, void> {
  const byShingle = shingled(come)
  const pairs: { readonly one: Left; readonly other: Left; readonly likeness: number }[] = []
  for (const [at, one] of gone.entries()) {
    if (at % PARTS_A_STEP === PARTS_A_STEP - 1) yield
    for (const other of mostAlike(one, byShingle)) pairs.push({ one, other, likeness: likeness(one.keys, other.keys) })
  }
  const taken = new Set<Left>()
  for (const { one, other, likeness: alike } of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
    if (alike < LIKENESS || taken.has(one) || taken.has(other)) continue
    taken.add(one).add(other)
    take(one.part, other.part)
  }
}

type Shingled = ReadonlyMap<string, readonly Left[]>

/** By each run of words the first parts that have it. */
function shingled(parts: readonly Left[]): Shingled {
  const byShingle = new Map<string, Left[]>()
  for (const left of parts)
    for (const shingle of shingles(left.keys)) {
      const own = byShingle.get(shingle)
      if (!own) byShingle.set(shingle, [left])
      else if (own.length < MOST_CANDIDATES) own.push(left)
    }
  return byShingle
}

/** The three parts that share most runs of words with one. */
function mostAlike({ keys }: Left, byShingle: Shingled): readonly Left[] {
  const candidates = new Map<Left, number>()
  for (const shingle of shingles(keys))
    for (const other of byShingle.get(shingle) ?? []) candidates.set(other, (candidates.get(other) ?? 0) + 1)
  return [...candidates]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([other]) => other)
}

function shingles(keys: readonly string[]): ReadonlySet<string> {
  if (keys.length < LEAST_WORDS) return new Set()
  return new Set(keys.slice(0, 1 - SHINGLE).map((_, at) => keys.slice(at, at + SHINGLE).join(' ')))
}

/** The share of the words of both that both have. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const key of one) counts.set(key, (counts.get(key) ?? 0) + 1)
  let shared = 0
  for (const key of other) {
    const left = counts.get(key) ?? 0
    if (left > 0) shared += 1
    counts.set(key, left - 1)
  }
  return (2 * shared) / (one.length + other.length)
}

/** A heading or a short item beside what moved moved with it. */
function pairBeside(
  gone: readonly Left[],
  come: readonly Left[],
  moves: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
  take: Take,
): void {
  const [own, others] = [new Map(gone.map((one) => [one.part, one])), new Map(come.map((one) => [one.part, one]))]
  for (const step of [-1, 1])
    for (const [from, to] of [...moves].toSorted(([a], [b]) => (b - a) * -step)) {
      for (let away = step; ; away += step) {
        const [one, other] = [own.get(from + away), others.get(to + away)]
        if (!one || !other || moves.has(one.part) || taken.has(other.part)) break
        if (one.keys.join(' ') !== other.keys.join(' ')) break
        take(one.part, other.part)
      }
    }
}

function together(moves: ReadonlyMap<number, number>): readonly PartPair[] {
  const pairs: PartPair[] = []
  for (const [one, other] of [...moves].toSorted(([a], [b]) => a - b)) {
    const last = pairs.at(-1)
    if (last?.before?.last === one - 1 && last.after?.last === other - 1)
      pairs[pairs.length - 1] = {
        ...last,
        before: { ...last.before, last: one },
        after: { ...last.after, last: other },
      }
    else pairs.push({ ...pairOf({ first: one, last: one }, { first: other, last: other }), kind: 'moved' })
  }
  return pairs
}
