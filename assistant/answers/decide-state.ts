import { isAbstention } from '../../checks/abstention.ts'
import type { AnswerState, Choice, Claim } from '../../contract/answer.ts'
import { isConfirmed } from '../../contract/confirmed.ts'

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
