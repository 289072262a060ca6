import type { DocumentRow, DocumentState, ReadingProgress } from '../../contract/document.ts'
import type { RemoteReader } from '../../library/remote-reader.ts'
import type { Embedder } from '../../models/embedder.ts'
import { createListeners, type Listeners } from '../../processes/listeners.ts'
import type { Job } from '../../store/matter/jobs.ts'
import type { Foreground } from '../foreground.ts'
import type { OpenMatter } from '../open-matters.ts'
import { type ReadOutcome, readDocument } from './read-document.ts'
import { createReadingSpeed } from './reading-speed.ts'

/** What happens to a document on its way; `end` comes once for each job. */
export type ReadingEvent =
  | { readonly type: 'start' | 'change'; readonly documentId: string; readonly state: DocumentState }
  | { readonly type: 'end'; readonly documentId: string; readonly state: DocumentState }

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

export type ReadingQueueOptions = {
  readonly matter: OpenMatter
  readonly reader: RemoteReader
  readonly embedder: () => Promise<Embedder | null>
  readonly foreground: Foreground
  readonly now: () => Date
  /** What no document is to blame for: a process that cannot be started, a full disk. The queue pauses. */
  readonly onTrouble: (error: unknown) => void
}

const PAUSED = 'reading-paused'
const WAITING = ['queued', 'running', 'paused']

class Stopped extends Error {
  override name = 'Stopped'
  readonly how: 'pause' | 'cancel' | 'close'
  constructor(how: 'pause' | 'cancel' | 'close') {
    super(`reading was stopped (${how})`)
    this.how = how
  }
}

type Current = { readonly job: Job; readonly stop: AbortController; state: DocumentState; readonly ended: Promise<void> }

