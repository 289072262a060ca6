import { saidOf } from '../../../wording/failure.ts'
import { setImmediate } from 'node:timers/promises'
import type { DocumentState } from '../../../contract/document.ts'
import type { RemoteReader } from '../../../library/remote-reader.ts'
import type { Embedder } from '../../../models/embedder.ts'
import type { Listeners } from '../../../processes/listeners.ts'
import type { Job } from '../../../store/matter/stored-jobs.ts'
import { cannotWrite } from '../../../store/store-errors.ts'
import type { Foreground } from '../../home/foreground.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import type { LibreOffice } from '../libreoffice/create-libreoffice.ts'
import { readDocument } from '../reading-stages.ts'
import type { ReadingEvent } from './reading-event.ts'
import { createReadingSpeed, type ReadingSpeed } from './reading-speed.ts'
import { CANCELLED } from './document-marks.ts'
import { takeAttachments, type TakeAttachmentsOptions } from '../take-attachments.ts'
import type { WaitingJobs } from './waiting-jobs.ts'

export type ReadingWorkerOptions = {
  readonly matter: OpenMatter
  readonly reader: RemoteReader
  readonly embedder: () => Promise<Embedder | null>
  readonly foreground: Foreground
  readonly ocrDataFolder: string | null
  readonly office: LibreOffice
  readonly now: () => Date
}

/** How reading was stopped on purpose: the document is held back, given up, or goes on at the next start. */
export type StopReason = 'pause' | 'cancel' | 'close'

type Current = {
  readonly job: Job
  readonly documentId: string
  readonly stop: AbortController
  state: DocumentState
  /** The page that is being read, from 1; null while none is. */
  page: number | null
  readonly ended: Promise<void>
}

export interface ReadingWorker {
  /** Null between two documents, too. */
  readonly current: Pick<Current, 'job' | 'documentId' | 'state' | 'page'> | null
  /** From the first document to the last, also between two of them. */
  readonly isWorking: boolean
  /** Reads what is queued, one document after the other, until nothing is or it is stopped. Does nothing after `close`. */
  run(): void
  /** Stops the document that is being read; resolves when its job has been put aside. */
  stop(how: 'pause' | 'cancel'): Promise<void>
  /** Stops for good; resolves when nothing is touched any more. */
  close(): Promise<void>
  readonly secondsLeft: ReadingSpeed['secondsLeft']
}

class Stopped extends Error {
  override name = 'Stopped'
  readonly how: StopReason
  constructor(how: StopReason) {
    super(`reading was stopped (${how})`)
    this.how = how
  }
}

export function createReadingWorker(
  options: ReadingWorkerOptions,
  waiting: WaitingJobs,
  events: Listeners<ReadingEvent>,
): ReadingWorker {
  const { store } = options.matter
  const speed = createReadingSpeed(() => options.now().getTime())
  const now = { current: null as Current | null, isWorking: false, isClosed: false, ended: Promise.resolve() }
  const next = () => (now.isClosed || waiting.isPaused() ? null : store.jobs.start(options.now().toISOString()))

  async function work(): Promise<void> {
    try {
      // What could not be put aside on a full disk is still marked as running.
      store.jobs.recover()
      for (let job = next(); job; job = next()) {
        if (job.documentId === null) store.jobs.finish(job.job, 'done', options.now().toISOString(), null)
        else if (!(await readOne(job, job.documentId))) return
        // Documents that have not changed and need no file would follow each other without letting anybody in.
        await setImmediate()
      }
    } finally {
      // In the same turn in which the queue was found empty: what is added later must find nobody at work.
      now.isWorking = false
      events.tell({ type: 'queue' })
    }
  }

  /** False when the worker is to rest. */
  async function readOne(job: Job, documentId: string): Promise<boolean> {
    const { promise: ended, resolve } = Promise.withResolvers<void>()
    const current: Current = { job, documentId, stop: new AbortController(), state: 'checking', page: null, ended }
    now.current = current
    events.tell({ type: 'start', documentId, state: 'checking' })
    try {
      const state = await readTimed(current, options, { waiting, events, speed })
      events.tell({ type: 'end', documentId, state })
      return true
    } catch (error) {
      return putAside(current, error, waiting)
    } finally {
      now.current = null
      resolve()
    }
  }

  return {
    get current() {
      return now.current
    },
    get isWorking() {
      return now.isWorking
    },
    run() {
      if (now.isWorking || now.isClosed || waiting.isPaused()) return
      now.isWorking = true
      // A job that cannot even be taken from the queue, as on a full disk, is there again at the next run.
      now.ended = work().catch((error: Error) => process.emitWarning(error))
    },
    stop: (how) => stopReading(now.current, how),
    async close() {
      now.isClosed = true
      await stopReading(now.current, 'close')
      await now.ended
    },
    secondsLeft: speed.secondsLeft,
  }
}

async function stopReading(current: Current | null, how: StopReason): Promise<void> {
  current?.stop.abort(new Stopped(how))
  await current?.ended
}

async function readTimed(
  current: Current,
  options: ReadingWorkerOptions,
  { waiting, events, speed }: { waiting: WaitingJobs; events: Listeners<ReadingEvent>; speed: ReadingSpeed },
): Promise<DocumentState> {
  const { job, documentId, stop } = current
  const { jobs, documents } = options.matter.store
  const inside = { matter: options.matter, queue: insideQueue(waiting, documentId), now: options.now }
  speed.begin(documents.get(documentId, null).pagesDone)
  const onChange = (state: DocumentState, page: number | null = null) => {
    if (current.state !== state) jobs.setStage(job.job, state)
    Object.assign(current, { state, page })
    events.tell({ type: 'change', documentId, state })
  }
  const embedder = await options.embedder()
  const { state, error } = await readDocument(
    {
      ...options,
      embedder,
      documentId,
      file: job.path || null,
      limitMs: job.limitMs,
      onChange,
      onShown: (shown) => takeAttachments(shown, inside),
    },
    stop.signal,
  )
  speed.end(documents.get(documentId, null).bytes)
  waiting.finish(job, documentId, error ? 'failed' : 'done', error)
  return state
}

/** The queue as far as files inside the document that is `running` are concerned: none of them is being read. */
function insideQueue(waiting: WaitingJobs, running: string): TakeAttachmentsOptions['queue'] {
  return {
    add: waiting.add,
    async forget(documentId) {
      waiting.cancel(documentId, running)
      waiting.forget(documentId)
    },
  }
}

/** Nothing is lost: the job waits until somebody resumes, or until the next start. True when the next one may begin. */
function putAside({ job, documentId, stop }: Current, error: unknown, waiting: WaitingJobs): boolean {
  const how = stop.signal.aborted ? (stop.signal.reason as Stopped).how : 'trouble'
  // Marked as running in the store, it is queued in its old place when the matter is opened again.
  if (how === 'close') return false
  if (how === 'cancel') {
    waiting.finish(job, documentId, 'cancelled', CANCELLED)
    return true
  }
  if (how === 'pause') {
    waiting.putBack(job, documentId)
    return !waiting.isPaused()
  }
  // No document is to blame: a process that cannot be started, a full disk.
  try {
    waiting.rest(job, saidOf(error))
  } catch (full) {
    // What could not be written down is told all the same, and the job is there again at the next start.
    if (!cannotWrite(full)) throw full
  }
  return false
}
