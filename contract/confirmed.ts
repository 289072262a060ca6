import type { AnswerState, Claim, Verdict } from './answer.ts'
import { openPartWords } from './open-parts.ts'
import type { Cell } from './survey.ts'

/** The verdicts with which a sentence is confirmed by its source; an answer is green only when all of its sentences have one. */
const CONFIRMED: ReadonlySet<Verdict> = new Set<Verdict>(['verbatim', 'close', 'supported', 'computed'])

type Checked = Pick<Claim, 'verdict' | 'absent' | 'differsFrom' | 'disagreesWith' | 'authorities'>

/** Whether a sentence may be relied on: confirmed by its source, and not `isInDoubt`. */
export function isConfirmed(claim: Checked): boolean {
  return CONFIRMED.has(claim.verdict) && !isInDoubt(claim)
}

/**
 * Has a number, date or name that the source lacks, another value than a rule computes or another sentence of the answer says, or an
 * authority that is not in the library.
 */
export function isInDoubt({ absent, differsFrom, disagreesWith, authorities }: Omit<Checked, 'verdict'>): boolean {
  const differs = differsFrom.length + disagreesWith.length > 0
  return absent.length > 0 || differs || authorities.some(({ foundIn }) => foundIn === null)
}

/** `contradicts sentence 2 of this answer`; null where it contradicts none. */
export function disagreementWords({ disagreesWith }: Pick<Claim, 'disagreesWith'>): string | null {
  const numbers = disagreesWith.map((index) => String(index + 1))
  if (numbers.length === 0) return null
  return `contradicts ${numbers.length === 1 ? 'sentence' : 'sentences'} ${numbers.join(', ')} of this answer`
}

/** The states of an answer that a model wrote to its end. */
const WRITTEN: ReadonlySet<AnswerState> = new Set<AnswerState>(['answered', 'answered-in-part', 'uncertain'])

export function isWritten(state: AnswerState): boolean {
  return WRITTEN.has(state)
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
  return [parts.join(', '), ...notAnswered.map(openPartWords)].map((words) => `${words}.`).join(' ')
}

/** What keeps one from relying on an uncertain cell of a table; one that is contradicted says so by its verdict. */
export function doubtWords({ verdict, absent }: Pick<Cell, 'verdict' | 'absent'>): string {
  if (absent.length > 0) return `not confirmed: the cited words do not have ${absent.join(', ')}`
  return verdict !== null && CONFIRMED.has(verdict) ? 'may not be the answer' : 'not confirmed'
}