export function createReadingQueue(options: ReadingQueueOptions): ReadingQueue {
  const { matter, now } = options
  const { jobs, documents, settings } = matter.store
  const events = createListeners<ReadingEvent>()
  const speed = createReadingSpeed(() => now().getTime())
  const time = () => now().toISOString()
  let current: Current | null = null
  let running: Promise<void> | null = null

  async function work(): Promise<void> {
    for (let job = jobs.start(time()); job; job = jobs.start(time())) {
      if (job.documentId === null) jobs.finish(job.job, 'done', time(), null)
      else if (!(await readOne(job, job.documentId))) return
    }
  }

  /** False when the queue is to rest. */
  async function readOne(job: Job, documentId: string): Promise<boolean> {
    const stop = new AbortController()
    const { promise: ended, resolve } = Promise.withResolvers<void>()
    current = { job, stop, state: 'checking', ended }
    speed.begin()
    events.tell({ type: 'start', documentId, state: 'checking' })
    try {
      const outcome = await readDocument({ ...options, embedder: await options.embedder(), documentId, file: job.path || null, onChange }, stop.signal)
      settle(job, documentId, outcome)
      return true
    } catch (error) {
      return stopped(job, documentId, error)
    } finally {
      current = null
      resolve()
    }
  }

  function onChange(state: DocumentState): void {
    if (!current?.job.documentId) return
    current.state = state
    jobs.setStage(current.job.job, state)
    events.tell({ type: 'change', documentId: current.job.documentId, state })
  }

  function settle(job: Job, documentId: string, { state, error }: ReadOutcome): void {
    speed.end(documents.get(documentId, null).bytes)
    jobs.finish(job.job, error ? 'failed' : 'done', time(), error)
    events.tell({ type: 'end', documentId, state })
  }

  function stopped(job: Job, documentId: string, error: unknown): boolean {
    if (!(error instanceof Stopped)) {
      // Nothing is lost: the job waits at its place until somebody resumes.
      jobs.queueAgain(job.job, time())
      pauseWaiting()
      options.onTrouble(error)
      return false
    }
    if (error.how === 'cancel') {
      markCancelled(documentId)
      jobs.finish(job.job, 'cancelled', time(), CANCELLED)
      events.tell({ type: 'end', documentId, state: 'failed' })
      return true
    }
    jobs.queueAgain(job.job, time())
    if (error.how === 'pause') pauseWaiting()
    return false
  }

  function pauseWaiting(): void {
    settings.set(PAUSED, true)
    jobs.pauseQueued()
    for (const { documentId } of waiting()) {
      if (documentId === null) continue
      documents.change(documentId, { state: 'paused' })
      events.tell({ type: 'end', documentId, state: 'paused' })
    }
  }

  function markCancelled(documentId: string): void {
    const { textVersionId } = documents.get(documentId, null)
    // An earlier version that can be read stays what it was.
    documents.change(documentId, textVersionId === null ? { state: 'failed', error: CANCELLED } : { state: 'ready', error: null })
  }

  const waiting = () => jobs.list().filter(({ state }) => WAITING.includes(state))

  const queue: ReadingQueue = {
    events,
    add(documentId, file) {
      if (waiting().some((job) => job.documentId === documentId)) return
      jobs.add({ documentId, path: file ?? '', kind: 'read', queuedAt: time() })
      if (settings.get(PAUSED) === true) pauseWaiting()
    },
    run() {
      if (settings.get(PAUSED) === true) return
      running ??= work().finally(() => {
        running = null
      })
      running.catch(options.onTrouble)
    },
    pause() {
      pauseWaiting()
      current?.stop.abort(new Stopped('pause'))
    },
    resume() {
      settings.set(PAUSED, false)
      jobs.resumePaused()
      for (const { documentId } of waiting()) if (documentId && documentId !== current?.job.documentId) documents.change(documentId, { state: 'queued' })
      void (running ?? Promise.resolve()).then(queue.run, queue.run)
    },
    cancel(documentId) {
      const concerned = waiting().filter((job) => documentId === null || job.documentId === documentId)
      jobs.cancelWaiting(time(), documentId)
      for (const job of concerned) if (job.documentId && job.job !== current?.job.job) {
        markCancelled(job.documentId)
        events.tell({ type: 'end', documentId: job.documentId, state: 'failed' })
      }
      if (current && (documentId === null || current.job.documentId === documentId)) current.stop.abort(new Stopped('cancel'))
    },
    retry(documentId) {
      for (const job of jobs.list()) {
        const concerned = documentId === null ? job.error?.retry !== false : job.documentId === documentId
        if (!concerned || !['failed', 'cancelled'].includes(job.state) || job.documentId === null) continue
        jobs.queueAgain(job.job, time())
        documents.change(job.documentId, { state: 'queued', error: null })
      }
      queue.run()
    },
    async forget(documentId) {
      jobs.cancelWaiting(time(), documentId)
      if (current?.job.documentId !== documentId) return
      const { ended } = current
      current.stop.abort(new Stopped('cancel'))
      await ended
    },
    progress: () => progressOf(options, waiting(), current, speed.secondsLeft),
    async [Symbol.asyncDispose]() {
      current?.stop.abort(new Stopped('close'))
      await running?.catch(() => {})
    },
  }
  return queue
}

const CANCELLED = {
  code: 'cancelled',
  message: 'Reading was stopped. Pages that were read are kept; a retry goes on from there.',
  retry: true,
} as const

function progressOf(
  { matter }: ReadingQueueOptions,
  waiting: readonly Job[],
  current: Current | null,
  secondsLeft: (bytes: number) => number | null,
): ReadingProgress {
  const { documents, settings, jobs } = matter.store
  const rows = waiting.flatMap(({ documentId }) => (documentId ? [documents.get(documentId, null)] : []))
  const done = jobs.list().filter(({ state }) => ['done', 'failed', 'cancelled'].includes(state)).length
  const now = current?.job.documentId ? documents.get(current.job.documentId, null) : null
  return {
    matter: matter.id,
    running: current !== null,
    paused: settings.get(PAUSED) === true,
    documentsDone: done,
    documents: done + waiting.length,
    current: now?.document ?? null,
    stage: current?.state ?? null,
    pagesDone: now?.pagesDone ?? 0,
    pages: now?.pages ?? 0,
    secondsLeft: secondsLeft(rows.reduce((sum, row) => sum + bytesLeft(row), 0)),
  }
}

function bytesLeft({ bytes, pages, pagesDone }: Pick<DocumentRow, 'bytes' | 'pages' | 'pagesDone'>): number {
  return pages === 0 ? bytes : bytes * (1 - pagesDone / (2 * pages))
}
