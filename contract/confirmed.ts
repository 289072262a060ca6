import type { Claim, Verdict } from './answer.ts'

/** The verdicts with which a sentence is confirmed by its source; an answer is green only when all of its sentences have one. */
const CONFIRMED: ReadonlySet<Verdict> = new Set<Verdict>(['verbatim', 'close', 'supported', 'computed'])

/**
 * Whether a sentence may be relied on: confirmed by its source, with no number, date or name that the source lacks, no value other
 * than a rule computes, and no authority that is not in the library.
 */
export function isConfirmed({ verdict, absent, differsFrom, authorities }: Claim): boolean {
  return (
    CONFIRMED.has(verdict) &&
    absent.length === 0 &&
    differsFrom.length === 0 &&
    authorities.every(({ foundIn }) => foundIn !== null)
  )
}

type Counted = { readonly claims: readonly Claim[]; readonly notAnswered: readonly string[] }

/** What is said beside the state of an answer: how many of its sentences are confirmed, and what is missing. Counts, never a share. */
export function confirmedWords({ claims, notAnswered }: Counted): string {
  const confirmed = claims.filter(isConfirmed).length
  const contradicted = claims.filter(({ verdict }) => verdict === 'contradicted').length
  const sentences = `${claims.length} ${claims.length === 1 ? 'sentence' : 'sentences'}`
  const parts = [
    `${confirmed} of ${sentences} confirmed`,
    ...(contradicted > 0 ? [`${contradicted} contradicted`] : []),
  ]
  return `${parts.join(', ')}.${notAnswered.length > 0 ? ` Not answered: ${notAnswered.join('; ')}.` : ''}`
}
