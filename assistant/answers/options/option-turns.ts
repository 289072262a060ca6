import type { Turn } from '../../../models/language-model.ts'
import { type PromptSource, sourceBlock } from '../build-turns.ts'
import { OPTIONS_AT_MOST } from '../strategies/strategy-for.ts'

/** How an option is to be named in the reply. */
export type Naming = 'letter' | 'text'

export const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].slice(0, OPTIONS_AT_MOST)

const ASK: Readonly<Record<Naming, string>> = {
  letter: 'Reply with the letter of the right option alone.',
  text: 'Reply with the words of the right option alone.',
}

const FROM_SOURCES = 'You answer questions about documents. Use only the sources.'
const FROM_MEMORY = 'You answer questions from what you know.'

/**
 * Where the words are asked for, no letters stand before them: shown letters, the 0.5B went on to reply with one (probability of
 * the three texts together below 0.01). The options come last and what is asked for at the very end, so that all orders share the
 * computing of the sources.
 */
export function optionTurns(
  question: string,
  options: readonly string[],
  sources: readonly PromptSource[],
  naming: Naming,
): readonly Turn[] {
  const list = options.map((option, at) => `${naming === 'letter' ? `${LETTERS[at]}.` : '-'} ${option}`).join('\n')
  const asked = `Question: ${question}\nOptions:\n${list}\n${ASK[naming]}`
  return [
    { role: 'system', text: sources.length === 0 ? FROM_MEMORY : FROM_SOURCES },
    { role: 'user', text: [...sources.map(sourceBlock), asked].join('\n\n') },
  ]
}
