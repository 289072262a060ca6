import type { LanguageModel, Turn } from '../../../models/language-model.ts'
import type { PairState } from './compare-pair.ts'

/** Judgements under another wording are not looked up. */
export const JUDGING_VERSION = 1

const INSTRUCTIONS = [
  'You compare two sentences about one case. Reply with one word.',
  'same: both say the same in whatever words; one may say more.',
  'contradict: they cannot both be right.',
  'unrelated: each speaks of another thing, person, event or clause; both can be right.',
].join('\n')

const WORDS: readonly (readonly [word: string, PairState])[] = [
  ['same', 'agree'],
  ['contradict', 'differ'],
  ['unrelated', 'other'],
]

/** Of nobody's case. Without examples the 0.5B and the 1.5B said "same" of every pair. */
const EXAMPLES: readonly (readonly [one: string, other: string, word: string])[] = [
  ['The goods arrived damaged.', 'The invoice was paid in May.', 'unrelated'],
  ['The goods arrived damaged.', 'On arrival the goods were not intact.', 'same'],
  ['The goods arrived damaged.', 'The goods were in perfect order when they came.', 'contradict'],
  ['Sodium was 140 on Monday.', 'Glucose was 140 on Monday.', 'unrelated'],
  ['They met at noon.', 'The meeting took place at midday.', 'same'],
  ['The child was asleep.', 'The child was awake.', 'contradict'],
  ['The buyer must collect the car.', 'The buyer must insure the car.', 'unrelated'],
]

/**
 * What the local model takes for likeliest, by the probability of each word and not by what it writes, asked both ways round. Where the
 * order of the two decides, or the pair is too long for it, it is `unclear`.
 */
export async function judgePair(
  one: string,
  other: string,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<PairState> {
  const [first, second] = [await likeliest(one, other, model, signal), await likeliest(other, one, model, signal)]
  return first === second ? first : 'unclear'
}

async function likeliest(one: string, other: string, model: LanguageModel, signal: AbortSignal): Promise<PairState> {
  const turns: readonly Turn[] = [
    { role: 'system', text: INSTRUCTIONS },
    ...EXAMPLES.flatMap(([a, b, word]): readonly Turn[] => [asked(a, b), { role: 'assistant', text: word }]),
    asked(one, other),
  ]
  if ((await model.countTokens(turns)) + REPLY_TOKENS_AT_MOST > model.info.contextTokens) return 'unclear'
  const scores = await model.score(
    turns,
    WORDS.map(([word]) => word),
    signal,
  )
  return WORDS[scores.indexOf(Math.max(...scores))]?.[1] ?? 'unclear'
}

const REPLY_TOKENS_AT_MOST = 4

function asked(one: string, other: string): Turn {
  return { role: 'user', text: `1: ${one}\n2: ${other}` }
}
