import type { Answer } from '../../contract/answer.ts'
import type { Listeners } from '../../processes/listeners.ts'
import type { Job } from '../../store/matter/jobs.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import type { ReadingEvent } from './reading-event.ts'

const WAITING = ['queued', 'running', 'paused']
const PAUSED = 'reading-paused'

/** A document whose reading the user stopped. */
export const CANCELLED = {
  code: 'cancelled',
  message: 'Reading was stopped. Pages that were read are kept; a retry goes on from there.',
  retry: true,
} as const

export type WaitingJobs = {
  readonly isPaused: () => boolean
  readonly list: () => readonly Job[]
  readonly add: (documentId: string, file: string | null) => void
  /** Holds everything back that has not ended; the running one is the worker's to stop. */
  readonly pause: () => void
  readonly resume: () => void
  /** Of one document or of all, but for the one that is running. */
  readonly cancel: (documentId: string | null, running: string | null) => void
  readonly retry: (documentId: string | null) => void
  readonly markCancelled: (documentId: string) => void
}

/** The jobs of a matter that wait, and the documents' states that go with them. */
export function createWaitingJobs(
  { jobs, documents, settings }: MatterStore<Answer>,
  events: Listeners<ReadingEvent>,
  time: () => string,
): WaitingJobs {
  const list = () => jobs.list().filter(({ state }) => WAITING.includes(state))
  const isPaused = () => settings.get(PAUSED) === true
  const documentsOf = (some: readonly Job[]) => some.flatMap(({ documentId }) => documentId ?? [])

  function pause(): void {
    settings.set(PAUSED, true)
    jobs.pauseQueued()
    for (const documentId of documentsOf(list())) {
      documents.change(documentId, { state: 'paused' })
      events.tell({ type: 'end', documentId, state: 'paused' })
    }
  }

  function markCancelled(documentId: string): void {
    const { textVersionId } = documents.get(documentId, null)
    // An earlier version that can be read stays what it was.
    documents.change(
      documentId,
      textVersionId === null ? { state: 'failed', error: CANCELLED } : { state: 'ready', error: null },
    )
    events.tell({ type: 'end', documentId, state: 'failed' })
  }

  return {
    isPaused,
    list,
    pause,
    markCancelled,
    add(documentId, file) {
      if (list().some((job) => job.documentId === documentId)) return
      jobs.add({ documentId, path: file ?? '', kind: 'read', queuedAt: time() })
      if (isPaused()) pause()
    },
    resume() {
      settings.set(PAUSED, false)
      const held = documentsOf(list().filter(({ state }) => state === 'paused'))
      jobs.resumePaused()
      for (const documentId of held) documents.change(documentId, { state: 'queued' })
    },
    cancel(documentId, running) {
      const concerned = list().filter(
        (job) => job.job !== running && (documentId === null || job.documentId === documentId),
      )
      jobs.cancelWaiting(time(), documentId)
      documentsOf(concerned).forEach(markCancelled)
    },
    retry(documentId) {
      for (const job of jobs.list()) {
        const isConcerned = documentId === null ? job.error?.retry !== false : job.documentId === documentId
        if (!isConcerned || job.documentId === null || !['failed', 'cancelled'].includes(job.state)) continue
        jobs.queueAgain(job.job, time())
        documents.change(job.documentId, { state: 'queued', error: null })
      }
    },
  }
}
