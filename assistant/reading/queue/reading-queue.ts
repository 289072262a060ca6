import type { ReadingProgress } from '../../../contract/document.ts'
import { createListeners, type Listeners } from '../../../processes/listeners.ts'
import type { ReadingEvent } from './reading-event.ts'
import { createReadingWorker, type ReadingWorker, type ReadingWorkerOptions } from './reading-worker.ts'
import { createWaitingJobs, type WaitingJobs } from './waiting-jobs.ts'

/** The documents of one matter that wait to be read: jobs in the store, so that they outlive a kill. One is read at a time. */
export interface ReadingQueue extends AsyncDisposable {
  readonly events: Listeners<ReadingEvent>
  /**
   * `file` null: the bytes are in the store already. Does nothing for a document that waits already. `limitMs`: how long reading
   * it may take at most; null: the usual time.
   */
  add(documentId: string, file: string | null, limitMs?: number | null): void
  /** Carries out `work`, which adds several, in one transaction: all are added, or none. */
  together<T>(work: () => T): T
  /** Reads what waits, until nothing does. */
  run(): void
  pause(): void
  resume(): void
  cancel(documentId: string | null): void
  retry(documentId: string | null, limitMs?: number | null): void
  /** Its job is given up and no longer known: the document is being removed, or has got other bytes. */
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
    worker.current !== null && (documentId === null || worker.current.documentId === documentId)
  return {
    events,
    add: waiting.add,
    together(work) {
      try {
        return matter.store.database.transaction(work)
      } catch (error) {
        waiting.refresh()
        throw error
      }
    },
    run() {
      if (!worker.current) waiting.refresh()
      worker.run()
    },
    pause() {
      waiting.pause(worker.current?.documentId ?? null)
      void worker.stop('pause')
    },
    resume() {
      waiting.resume()
      worker.run()
    },
    cancel(documentId) {
      waiting.cancel(documentId, worker.current?.documentId ?? null)
      if (isRead(documentId)) void worker.stop('cancel')
    },
    retry(documentId, limitMs) {
      waiting.retry(documentId, limitMs)
      worker.run()
    },
    async forget(documentId) {
      waiting.cancel(documentId, worker.current?.documentId ?? null)
      if (isRead(documentId)) await worker.stop('cancel')
      waiting.forget(documentId)
    },
    progress: () => progressOf(options, waiting, worker),
    [Symbol.asyncDispose]: worker.close,
  }
}

function progressOf(
  { matter }: ReadingQueueOptions,
  waiting: WaitingJobs,
  { current, isWorking, secondsLeft }: ReadingWorker,
): ReadingProgress {
  const left = waiting.left()
  const row = current ? matter.store.documents.find(current.documentId, null) : null
  const { bytes = 0, pages = 0, pagesDone = 0 } = row ?? {}
  const underWay = row && { bytes, pages, pagesDone }
  const at = current ? { stage: current.state, page: current.page } : { stage: null, page: null }
  return {
    matter: matter.id,
    running: isWorking,
    paused: waiting.isPaused(),
    documentsDone: left.ended,
    documents: left.ended + left.waiting,
    current: row?.document ?? null,
    ...at,
    pagesDone,
    pages,
    secondsLeft: secondsLeft(Math.max(0, left.bytes - bytes), underWay),
  }
}
