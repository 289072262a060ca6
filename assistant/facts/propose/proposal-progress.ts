import type { ProposalEvent } from '../../../contract/fact.ts'

export interface ProposalProgress {
  passageDone(): void
  event(document: string): Extract<ProposalEvent, { type: 'proposal-progress' }>
}

/** Passages differ: the first few say nothing of how long all of them take. */
const TELLING_PASSAGES = 5

/** `passagesOf`: how many each of the documents has. */
export function createProposalProgress(passagesOf: readonly number[]): ProposalProgress {
  const passages = passagesOf.reduce((sum, one) => sum + one, 0)
  const startedMs = performance.now()
  let passagesDone = 0
  return {
    passageDone() {
      passagesDone += 1
    },
    event(document) {
      const secondsEach = (performance.now() - startedMs) / 1000 / passagesDone
      const secondsLeft = passagesDone < TELLING_PASSAGES ? null : secondsEach * (passages - passagesDone)
      return { type: 'proposal-progress', document, passagesDone, passages, secondsLeft }
    },
  }
}
