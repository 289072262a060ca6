import type { Turn } from '../../../models/language-model.ts'

/** A passage as the model gets it; `source` is its mark (S1), `where` title, page and section. */
export type PromptSource = { readonly source: string; readonly where: string; readonly text: string }

/** One question with the sources that came new with it; `answer` is null for the one to be answered. */
export type Round = {
  readonly question: string
  /** What of the question is to be answered now; empty: all of it. */
  readonly note?: string
  readonly newSources: readonly PromptSource[]
  /** Cards that it was, or is to be, answered with; empty or absent for none. */
  readonly knowledge?: string | undefined
  readonly answer: string | null
}

/**
 * The conversation in an order whose beginning never changes: instructions, the first sources, the first question, its
 * answer, then what is new. A follow-up therefore costs only its own new tokens (`docs/models.md`: the first token comes fifty
 * times sooner).
 */
export function buildTurns(rounds: readonly Round[], instructions: string): readonly Turn[] {
  return [
    { role: 'system', text: instructions },
    ...rounds.flatMap(({ question, note = '', newSources, knowledge, answer }): Turn[] => [
      {
        role: 'user',
        text: [
          ...newSources.map(sourceBlock),
          ...(knowledge ? [knowledge] : []),
          `Question: ${question}${note && `\n${note}`}`,
        ].join('\n\n'),
      },
      ...(answer === null ? [] : [{ role: 'assistant' as const, text: answer }]),
    ]),
  ]
}

export function sourceBlock({ source, where, text }: PromptSource): string {
  return `[${source}] ${where}\n${text}`
}

/** Of these marks those whose sources stand in the turns: what does not fit the context is left out of them. */
export function shownMarks(turns: readonly Turn[], marks: readonly string[]): readonly string[] {
  const texts = turns.filter(({ role }) => role === 'user').map(({ text }) => `\n\n${text}`)
  return marks.filter((mark) => texts.some((text) => text.includes(`\n\n[${mark}] `)))
}
