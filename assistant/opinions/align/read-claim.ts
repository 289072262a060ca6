import type { Claim } from '../../../contract/answers/answer.ts'
import { readStatement, type Statement } from './read-statement.ts'

/** A claim read once, to be held against many. */
export type ReadClaim = {
  readonly text: string
  readonly plain: string
  readonly citations: Claim['citations']
  readonly statement: Statement
}

export function readClaim({ text, citations }: Pick<Claim, 'text' | 'citations'>): ReadClaim {
  return { text, plain: plain(text), citations, statement: readStatement(text) }
}

/** The same words and values, whatever else stands between them. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%.<>=≤≥£€$/-]+/gu, ' ')
    .replace(/[.\s]+$/, '')
    .trim()
}
