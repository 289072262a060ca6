import type { GenerateResult, LanguageModel, Turn } from '../../../models/language-model.ts'
import { type ListedLine, listGrammar, readList } from './list-grammar.ts'

const LIST_TOKENS = 300

/** What is to be read, with the marks of the sources in it. */
export type ToList = { readonly turns: readonly Turn[]; readonly marks: readonly string[] }

export type Lister = {
  readonly model: LanguageModel
  readonly seed: number
  readonly onCall: (result: GenerateResult) => void
}

/** Lets the model list what the end of the turns tells it to, at most so many lines. Null where the list was cut off, or no source fitted. */
export async function listLines(
  { turns, marks }: ToList,
  { model, seed, onCall }: Lister,
  linesAtMost: number,
  signal: AbortSignal,
): Promise<readonly ListedLine[] | null> {
  if (marks.length === 0) return null
  const grammar = listGrammar(marks, linesAtMost)
  const items = model.generate({ turns, maxTokens: LIST_TOKENS, seed, grammar }, signal)
  let text = ''
  for (let next = await items.next(); ; next = await items.next()) {
    if (next.done) {
      onCall(next.value)
      return next.value.stop === 'length' ? null : readList(text)
    }
    text += next.value.text
  }
}
