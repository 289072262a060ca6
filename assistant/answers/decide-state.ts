import { lacksWhatWasAsked } from '../../checks/lacks-what-was-asked.ts'
import { saysNothing } from '../../checks/says-nothing.ts'
import type { AnswerState, Choice, Claim } from '../../contract/answer.ts'

/**
 * The state of a finished answer (`answers.md` section 4). `not-found` when nothing was written, or only what no passage bears
 * out and that the sources do not tell. `uncertain` when a sentence has no source, or holds a number, date, name or key word that its cited
 * passages do not, or states another number or day than a rule computes, or names a statute or decision that the library does not
 * have, when the `question` asks for a date or number and none is given, and when no option got more than half of the ballots; a
 * paraphrase alone never lowers it. `restsOnDocuments`: not where it was
 * asked without them, nor where a card was at hand, whose knowledge stands in none.
 */
export function decideState(
  claims: readonly Claim[],
  {
    question = '',
    restsOnDocuments = true,
    choice = null,
  }: { readonly question?: string; readonly restsOnDocuments?: boolean; readonly choice?: Choice | null } = {},
): AnswerState {
  if (restsOnDocuments && !choice ? claims.every(tellsNothing) : claims.length === 0) return 'not-found'
  const relied = claims.every(
    ({ verdict, absent, differsFrom, authorities }) =>
      verdict !== 'unsupported' &&
      absent.length === 0 &&
      differsFrom.length === 0 &&
      authorities.every(({ foundIn }) => foundIn !== null),
  )
  const texts = claims.map(({ text }) => text)
  return relied && !isSplit(choice) && (choice || !lacksWhatWasAsked(question, texts)) ? 'answered' : 'uncertain'
}

/** No option has more than half of the ballots. */
export function isSplit(choice: Choice | null): boolean {
  return choice !== null && 2 * choice.votes <= choice.ballots
}

/** A denial that stands word for word in a document ("The dose was not recorded") is an answer. */
function tellsNothing({ verdict, text }: Claim): boolean {
  return verdict === 'unsupported' || (verdict === 'unchecked' && saysNothing(text))
}
