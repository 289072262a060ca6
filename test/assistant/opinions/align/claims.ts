import { readClaim } from '../../../../assistant/opinions/align/read-claim.ts'
import type { Claim } from '../../../../contract/answers/answer.ts'

/** A sentence, citing fifty characters of one document from `start` on. */
export function claim(text: string, start: number | null = null, index = 0): Claim {
  const citation = { source: 'S1', document: 'a.txt', documentId: 'a', reference: null, page: null, quote: '' }
  return {
    index,
    text,
    verdict: 'unchecked',
    absent: [],
    differences: [],
    differsFrom: [],
    disagreesWith: [],
    instead: null,
    judged: null,
    authorities: [],
    citations: start === null ? [] : [{ ...citation, start, end: start + 50 }],
  }
}

export const read = readClaim
