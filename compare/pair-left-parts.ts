import type { Part } from './compared-text.ts'
import { alignInside, pairOf, type PartPair } from './part-pair.ts'
import { type ReadText, wordsOfParts } from './read-text.ts'

/** Short parts may have no word left of what they said: "Term" became "Duration". */
const SHORT_WORDS = 12
/** Of the letters of both: titles that differ in a word, or in how one is written. */
const ALIKE = 0.6

/**
 * Pairs parts that share hardly a word but stand in the same place and are the same thing: rows of one name, headings and short clauses of one
 * number, the only short part there. `kept` is in order; so is the result.
 */
export function pairLeftParts(
  before: ReadText,
  after: ReadText,
  kept: readonly PartPair[],
  matches: Int32Array,
): readonly PartPair[] {
  const all: PartPair[] = []
  let [one, other] = [0, 0]
  for (const pair of [...kept, null]) {
    const end = pair?.before?.first ?? before.parts.length
    const otherEnd = pair?.after?.first ?? after.parts.length
    for (const found of pairsBetween({ before, after, one, end, other, otherEnd })) {
      alignInside(before, after, found, matches)
      all.push(found)
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

function pairsBetween({ before, after, one, end, other, otherEnd }: Gap): readonly PartPair[] {
  const isAlone = end - one === 1 && otherEnd - other === 1
  const pairs: PartPair[] = []
  let from = other
  for (let part = one; part < end; part += 1) {
    for (let candidate = from; candidate < otherEnd; candidate += 1) {
      if (!isSameThing(before, part, after, candidate, isAlone)) continue
      pairs.push(pairOf({ first: part, last: part }, { first: candidate, last: candidate }))
      from = candidate + 1
      break
    }
  }
  return pairs
}

function isSameThing(before: ReadText, one: number, after: ReadText, other: number, isAlone: boolean): boolean {
  const [part, candidate] = [before.parts[one]!, after.parts[other]!]
  if (part.kind !== candidate.kind) return false
  if (part.kind === 'row') return isAlone || rowName(before, part) === rowName(after, candidate)
  if (!isShort(before, one) || !isShort(after, other)) return false
  if (part.number === candidate.number && (isAlone || part.number !== '')) return true
  return sharedLetters(words(before, part), words(after, candidate)) >= ALIKE
}

function rowName({ text }: ReadText, { start, end }: Part): string {
  const row = text.slice(start, end)
  return (/^\s*\|?\s*([^\t|]+)/.exec(row)?.[1] ?? row).replace(/\s+/g, ' ').trim().toLowerCase()
}

function words({ text }: ReadText, { label, start, end }: Part): string {
  return text
    .slice(label?.end ?? start, end)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

const TRIO = 3

/** The share of the runs of three letters that both have. */
function sharedLetters(one: string, other: string): number {
  const trios = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - TRIO + 1) }, (_, at) => text.slice(at, at + TRIO)))
  const [mine, yours] = [trios(one), trios(other)]
  return (2 * [...mine].filter((trio) => yours.has(trio)).length) / Math.max(1, mine.size + yours.size)
}

function isShort(text: ReadText, part: number): boolean {
  const { from, to } = wordsOfParts(text, part, part)
  return to - from <= SHORT_WORDS
}
