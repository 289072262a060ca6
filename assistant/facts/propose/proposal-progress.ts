import type { ProposalEvent } from '../../../contract/fact.ts'

export interface ProposalProgress {
  /** `wasDone`: by an earlier run, so that it says nothing of how long others take. */
  passagesDone(count: number, wasDone?: boolean): void
  event(document: string): Extract<ProposalEvent, { type: 'proposal-progress' }>
}

/** Passages differ: the first few say nothing of how long all of them take. */
const TELLING_PASSAGES = 5

export function createProposalProgress(passages: number): ProposalProgress {
  const startedMs = performance.now()
  const done = { all: 0, timed: 0 }
  return {
    passagesDone(count, wasDone = false) {
      done.all += count
      if (!wasDone) done.timed += count
    },
    event(document) {
      const secondsEach = (performance.now() - startedMs) / 1000 / done.timed
      const secondsLeft = done.timed < TELLING_PASSAGES ? null : secondsEach * (passages - done.all)
      return { type: 'proposal-progress', document, passagesDone: done.all, passages, secondsLeft }
    },
  }
}
