import type { Turn } from '../../../models/language-model.ts'

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
export function judgingQuestion(one: string, other: string): readonly Turn[] {
  return [
    { role: 'system', text: INSTRUCTIONS },
    ...EXAMPLES.flatMap(([a, b, word]): readonly Turn[] => [asked(a, b), { role: 'assistant', text: word }]),
    asked(one, other),
  ]
}

function asked(one: string, other: string): Turn {
  return { role: 'user', text: `1: ${one}\n2: ${other}` }
}
