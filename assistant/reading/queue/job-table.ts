import type { ReadFailure } from '../../../contract/document.ts'
import type { Job, Jobs, JobState } from '../../../store/matter/stored-jobs.ts'

export type EndedJob = Pick<Job, 'job' | 'path' | 'state' | 'error'>

/**
 * The last job of each document, in memory: asked for at every page that is read, and listing 10,000 jobs and documents takes
 * 50 ms each time.
 */
export interface JobTable {
  /** Takes in what the store has and this table lacks, and lets go of what the store did not keep after all. */
  refresh(): void
  /** The job of a document that waits or is being read. */
  waiting(documentId: string): string | undefined
  /** Documents that wait or are being read, in order. */
  documents(): readonly string[]
  ended(documentId: string): EndedJob | undefined
  failed(): readonly (readonly [documentId: string, job: EndedJob])[]
  wait(documentId: string, job: string): void
  end(documentId: string, state: 'done' | 'failed' | 'cancelled', error: ReadFailure | null): void
  forget(documentId: string): void
  left(): { readonly waiting: number; readonly ended: number; readonly bytes: number }
}

const WAITING: readonly JobState[] = ['queued', 'running', 'paused']

export function createJobTable(jobs: Jobs, bytesOf: (documentId: string) => number): JobTable {
  const waiting = new Map<string, { readonly job: string; readonly path: string; readonly bytes: number }>()
  const ended = new Map<string, EndedJob>()
  let endedCount = 0

  function wait(documentId: string, job: string, path = jobs.get(job).path): void {
    if (waiting.size === 0) endedCount = 0
    ended.delete(documentId)
    waiting.set(documentId, { job, path, bytes: bytesOf(documentId) })
  }

  return {
    refresh() {
      const all = jobs.list()
      const isFirst = waiting.size === 0 && ended.size === 0
      const left = new Set(all.filter(({ state }) => WAITING.includes(state)).map(({ job }) => job))
      for (const [documentId, { job }] of waiting) if (!left.has(job)) waiting.delete(documentId)
      for (const { job, documentId, path, state, error } of all) {
        if (documentId === null) continue
        if (WAITING.includes(state)) {
          if (!waiting.has(documentId)) wait(documentId, job, path)
        } else if (!waiting.has(documentId)) ended.set(documentId, { job, path, state, error })
      }
      if (isFirst) endedCount = endedSince(all)
    },
    waiting: (documentId) => waiting.get(documentId)?.job,
    documents: () => [...waiting.keys()],
    ended: (documentId) => ended.get(documentId),
    failed: () => [...ended].filter(([, { state }]) => state === 'failed' || state === 'cancelled'),
    wait: (documentId, job) => wait(documentId, job),
    end(documentId, state, error) {
      const before = waiting.get(documentId)
      if (!before) return
      waiting.delete(documentId)
      ended.set(documentId, { job: before.job, path: before.path, state, error })
      endedCount += 1
    },
    forget(documentId) {
      waiting.delete(documentId)
      ended.delete(documentId)
    },
    left: () => ({
      waiting: waiting.size,
      ended: endedCount,
      bytes: [...waiting.values()].reduce((sum, { bytes }) => sum + bytes, 0),
    }),
  }
}

/** After a restart: those that ended after the first of the waiting ones was queued belong to the same batch. */
function endedSince(all: readonly Job[]): number {
  const queuedAt = all.filter(({ state }) => WAITING.includes(state)).map((job) => job.queuedAt)
  const first = queuedAt.toSorted()[0]
  return first === undefined ? 0 : all.filter(({ endedAt }) => endedAt !== null && endedAt >= first).length
}
