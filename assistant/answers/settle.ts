import { isAbstention } from '../../checks/abstention.ts'
import type { SourcePlace } from '../../checks/confirm.ts'
import { disagreements } from '../../checks/disagreements.ts'
import type { AnswerState, Choice, Claim, CompleteAskInput } from '../../contract/answers/answer.ts'
import { isConfirmed } from '../../contract/answers/confirmed.ts'
import type { AnswerProgress } from './answer-progress.ts'
import { passages } from './answer-record.ts'
import { quotedClaim } from './claims/quoted-claim.ts'
import { withoutConcluded } from './coverage/answered-by-rule.ts'

/**
 * From these log odds of the reranker for the best passage on, the documents may answer the question in words that it does not have. Its
 * lowest are -11.4. Of questions without a word in common with any place, 49 answerable ones of `samples/calibration` lie above and none
 * below, and of 13 others one below; at -9 three and four. On three matters written afterwards: of 45 answerable ones one below (with a word
 * in common, so that it is quoted), of 15 others five.
 */
const MAY_ANSWER = -10.7

/**
 * The state that an answer comes to, with what it leaves open on record. A refusal is true only where nothing that was searched
 * concerns the question: where the model declined, or cited something beside the point, the passages that do are quoted instead.
 */
export function settle({ closedBook, question }: CompleteAskInput, progress: AnswerProgress): AnswerState {
  const { claims, choice, knowledge, whole } = progress
  for (const [at, claim] of claims.entries()) claims[at] = { ...claim, disagreesWith: [] }
  const open = whole?.notAnswered(claims) ?? []
  progress.notAnswered = choice ? [] : withoutConcluded(open, claims, progress.sources)
  const areBeside = isBeside(progress)
  const restsOnDocuments = !closedBook && knowledge.sources.length === 0
  markDisagreements(claims)
  const state = decideState(claims, { notAnswered: progress.notAnswered, restsOnDocuments, choice })
  if (!restsOnDocuments || (state !== 'not-found' && !areBeside)) return state
  progress.notAnswered = []
  return quoteInstead(placesConcerning(progress), question, progress) ? 'not-written' : 'not-found'
}

/** What a rule concludes, or asks for, was chosen for the question, in whatever words. */
function isBeside({ claims, whole, strategy }: AnswerProgress): boolean {
  return strategy === 'quotes' && !claims.some(isOfRule) && (whole?.isBesideThePoint(claims) ?? false)
}

function isOfRule({ verdict, citations }: Claim): boolean {
  return verdict === 'computed' && citations.some((citation) => 'rule' in citation)
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

/**
 * The places to quote: none where none has words of the question and the reranker says that no passage answers it; those first that most
 * likely answer by the reranker and their words together (`SHARE_WEIGHT`). Where it was not asked, as of German, words alone do not show that
 * the documents say nothing: of 125 answerable questions 54 had none in common with any place (`samples/calibration`).
 */
function placesConcerning({ whole, bestPassage }: AnswerProgress): readonly SourcePlace[] {
  const sharing = whole?.concerning() ?? []
  const mayAnswer = whole?.saysTooLittle() || bestPassage === null || bestPassage >= MAY_ANSWER
  if (!whole || (sharing.length === 0 && !mayAnswer)) return []
  const [likeliest, nearest] = [whole.likeliest(), whole.nearest()]
  return [likeliest, sharing, nearest].find(({ length }) => length > 0) ?? []
}

/** Whether there is anything to quote though nothing was written; it then takes the place of what no source supports. */
function quoteInstead(found: readonly SourcePlace[], question: string, progress: AnswerProgress): boolean {
  const quotes = found
    .flatMap((at, index) => quotedClaim(at, { passages: passages(progress.sources), question, index }) ?? [])
    .map((claim) => progress.whole?.attributed(claim) ?? claim)
  if (quotes.length === 0 && progress.strategy !== 'quotes') return false
  progress.claims.splice(0, progress.claims.length, ...quotes)
  progress.text = ''
  return quotes.length > 0
}

/**
 * The state of a finished answer. `answered` only when every sentence is confirmed by its source, nothing asked is missing
 * (`notAnswered`) and no vote was split: a mark that is green for less says nothing when it matters (issue 19: of 24 such answers
 * read by hand 9 were wrong). Some confirmed: `answered-in-part`; none: `uncertain`. `not-found` when nothing was written, or only what
 * no passage supports and that the sources do not say. `restsOnDocuments`: not where it was asked without them, nor where a card was
 * at hand, whose knowledge is in none.
 */
export function decideState(
  claims: readonly Claim[],
  {
    notAnswered = [],
    restsOnDocuments = true,
    choice = null,
  }: {
    readonly notAnswered?: readonly string[]
    readonly restsOnDocuments?: boolean
    readonly choice?: Choice | null
  } = {},
): AnswerState {
  if (restsOnDocuments && !choice ? claims.every(tellsNothing) : claims.length === 0) return 'not-found'
  const confirmed = claims.filter(isConfirmed).length
  if (confirmed === claims.length && notAnswered.length === 0 && !isSplit(choice)) return 'answered'
  return confirmed > 0 ? 'answered-in-part' : 'uncertain'
}

/** No option has more than half of the ballots. */
export function isSplit(choice: Choice | null): boolean {
  return choice !== null && 2 * choice.votes <= choice.ballots
}

/** A denial that stands word for word in a document ("The dose was not recorded") is an answer. */
function tellsNothing({ verdict, text }: Claim): boolean {
  return verdict === 'unsupported' || (verdict === 'unchecked' && isAbstention(text))
}
