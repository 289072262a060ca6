import { ReadError } from './read-error.ts'
import { readTerm } from './read-arguments.ts'
import type { Argument } from './statement.ts'
import { createTokenReader } from './token-reader.ts'

/** Reads one value as a form gives it: `patient`, `58 kg`, `35..40 %`, `2026-06-01`. Throws `ReadError`. */
export function readArgumentText(text: string): Argument {
  const reader = createTokenReader(text, () => true)
  const term = readTerm(reader)
  reader.expectEnd('Write one value; a name with spaces or hyphens stands in quotes.')
  if (term.kind !== 'variable' && term.kind !== 'anything') return term
  throw new ReadError('A fact has no variables.', 'Write the name, number or day itself.', 0)
}
