import type { LanguageModel } from '../../../models/language-model.ts'
import type { PairState } from './compare-pair.ts'
import { judgingQuestion, STANCE_WORDS } from './judging-question.ts'
import { stancePriors } from './measured-of.ts'

/** Judgements made in another way are not looked up. */
export const JUDGING_VERSION = 2

const REPLY_TOKENS_AT_MOST = 4
/** How much likelier than the next one a word must be, in logarithms. */
const CLEARLY = 0.1

/** What `STANCE_WORDS` stand for. */
const STANCES: readonly PairState[] = ['agree', 'differ', 'other']

/**
 * What the local model takes for likeliest, by the probability of each word and not by what it writes, asked both ways round, so that the
 * order of the two does not count. Small models say one word more readily than another whatever they are asked (the 1.5B "contradict" of
 * most pairs of different things), so each word is held against how likely it is by itself. `unclear` where two are as likely, or the
 * pair is too long for the model.
 */
export async function judgePair(
  one: string,
  other: string,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<PairState> {
  const scores = await stanceScores(one, other, model, signal)
  if (scores === null) return 'unclear'
  const priors = stancePriors(model.info.id)
  const ranked = STANCES.map((state, index) => ({
    state,
    above: (scores[index] ?? 0) - (priors[index] ?? 0),
  })).toSorted((a, b) => b.above - a.above)
  const [first, second] = ranked
  return first && second && first.above - second.above >= CLEARLY ? first.state : 'unclear'
}

/** The natural-log probability of each of `STANCE_WORDS`, as the mean of both ways round; null where the pair is too long for the model. */
export async function stanceScores(
  one: string,
  other: string,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<readonly number[] | null> {
  const both: (readonly number[])[] = []
  for (const turns of [judgingQuestion(one, other), judgingQuestion(other, one)]) {
    if ((await model.countTokens(turns)) + REPLY_TOKENS_AT_MOST > model.info.contextTokens) return null
    both.push(await model.score(turns, STANCE_WORDS, signal))
  }
  const [forth = [], back = []] = both
  return forth.map((score, index) => (score + (back[index] ?? 0)) / 2)
}
