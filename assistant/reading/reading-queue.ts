import type { ReadingProgress } from '../../contract/document.ts'
import { createListeners, type Listeners } from '../../processes/listeners.ts'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import type { ReadingEvent } from './reading-event.ts'
import { createReadingWorker, type ReadingWorker, type ReadingWorkerOptions } from './reading-worker.ts'
import { createWaitingJobs, type WaitingJobs } from './waiting-jobs.ts'

/** The documents of one matter that wait to be read: jobs in the store, so that they outlive a kill. One is read at a time. */
export interface ReadingQueue extends AsyncDisposable {
  readonly events: Listeners<ReadingEvent>
  /** `file` null: the bytes are in the store already. Does nothing for a document that waits already. */
  add(documentId: string, file: string | null): void
  /** Reads what waits, until nothing does. */
  run(): void
  pause(): void
  resume(): void
  cancel(documentId: string | null): void
  retry(documentId: string | null): void
  /** What happens to it is forgotten: the document is being removed. */
  forget(documentId: string): Promise<void>
  progress(): ReadingProgress
}

export type ReadingQueueOptions = ReadingWorkerOptions

export function createReadingQueue(options: ReadingQueueOptions): ReadingQueue {
  const { matter, now } = options
  const events = createListeners<ReadingEvent>()
  const waiting = createWaitingJobs(matter.store, events, () => now().toISOString())
  const worker = createReadingWorker(options, waiting, events)
  const isRead = (documentId: string | null) =>
    worker.current !== null && (documentId === null || worker.current.job.documentId === documentId)
  return {
    events,
    add: waiting.add,
    run: worker.run,
    pause() {
      waiting.pause()
      void worker.stop('pause')
    },
    resume() {
      waiting.resume()
      void worker.idle().then(worker.run)
    },
    cancel(documentId) {
      waiting.cancel(documentId, worker.current?.job.job ?? null)
      if (isRead(documentId)) void worker.stop('cancel')
    },
    retry(documentId) {
      waiting.retry(documentId)
      void worker.idle().then(worker.run)
    },
    async forget(documentId) {
      waiting.cancel(documentId, worker.current?.job.job ?? null)
      if (isRead(documentId)) await worker.stop('cancel')
    },
    progress: () => progressOf(options, waiting, worker),
    async [Symbol.asyncDispose]() {
      await worker.stop('close')
      await worker.idle()
    },
  }
}

function progressOf({ matter }: ReadingQueueOptions, waiting: WaitingJobs, worker: ReadingWorker): ReadingProgress {
  const { documents, jobs } = matter.store
  const left = waiting.list()
  const waits = new Set(left.map(({ documentId }) => documentId))
  const rows = documents.list(null).filter(({ documentId }) => waits.has(documentId))
  const done = jobs.list().filter(({ state }) => ['done', 'failed', 'cancelled'].includes(state)).length
  const current = rows.find(({ documentId }) => documentId === worker.current?.job.documentId)
  return {
    matter: matter.id,
    running: worker.current !== null,
    paused: waiting.isPaused(),
    documentsDone: done,
    documents: done + left.length,
    current: current?.document ?? null,
    stage: worker.current?.state ?? null,
    pagesDone: current?.pagesDone ?? 0,
    pages: current?.pages ?? 0,
    secondsLeft: worker.secondsLeft(rows.reduce((sum, row) => sum + bytesLeft(row), 0)),
  }
}

/** Embedding takes about as long as everything before it. */
function bytesLeft({ bytes, pages, pagesDone }: DocumentRow): number {
  return pages === 0 ? bytes : bytes * (1 - pagesDone / (2 * pages))
}
