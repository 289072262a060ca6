import { type CheckedClaim, checkClaim } from '../../checks/check-claim.ts'
import type { Lexicon } from '../../checks/quotes/harmless-slip.ts'

/** A claim, and the one text that it is held against. */
export type GivenClaim = { readonly id: string; readonly source: string; readonly claim: string }

/** `quotes`: where the source confirms or contradicts it, or what comes nearest; UTF-16 offsets into the source. */
export type ClaimVerdict = {
  readonly id: string
  readonly verdict: CheckedClaim['verdict']
  readonly quotes: readonly { readonly start: number; readonly end: number }[]
  readonly why: string
}

/** The checks of an answer's sentence alone: no matter, no question, no model. */
export function verdictOn({ id, source, claim }: GivenClaim, lexicon: Lexicon): ClaimVerdict {
  const sources = [{ source: SOURCE, text: source, context: '' }]
  const checked = checkClaim({ text: claim, sources: [SOURCE] }, { sources, question: '', lexicon })
  const quotes = checked.citations.map(({ start, end }) => ({ start, end }))
  return { id, verdict: checked.verdict, quotes, why: reason(checked) }
}

const SOURCE = 'S1'

function reason({ verdict, absent, differences, instead }: CheckedClaim): string {
  switch (verdict) {
    case 'verbatim':
      return 'The source has these words.'
    case 'close':
      return `The source differs in: ${differences.map(({ written, stands }) => `${written || '–'} / ${stands || '–'}`).join(', ')}.`
    case 'supported':
      return 'One place of the source says all of it in other words.'
    case 'contradicted':
      return `The source says: ${(instead ?? '').replace(/\s+/g, ' ').trim()}`
    case 'unsupported':
      return 'The source shares no statement with it.'
    case 'unchecked':
      return absent.length > 0 ? `Not in the source: ${absent.join(', ')}.` : 'Not confirmed.'
  }
}
