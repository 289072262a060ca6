import type { AnswerState, CompleteAskInput } from '../../contract/answer.ts'
import { passages } from './answer-record.ts'
import { decideState } from './decide-state.ts'
import type { AnswerProgress } from './keep-answer.ts'
import { quotedClaim } from './quoted-claim.ts'

/**
 * The state that an answer comes to, with what it leaves open on record. A refusal is true only where nothing that was searched
 * concerns the question: where the model declined, or cited something beside the point, the passages that do are quoted instead.
 */
export function settle({ closedBook }: CompleteAskInput, progress: AnswerProgress): AnswerState {
  const { claims, choice, knowledge, whole, strategy } = progress
  progress.notAnswered = choice ? [] : (whole?.notAnswered(claims) ?? [])
  const restsOnDocuments = !closedBook && knowledge.sources.length === 0
  const state = decideState(claims, { notAnswered: progress.notAnswered, restsOnDocuments, choice })
  const isBeside = strategy === 'quotes' && whole?.isBesideThePoint(claims)
  if (!restsOnDocuments || (state !== 'not-found' && !isBeside)) return state
  progress.notAnswered = []
  return quoteConcerning(progress) ? 'not-written' : 'not-found'
}

/** Whether passages concern the question though nothing was written; they then take the place of what no source supports. */
function quoteConcerning(progress: AnswerProgress): boolean {
  const found = progress.whole?.concerning() ?? []
  const quotes = found
    .flatMap((at, index) => quotedClaim(at, passages(progress.sources), index) ?? [])
    .map((claim) => progress.whole?.attributed(claim) ?? claim)
  if (quotes.length === 0 && progress.strategy !== 'quotes') return false
  progress.claims.splice(0, progress.claims.length, ...quotes)
  progress.text = ''
  return quotes.length > 0
}
