import { alignWords } from './align-words.ts'
import type { AlignedParts } from './compared-text.ts'
import { type ReadText, type WordRange, wordsOfParts } from './read-text.ts'

/** Parts that correspond, by their places in the documents; null where a document has none. */
export type PartPair = {
  readonly kind: AlignedParts['kind']
  readonly before: PartRange | null
  readonly after: PartRange | null
}
/** Parts that follow each other, `last` included. */
export type PartRange = { readonly first: number; readonly last: number }

export function pairOf(before: PartRange, after: PartRange): PartPair {
  return { kind: 'kept', before, after }
}

/** The words of both sides of a pair; none where a side is missing. */
export function wordsOfPair(before: ReadText, after: ReadText, pair: PartPair) {
  const of = (text: ReadText, range: PartRange | null): WordRange =>
    range ? wordsOfParts(text, range.first, range.last) : { from: 0, to: 0 }
  return { before: of(before, pair.before), after: of(after, pair.after) }
}

/** Aligns the words of a pair by themselves. */
export function alignInside(before: ReadText, after: ReadText, pair: PartPair, matches: Int32Array): void {
  const ranges = wordsOfPair(before, after, pair)
  const keys = ({ words }: ReadText, { from, to }: WordRange) => words.slice(from, to).map(({ key }) => key)
  for (const [word, match] of alignWords(keys(before, ranges.before), keys(after, ranges.after)).entries())
    matches[ranges.before.from + word] = match < 0 ? -1 : ranges.after.from + match
}
