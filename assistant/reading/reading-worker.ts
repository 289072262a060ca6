import type { DocumentState } from '../../contract/document.ts'
import type { RemoteReader } from '../../library/remote-reader.ts'
import type { Embedder } from '../../models/embedder.ts'
import type { Listeners } from '../../processes/listeners.ts'
import type { Job } from '../../store/matter/jobs.ts'
import type { Foreground } from '../foreground.ts'
import type { OpenMatter } from '../open-matters.ts'
import { readDocument } from './read-document.ts'
import type { ReadingEvent } from './reading-event.ts'
import { createReadingSpeed } from './reading-speed.ts'
import { CANCELLED, type WaitingJobs } from './waiting-jobs.ts'

export type ReadingWorkerOptions = {
  readonly matter: OpenMatter
  readonly reader: RemoteReader
  readonly embedder: () => Promise<Embedder | null>
  readonly foreground: Foreground
  readonly now: () => Date
  /** What no document is to blame for: a process that cannot be started, a full disk. Reading is paused. */
  readonly onTrouble: (error: unknown) => void
}

/** How reading was stopped on purpose: the document is held back, given up, or goes on at the next start. */
export type StopReason = 'pause' | 'cancel' | 'close'

type Current = {
  readonly job: Job
  readonly stop: AbortController
  state: DocumentState
  readonly ended: Promise<void>
}

export interface ReadingWorker {
  readonly current: { readonly job: Job; readonly state: DocumentState } | null
  /** Reads what is queued, one document after the other, until nothing is or it is stopped. */
  run(): void
  /** Stops the document that is being read; resolves when its job has been put aside. */
  stop(how: StopReason): Promise<void>
  /** Resolves when nothing is being read. */
  idle(): Promise<void>
  secondsLeft(bytesLeft: number): number | null
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
  const { jobs, documents } = options.matter.store
  const time = () => options.now().toISOString()
  const speed = createReadingSpeed(() => options.now().getTime())
  const now = { current: null as Current | null, running: null as Promise<void> | null }

  async function work(): Promise<void> {
    for (let job = jobs.start(time()); job; job = jobs.start(time())) {
      if (job.documentId === null) jobs.finish(job.job, 'done', time(), null)
      else if (!(await readOne(job, job.documentId))) return
    }
  }

  /** False when the worker is to rest. */
  async function readOne(job: Job, documentId: string): Promise<boolean> {
    const { promise: ended, resolve } = Promise.withResolvers<void>()
    const current: Current = { job, stop: new AbortController(), state: 'checking', ended }
    now.current = current
    speed.begin()
    events.tell({ type: 'start', documentId, state: 'checking' })
    const onChange = (state: DocumentState) => {
      current.state = state
      jobs.setStage(job.job, state)
      events.tell({ type: 'change', documentId, state })
    }
    try {
      const embedder = await options.embedder()
      const { state, error } = await readDocument(
        { ...options, embedder, documentId, file: job.path || null, onChange },
        current.stop.signal,
      )
      speed.end(documents.get(documentId, null).bytes)
      jobs.finish(job.job, error ? 'failed' : 'done', time(), error)
      events.tell({ type: 'end', documentId, state })
      return true
    } catch (error) {
      return putAside(job, documentId, error)
    } finally {
      now.current = null
      resolve()
    }
  }

  function putAside(job: Job, documentId: string, error: unknown): boolean {
    const how = error instanceof Stopped ? error.how : 'trouble'
    if (how === 'cancel') {
      jobs.finish(job.job, 'cancelled', time(), CANCELLED)
      waiting.markCancelled(documentId)
      return true
    }
    // Nothing is lost: the job waits until somebody resumes, or until the next start.
    jobs.queueAgain(job.job, time())
    if (how !== 'close') waiting.pause()
    if (how === 'trouble') options.onTrouble(error)
    return false
  }

  return {
    get current() {
      return now.current
    },
    run() {
      if (waiting.isPaused() || now.running) return
      now.running = work().finally(() => {
        now.running = null
      })
      now.running.catch(options.onTrouble)
    },
    async stop(how) {
      const { current } = now
      current?.stop.abort(new Stopped(how))
      await current?.ended
    },
    async idle() {
      await now.running?.catch(() => {})
    },
    secondsLeft: speed.secondsLeft,
  }
}
