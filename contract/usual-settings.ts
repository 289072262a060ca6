import type { AnswerSettings } from './optimisation.ts'

/**
 * As answers are made where nothing was optimised. About 470 tokens are read in one call: less than half of the usual four
 * passages, which is what the user waits for before the first word.
 */
export const USUAL_SETTINGS: AnswerSettings = {
  instructions: 'full',
  sentences: 4,
  readCharacters: 2000,
  passages: 8,
  order: 'best',
  parts: 'on',
  maxTokens: 320,
  cards: 'gated',
}
