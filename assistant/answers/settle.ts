import type { SourcePlace } from '../../checks/confirm.ts'
import { disagreements } from '../../checks/disagreements.ts'
import type { AnswerState, Claim, CompleteAskInput } from '../../contract/answer.ts'
import type { Reranker } from '../../models/reranker.ts'
import { passages } from './answer-record.ts'
import { decideState } from './decide-state.ts'
import type { AnswerProgress } from './keep-answer.ts'
import { quotedClaim } from './quoted-claim.ts'
import { nearestTexts } from './rerank-passages.ts'

/**
 * From these log odds of the reranker for the best passage on, the documents may answer the question in words that it does not have.
 */
const MAY_ANSWER = -8
/** Sentences that are quoted where only the reranker says that they concern the question. */
const NEAREST_AT_MOST = 2
/** As many texts as the reranker scores in half a second on one core, and more than two passages mostly have. */
const TEXTS_AT_MOST = 24

/**
 * The state that an answer comes to, with what it leaves open on record. A refusal is true only where nothing that was searched
 * concerns the question: where the model declined, or cited something beside the point, the passages that do are quoted instead.
 */
export async function settle(
  { closedBook }: CompleteAskInput,
  progress: AnswerProgress,
  reranker: Reranker | null,
  signal: AbortSignal,
): Promise<AnswerState> {
  const { claims, choice, knowledge, whole, strategy } = progress
  for (const [at, claim] of claims.entries()) claims[at] = { ...claim, disagreesWith: [] }
  progress.notAnswered = choice ? [] : (whole?.notAnswered(claims) ?? [])
  const isBeside = strategy === 'quotes' && whole?.isBesideThePoint(claims)
  const restsOnDocuments = !closedBook && knowledge.sources.length === 0
  markDisagreements(claims)
  const state = decideState(claims, { notAnswered: progress.notAnswered, restsOnDocuments, choice })
  if (!restsOnDocuments || (state !== 'not-found' && !isBeside)) return state
  progress.notAnswered = []
  const concerning = await placesConcerning(progress, reranker, signal)
  return quoteInstead(concerning, progress) ? 'not-written' : 'not-found'
}

/** Sentences that cannot both be true say so of each other. */
function markDisagreements(claims: Claim[]): void {
  const held = claims.filter(({ verdict }) => verdict !== 'computed' && verdict !== 'contradicted')
  const mark = (own: Claim | undefined, other: Claim | undefined) => {
    const at = claims.findIndex(({ index }) => index === own?.index)
    const claim = claims[at]
    if (claim && other) claims[at] = { ...claim, disagreesWith: [...claim.disagreesWith, other.index] }
  }
  for (const [one, other] of disagreements(held.map(({ text }) => text))) {
    mark(held[one], held[other])
    mark(held[other], held[one])
  }
}

/** The places that have words of the question; else those that answer it best, where the reranker says that the documents may. */
async function placesConcerning(
  { whole, bestPassage, about }: AnswerProgress,
  reranker: Reranker | null,
  signal: AbortSignal,
): Promise<readonly SourcePlace[]> {
  const sharing = whole?.concerning() ?? []
  if (!whole || sharing.length > 0 || bestPassage === null || bestPassage < MAY_ANSWER) return sharing
  const texts = whole
    .saidFirst()
    .slice(0, TEXTS_AT_MOST)
    .map((at) => ({ at, text: at.place.text }))
  const asking = { question: about.asked, named: about.named, reranker }
  const nearest = await nearestTexts(asking, texts, NEAREST_AT_MOST, signal)
  return nearest.map(({ at }) => at)
}

/** Whether there is anything to quote though nothing was written; it then takes the place of what no source supports. */
function quoteInstead(found: readonly SourcePlace[], progress: AnswerProgress): boolean {
  const quotes = found
    .flatMap((at, index) => quotedClaim(at, passages(progress.sources), index) ?? [])
    .map((claim) => progress.whole?.attributed(claim) ?? claim)
  if (quotes.length === 0 && progress.strategy !== 'quotes') return false
  progress.claims.splice(0, progress.claims.length, ...quotes)
  progress.text = ''
  return quotes.length > 0
}
