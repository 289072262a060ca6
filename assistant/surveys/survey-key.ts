import { sha256 } from '../home/sha256.ts'

/** Under which a piece of a job is kept: changed in any of `parts`, such as the model or the question, it is written anew. */
export function surveyKey(kind: 'cell' | 'section', parts: readonly (string | number)[]): string {
  const hash = sha256(JSON.stringify(parts))
  return `${kind} ${hash.slice(0, 32)}`
}
