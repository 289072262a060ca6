import type { AnswerState, Choice, Claim } from '../../contract/answer.ts'

/**
 * The state of a finished answer (`answers.md` section 4, for this stage). `uncertain` when a sentence has no source, or
 * holds a number, date or name that its cited passages do not, or states another number or day than a rule computes, or
 * names a statute or decision that the library does not have, and when no option got more than half of the ballots; a
 * paraphrase alone never lowers it.
 */
export function decideState(claims: readonly Claim[], choice: Choice | null = null): AnswerState {
  if (claims.length === 0) return 'not-found'
  const relied = claims.every(
    ({ verdict, absent, differsFrom, authorities }) =>
      verdict !== 'unsupported' &&
      absent.length === 0 &&
      differsFrom.length === 0 &&
      authorities.every(({ foundIn }) => foundIn !== null),
  )
  return relied && !isSplit(choice) ? 'answered' : 'uncertain'
}

/** No option has more than half of the ballots. */
export function isSplit(choice: Choice | null): boolean {
  return choice !== null && 2 * choice.votes <= choice.ballots
}
