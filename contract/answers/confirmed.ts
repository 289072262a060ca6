import type { AnswerState, Claim, Verdict } from './answer.ts'

/** How a sentence of each verdict stands to its sources: they say it, code computed it, they say otherwise, or it is not known. */
const STANDING: Readonly<Record<Verdict, 'said' | 'computed' | 'contradicted' | 'unknown'>> = {
  verbatim: 'said',
  close: 'said',
  supported: 'said',
  computed: 'computed',
  contradicted: 'contradicted',
  unsupported: 'unknown',
  unchecked: 'unknown',
}

/** Whether a passage says what the sentence says. */
export function isSaidBySource(verdict: Verdict): boolean {
  return STANDING[verdict] === 'said'
}

/** Whether a sentence is confirmed by its source or by code; an answer is green only when all of its sentences are. */
export function isConfirming(verdict: Verdict): boolean {
  return isSaidBySource(verdict) || STANDING[verdict] === 'computed'
}

type Checked = Pick<Claim, 'verdict' | 'absent' | 'differsFrom' | 'disagreesWith' | 'authorities'>

/** Whether a sentence may be relied on: confirmed by its source, and not `isInDoubt`. */
export function isConfirmed(claim: Checked): boolean {
  return isConfirming(claim.verdict) && !isInDoubt(claim)
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
