import type { Card, CardText } from '../../contract/knowledge/card.ts'
import { AssistantError } from '../home/assistant-error.ts'
import type { Assistant } from '../assistant.ts'
import { matterTerms, toKnownTerms } from '../disclosure/matter-terms.ts'
import { redactText } from '../disclosure/redact-text.ts'
import { modelFor } from '../models/model-for.ts'
import { correctionOf } from '../cards/kept-corrections.ts'
import { teacherAmong } from './teacher.ts'
import { PROMPT_VERSION, writeCard } from './write-card.ts'

export type WrittenParts = Pick<CardText, 'summary' | 'knowledge'> & {
  readonly teacher: string
  readonly promptVersion: string
}

const BETWEEN = '\n\n---\n\n'

/** Has the parts of a card written from its mistake by a larger local model. Throws `NO_MODEL`, `WRONG_USE`. */
export async function writeParts(
  card: Card,
  wanted: string | null,
  assistant: Assistant,
  signal: AbortSignal,
): Promise<WrittenParts> {
  const from = await correctionOf(card, assistant)
  if (from === 'none' || from === 'lost')
    throw new AssistantError(
      'WRONG_USE',
      'There is no mistake that a model could write this card from. Write it by hand.',
    )
  const teacher = wanted ?? teacherAmong((await assistant.shelf.list()).models, card.student)
  const model = teacher === null ? null : await modelFor(teacher, assistant)
  if (teacher === null || !model)
    throw new AssistantError(
      'NO_MODEL',
      'No installed model is larger than the one that made the mistake. Write the card by hand, or get a larger one: consilium models',
    )
  const { find, isOrdinaryWord } = await assistant.detection()
  const terms = toKnownTerms(await matterTerms(from.matter, assistant.knowledge, isOrdinaryWord))
  const { question, wrong, expected, mistake } = from.correction
  // Together, so that a name or a date is the same mark in each, and two of them are not.
  const [asked = '', said = '', right = ''] = redactText(
    [question, wrong, expected].join(BETWEEN),
    { known: terms },
    find,
  ).text.split(BETWEEN)
  using _waitedFor = assistant.foreground.enter()
  const parts = await writeCard({ question: asked, wrong: said, expected: right, mistake }, model, signal)
  return { ...parts, teacher, promptVersion: PROMPT_VERSION }
}
