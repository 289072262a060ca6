import { readArguments } from './read-arguments.ts'
import type { Goal, StatementPart } from './statement.ts'
import { createTokenReader } from './token-reader.ts'

export type GoalText = { readonly goal: Goal; readonly offsets: ReadonlyMap<StatementPart, number> }

/** Reads `recommend(patient, ?what)`; `?_` and named variables are asked for. Throws `ReadError`. */
export function readGoalText(text: string): GoalText {
  const reader = createTokenReader(text, () => true)
  const { relation, terms, offsets } = readArguments(reader)
  reader.expectEnd('A question is one relation with its values.')
  return { goal: { relation: relation.text, terms }, offsets }
}
