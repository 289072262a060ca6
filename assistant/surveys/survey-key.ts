import { createHash } from 'node:crypto'

/** Under which a piece of a job is kept: changed in any of `parts`, such as the model or the question, it is written anew. */
export function surveyKey(kind: 'cell' | 'section', parts: readonly (string | number)[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return `${kind} ${hash.slice(0, 32)}`
}
