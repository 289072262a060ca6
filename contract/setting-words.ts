import type { AnswerSettings } from './optimisation.ts'

const INSTRUCTIONS = { full: 'full instructions', short: 'short instructions', points: 'one sentence for each point' }

/** Settings as people read them. */
export function settingWords(settings: AnswerSettings): string {
  const { instructions, sentences, readCharacters, passages, order, parts, maxTokens, cards } = settings
  return [
    INSTRUCTIONS[instructions],
    `${sentences} sentences at most`,
    `reads ${readCharacters} characters of ${passages} passages`,
    order === 'best' ? 'best first' : 'in the order of the documents',
    parts === 'on' ? 'several calls where needed' : 'one call',
    `${maxTokens} tokens at most`,
    ...(cards === 'always' ? ['cards whatever the gate says'] : []),
  ].join(', ')
}
