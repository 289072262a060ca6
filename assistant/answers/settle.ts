import { disagreements } from '../../checks/disagreements.ts'
import type { AnswerState, Claim, CompleteAskInput } from '../../contract/answer.ts'
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
  for (const [at, claim] of claims.entries()) claims[at] = { ...claim, disagreesWith: [] }
  progress.notAnswered = choice ? [] : (whole?.notAnswered(claims) ?? [])
  const isBeside = strategy === 'quotes' && whole?.isBesideThePoint(claims)
  const restsOnDocuments = !closedBook && knowledge.sources.length === 0
  markDisagreements(claims)
  const state = decideState(claims, { notAnswered: progress.notAnswered, restsOnDocuments, choice })
  if (!restsOnDocuments || (state !== 'not-found' && !isBeside)) return state
  progress.notAnswered = []
  return quoteConcerning(progress) ? 'not-written' : 'not-found'
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
