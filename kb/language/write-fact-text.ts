import type { Statement } from './statement.ts'

/** The text that `readFactText` reads back as the same statement. */
export function writeFactText(statement: Statement): string {
  throw new Error(`not yet: ${statement.relation}`)
}
