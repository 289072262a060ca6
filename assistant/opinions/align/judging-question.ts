import type { Turn } from '../../../models/language-model.ts'

/** A question about two sentences that is answered by one of `words`. */
export type JudgingQuestion = {
  readonly instructions: string
  readonly words: readonly string[]
  readonly examples: readonly (readonly [one: string, other: string, word: string])[]
}

const DAMAGED = 'The goods arrived damaged.'

/** How they stand to each other. Without examples the 0.5B said the same of all 32 pairs that it was asked about. */
export const STANCE: JudgingQuestion = {
  instructions: [
    'You compare two sentences about one case. Reply with one word.',
    'same: both say the same in whatever words; one may say more.',
    'contradict: they cannot both be right.',
    'unrelated: each speaks of another thing, person, event or clause; both can be right.',
  ].join('\n'),
  words: ['same', 'contradict', 'unrelated'],
  examples: [
    [DAMAGED, 'The invoice was paid in May.', 'unrelated'],
    [DAMAGED, 'On arrival the goods were not intact.', 'same'],
    [DAMAGED, 'The goods were in perfect order when they came.', 'contradict'],
    ['Sodium was 140 on Monday.', 'Glucose was 140 on Monday.', 'unrelated'],
    ['They met at noon.', 'The meeting took place at midday.', 'same'],
    ['The child was asleep.', 'The child was awake.', 'contradict'],
    ['The buyer must collect the car.', 'The buyer must insure the car.', 'unrelated'],
  ],
}

/** Whether they speak of the same at all. */
export const SAME_QUESTION: JudgingQuestion = {
  instructions:
    'Two sentences about one case. Reply yes if they answer the same question, no if they answer different questions.',
  words: ['yes', 'no'],
  examples: [
    [DAMAGED, 'The invoice was paid in May.', 'no'],
    [DAMAGED, 'The goods were in perfect order when they came.', 'yes'],
    ['Sodium was 140 on Monday.', 'Glucose was 140 on Monday.', 'no'],
    ['They met at noon.', 'The meeting took place at midday.', 'yes'],
    ['The child was asleep.', 'The child was awake.', 'yes'],
    ['The buyer must collect the car.', 'The buyer must insure the car.', 'no'],
  ],
}

export function turnsOf({ instructions, examples }: JudgingQuestion, one: string, other: string): readonly Turn[] {
  return [
    { role: 'system', text: instructions },
    ...examples.flatMap(([a, b, word]): readonly Turn[] => [asked(a, b), { role: 'assistant', text: word }]),
    asked(one, other),
  ]
}

function asked(one: string, other: string): Turn {
  return { role: 'user', text: `1: ${one}\n2: ${other}` }
}
