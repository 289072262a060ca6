import type { Statement, StatementPart } from './statement.ts'

export type FactText = {
  readonly statement: Statement
  /** Where each part begins in the text, for messages of the gate. */
  readonly offsets: ReadonlyMap<StatementPart, number>
}

/** Reads `weight(patient, 58 kg) @2026-06-01`, `no has(p, af)`, `unknown …`, `… from 2026-01-01 to 2026-12-31`. Throws `ReadError`. */
export function readFactText(text: string): FactText {
  throw new Error(`not yet: ${text}`)
}
