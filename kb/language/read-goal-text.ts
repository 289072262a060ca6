import type { Goal, StatementPart } from './statement.ts'

/** Reads `recommend(patient, ?what)`; `?_` and named variables are asked for. Throws `ReadError`. */
export function readGoalText(text: string): {
  readonly goal: Goal
  readonly offsets: ReadonlyMap<StatementPart, number>
} {
  throw new Error(`not yet: ${text}`)
}
