import type { LanguageModel } from '../../../models/language-model.ts'
import type { PairState } from './compare-pair.ts'
import { type JudgingQuestion, SAME_QUESTION, STANCE, turnsOf } from './judging-questions.ts'

/** Judgements under other questions are not looked up. */
export const JUDGING_VERSION = 1

const REPLY_TOKENS_AT_MOST = 4
/** How much likelier than yes a no must be, in logarithms: of 16 pairs, so none that contradict each other was taken apart. */
const SURELY_NOT = 0.5

/**
 * What the local model takes for likeliest, by the probability of each word and not by what it writes, asked both ways round. Where the
 * order of the two decides, or the pair is too long for it, it is `unclear`. Small models call contradictory whatever is not the same
 * (the 1.5B 9 of 12 pairs of different things), so those are asked about once more.
 */
export async function judgePair(
  one: string,
  other: string,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<PairState> {
  const bothWays = async (question: JudgingQuestion) => [
    await scoresOf(question, one, other, model, signal),
    await scoresOf(question, other, one, model, signal),
  ]
  const [first, second] = (await bothWays(STANCE)).map(
    (scores) => scores && STANCES[scores.indexOf(Math.max(...scores))],
  )
  if (first === undefined || first === null || first !== second) return 'unclear'
  if (first !== 'differ') return first
  const isOther = (await bothWays(SAME_QUESTION)).every((scores) => scores && isSurelyNot(scores))
  return isOther ? 'other' : 'differ'
}

/** What the words of `STANCE` stand for. */
const STANCES: readonly PairState[] = ['agree', 'differ', 'other']

function isSurelyNot([yes = 0, no = 0]: readonly number[]): boolean {
  return no - yes > SURELY_NOT
}

async function scoresOf(
  question: JudgingQuestion,
  one: string,
  other: string,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<readonly number[] | null> {
  const turns = turnsOf(question, one, other)
  if ((await model.countTokens(turns)) + REPLY_TOKENS_AT_MOST > model.info.contextTokens) return null
  return model.score(turns, question.words, signal)
}
