import { contentWords } from '../../checks/content-words.ts'

/** What two libraries' hits have in common. */
export type MergedHit = {
  readonly text: string
  /** Title or path of the document, and section. */
  readonly context: string
  /** Cosine similarity with the question; null where words alone were searched. */
  readonly similarity: number | null
}

/** So much of a result may come from reference libraries, unless the matter has nothing as close. */
const REFERENCE_SHARE = 0.4

/**
 * One list of the matter's passages and those of reference libraries, each in its own order. Their scores cannot be compared
 * (each is a share of the best in its own library), so a reference passage goes before the matter's passages that are less
 * close to the question than it is. `limit` in all.
 */
export function mergeHits<T extends MergedHit>(
  question: string,
  own: readonly T[],
  references: readonly T[],
  limit: number,
): readonly T[] {
  const words = [...new Set(contentWords(question))]
  const ownCloseness = fromBehind(own.map((hit) => closeness(hit, words)))
  const ranked = references
    .map((hit) => ({ hit, closeness: closeness(hit, words) }))
    .toSorted((one, other) => other.closeness - one.closeness)
  const merged: T[] = []
  let [nextOwn, nextReference] = [0, 0]
  while (merged.length < limit && (nextOwn < own.length || nextReference < ranked.length)) {
    const reference = ranked[nextReference]
    const isCapped = nextReference >= Math.floor(REFERENCE_SHARE * limit) && nextOwn < own.length
    if (reference && !isCapped && (nextOwn >= own.length || reference.closeness > (ownCloseness[nextOwn] ?? 0))) {
      merged.push(reference.hit)
      nextReference += 1
    } else merged.push(own[nextOwn++] as T)
  }
  return merged
}

/** Cosine similarity, and the share of the question's words that the passage or its headings have. */
function closeness({ text, context, similarity }: MergedHit, words: readonly string[]): number {
  const there = new Set(contentWords(`${context} ${text}`))
  const share = words.length === 0 ? 0 : words.filter((word) => there.has(word)).length / words.length
  return (similarity ?? 0) + share
}

/** For each place the greatest from there on: a passage keeps its rank however its successor scores. */
function fromBehind(values: readonly number[]): readonly number[] {
  let best = -Infinity
  return values
    .toReversed()
    .map((value) => (best = Math.max(best, value)))
    .toReversed()
}
