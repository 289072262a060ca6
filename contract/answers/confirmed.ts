import type { AnswerState, Claim, Verdict } from './answer.ts'

/** The verdicts with which a sentence is confirmed by its source; an answer is green only when all of its sentences have one. */
export const CONFIRMING: ReadonlySet<Verdict> = new Set<Verdict>(['verbatim', 'close', 'supported', 'computed'])

type Checked = Pick<Claim, 'verdict' | 'absent' | 'differsFrom' | 'disagreesWith' | 'authorities'>

/** Whether a sentence may be relied on: confirmed by its source, and not `isInDoubt`. */
export function isConfirmed(claim: Checked): boolean {
  return CONFIRMING.has(claim.verdict) && !isInDoubt(claim)
}

/**
 * Has a number, date or name that the source lacks, another value than a rule computes or another sentence of the answer says, or an
 * authority that is not in the library.
 */
export function isInDoubt({ absent, differsFrom, disagreesWith, authorities }: Omit<Checked, 'verdict'>): boolean {
  const differs = differsFrom.length + disagreesWith.length > 0
  return absent.length > 0 || differs || authorities.some(({ foundIn }) => foundIn === null)
}

/** The states of an answer that a model wrote to its end. */
const WRITTEN: ReadonlySet<AnswerState> = new Set<AnswerState>(['answered', 'answered-in-part', 'uncertain'])

export function isWritten(state: AnswerState): boolean {
  return WRITTEN.has(state)
}
