import type { Turn } from '../../../models/language-model.ts'

/** In which order the reply is offered: small models prefer what stands first, or last. */
export const OFFERS = ['yes or no', 'no or yes'] as const

/** What is the same for all pairs stands first and what is the same for both offers before the offer, so that neither is computed again. */
export function entailmentTurns(span: string, sentence: string, offer: (typeof OFFERS)[number]): readonly Turn[] {
  const pair = `Text: ${span}\nStatement: ${sentence}`
  return [
    { role: 'system', text: 'You compare a statement with a text. The text alone counts.' },
    { role: 'user', text: `${pair}\nIs the statement true according to the text alone? Reply ${offer}.` },
  ]
}
