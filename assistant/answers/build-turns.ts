import type { Turn } from '../../models/language-model.ts'
import { NOT_FOUND } from './answer-grammar.ts'

/** A passage as the model gets it; `source` is its mark (S1), `where` title, page and section. */
export type PromptSource = { readonly source: string; readonly where: string; readonly text: string }

/** One question with the sources that came new with it; `answer` is null for the one to be answered. */
export type Round = {
  readonly question: string
  readonly newSources: readonly PromptSource[]
  readonly answer: string | null
}

const INSTRUCTIONS = [
  'You help a professional find what their documents say. Answer from the sources only, in one to four short sentences, the most important first.',
  'Give all that was asked for: every name, date, number and condition, in the words of the sources.',
  'End every sentence with the mark of the source it comes from, like [S1].',
  `Only if no source says anything about it, write ${NOT_FOUND}.`,
].join(' ')

/**
 * The conversation in an order whose beginning never changes: instructions, the first sources, the first question, its
 * answer, then what is new. A follow-up therefore costs only its own new tokens (`models.md`: the first token comes fifty
 * times sooner).
 */
export function buildTurns(rounds: readonly Round[]): readonly Turn[] {
  return [
    { role: 'system', text: INSTRUCTIONS },
    ...rounds.flatMap(({ question, newSources, answer }): Turn[] => [
      { role: 'user', text: [...newSources.map(sourceBlock), `Question: ${question}`].join('\n\n') },
      ...(answer === null ? [] : [{ role: 'assistant' as const, text: answer }]),
    ]),
  ]
}

function sourceBlock({ source, where, text }: PromptSource): string {
  return `[${source}] ${where}\n${text}`
}
