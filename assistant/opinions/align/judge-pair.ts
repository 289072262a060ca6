import type { Judging } from '../../../contract/opinions/comparing.ts'
import type { LanguageModel, Turn } from '../../../models/language-model.ts'
import type { PairState } from './compare-pair.ts'

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

const INSTRUCTIONS = [
  'You compare two sentences about one case. Reply with one word.',
  'same: both say the same in whatever words; one may say more.',
  'contradict: they cannot both be right.',
  'unrelated: each speaks of another thing, person, event or clause; both can be right.',
].join('\n')

/** By which the question how two sentences stand to each other is answered. */
export const STANCE_WORDS = ['same', 'contradict', 'unrelated'] as const

const DAMAGED = 'The goods arrived damaged.'

/** Without examples the 0.5B said the same of all 32 pairs that it was asked about. */
const EXAMPLES: readonly (readonly [one: string, other: string, word: (typeof STANCE_WORDS)[number]])[] = [
  [DAMAGED, 'The invoice was paid in May.', 'unrelated'],
  [DAMAGED, 'On arrival the goods were not intact.', 'same'],
  [DAMAGED, 'The goods were in perfect order when they came.', 'contradict'],
  ['Sodium was 140 on Monday.', 'Glucose was 140 on Monday.', 'unrelated'],
  ['They met at noon.', 'The meeting took place at midday.', 'same'],
  ['The child was asleep.', 'The child was awake.', 'contradict'],
  ['The buyer must collect the car.', 'The buyer must insure the car.', 'unrelated'],
]

/** Asks how two sentences stand to each other. */
function judgingQuestion(one: string, other: string): readonly Turn[] {
  return [
    { role: 'system', text: INSTRUCTIONS },
    ...EXAMPLES.flatMap(([a, b, word]): readonly Turn[] => [asked(a, b), { role: 'assistant', text: word }]),
    asked(one, other),
  ]
}

function asked(one: string, other: string): Turn {
  return { role: 'user', text: `1: ${one}\n2: ${other}` }
}

type Measured = NonNullable<Judging['measured']> & {
  /** How likely each word of the judging question is whatever is asked: natural-log probabilities over `pairs.json`, each label alike. */
  readonly priors: readonly number[]
}

/**
 * How often each model gave our own label to a pair that rules cannot tell, over the pairs of bench/alignment/held-out.json
 * (`npm run bench -- alignment`).
 */
const MEASURED: Readonly<Record<string, Measured>> = {
  'qwen2.5-coder-0.5b-instruct-q4_k_m': { right: 24, of: 47, priors: [-1.363, -1.155, -1.246] },
  'qwen2.5-coder-1.5b-instruct-q4_k_m': { right: 37, of: 47, priors: [-1.209, -1.289, -2.026] },
}

export function measuredOf(model: string): Judging['measured'] {
  const { right, of } = MEASURED[model] ?? {}
  return right === undefined || of === undefined ? null : { right, of }
}

/** None for a model that was never measured: its words count as they are. */
export function stancePriors(model: string): readonly number[] {
  return MEASURED[model]?.priors ?? []
}
