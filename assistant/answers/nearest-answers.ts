import { coverage, tells } from '../../checks/asked-parts.ts'
import type { NamedIn } from '../../library/matter-library.ts'
import type { Reranker } from '../../models/reranker.ts'
import type { Asked, NearestAnswers } from './asking.ts'
import { askedFor } from './prune/asked-for.ts'
import { type Quotable, textKey } from './quotable-places.ts'
import { scoresOf } from './rerank-passages.ts'
import type { WholeQuestion } from './whole-question.ts'

/**
 * From here on a sentence that the reranker scores answers what is asked, if it is so much better than the next, shares words with the part, and
 * tells what kind of thing is wanted. MEASURED
 */
const ODDS_AT_LEAST = 0
const BETTER_BY = 3
const SHARE_AT_LEAST = 0.3
/** What is compared, listed or told by yes or no needs more than a place that is near. */
const NOT_BY_ONE_PLACE: ReadonlySet<string> = new Set(['all', 'comparison', 'whether'])
/** The end of longer texts is not read. */
const CHARACTERS_AT_MOST = 900

export type NearestOptions = { readonly named: readonly NamedIn[]; readonly reranker: Reranker | null }

/**
 * The places that answer, in words which the question does not have, the parts that the rules leave open: rule and reranker together. About
 * half a second a part on one core.
 */
export async function nearestAnswers(
  whole: WholeQuestion,
  { named, reranker }: NearestOptions,
  signal: AbortSignal,
): Promise<NearestAnswers> {
  const naming = new Set(named.flatMap(({ words }) => [...words]))
  const found = new Map<Asked, Quotable>()
  for (const { asked, among } of whole.leftByRules()) {
    if (NOT_BY_ONE_PLACE.has(asked.part.wants)) continue
    const scores = await scoresOf(askedFor(asked.part.text, naming), among.map(withHeading), reranker, signal)
    const place = scores && nearest(asked, among, scores)
    if (place) found.set(asked, place)
  }
  return found
}

function nearest({ part }: Asked, among: readonly Quotable[], scores: readonly number[]): Quotable | null {
  const ranked = among
    .map((place, at) => ({ place, score: scores[at] ?? -Infinity }))
    .toSorted((one, other) => other.score - one.score)
  const [best] = ranked
  if (!best || best.score < ODDS_AT_LEAST) return null
  const next = ranked.find(({ place }) => textKey(place.at) !== textKey(best.place.at))
  const isAlone = next === undefined || best.score - next.score >= BETTER_BY
  return isAlone && coverage(part, best.place) >= SHARE_AT_LEAST && tells(part, best.place) ? best.place : null
}

function withHeading({ at: { place }, headings, label }: Quotable): string {
  const text = place.text.slice(0, CHARACTERS_AT_MOST)
  const isNew = label !== '' && !text.includes(label)
  return [headings.at(-1), isNew ? label : '', text].filter(Boolean).join('. ')
}
