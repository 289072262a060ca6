import { contentWords } from '../../text/words.ts'

/** What the hits of two libraries have in common. */
export type ComparableHit = {
  readonly text: string
  /** Title or path of the document, and section. */
  readonly context: string
  /** Cosine similarity with the question; null where words alone were searched. */
  readonly similarity: number | null
}

/** So much of a result may come from reference libraries, unless the matter has nothing nearly as close. */
const REFERENCE_SHARE = 0.4
/** A reference passage goes before one of the matter when it is closer by this much. */
const MARGIN = 0.1
/** The matter has nothing on a question when the best of a reference library is closer by this much. */
const NOTHING_IN_MATTER = 0.25

/**
 * One list of the matter's passages and those of reference libraries, `limit` in all. Each keeps the order it has in its
 * own library; scores cannot be compared, each being a share of the best there, so it is closeness to the question that
 * decides between two libraries.
 *
 * Over twelve pairs of unrelated sets (of `docs/measuring.md`), questions on the matter lost at most .9 points of hit@5 (mean .1)
 * and none of hit@10 by the other library; questions that only the reference library answers lost .7 and .3 points
 * against asking it alone. Without the margin the worst was 2.6 points; at twice it, the latter lost 1.7.
 */
export function mergeHits<T extends ComparableHit>(
  question: string,
  own: readonly T[],
  references: readonly (readonly T[])[],
  limit: number,
): readonly T[] {
  const words = [...new Set(contentWords(question))]
  // A list that was found by words alone can be compared with others by words alone.
  const bySimilarity = [own, ...references].flat().every(({ similarity }) => similarity !== null)
  const listOf = (hits: readonly T[]) => createList(hits, (hit) => closeness(hit, words, bySimilarity))
  const matter = listOf(own)
  const others = references.map(listOf)
  const isElsewhere = bestOf(others).closeness > matter.closeness + NOTHING_IN_MATTER
  const atMost = isElsewhere ? limit : Math.floor(REFERENCE_SHARE * limit)
  const merged: T[] = []
  for (let taken = 0; merged.length < limit; ) {
    const other = bestOf(others)
    const isFirst = taken < atMost && other.closeness > matter.closeness + MARGIN
    const next = isFirst || matter.isEmpty ? other.take() : matter.take()
    if (next === undefined) break
    if (isFirst) taken += 1
    merged.push(next)
  }
  return merged
}

type List<T> = { readonly isEmpty: boolean; readonly closeness: number; take(): T | undefined }

/** A list from which the first is taken. Its closeness is the greatest of what is left: a hit keeps its rank whatever follows. */
function createList<T>(hits: readonly T[], closenessOf: (hit: T) => number): List<T> {
  const values = hits.map(closenessOf)
  let at = 0
  return {
    get isEmpty() {
      return at >= hits.length
    },
    get closeness() {
      return Math.max(-Infinity, ...values.slice(at))
    },
    take: () => hits[at++],
  }
}

function bestOf<T>(lists: readonly List<T>[]): List<T> {
  const none: List<T> = { isEmpty: true, closeness: -Infinity, take: () => undefined }
  return lists.reduce((best, list) => (list.closeness > best.closeness ? list : best), none)
}

/** Cosine similarity, and the share of the question's words that the passage or its headings have. */
function closeness(
  { text, context, similarity }: ComparableHit,
  words: readonly string[],
  bySimilarity: boolean,
): number {
  const there = new Set(contentWords(`${context} ${text}`))
  const share = words.length === 0 ? 0 : words.filter((word) => there.has(word)).length / words.length
  return share + (bySimilarity ? (similarity ?? 0) : 0)
}
