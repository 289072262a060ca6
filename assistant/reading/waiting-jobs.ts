import type { Answer } from '../../contract/answer.ts'
import type { ReadFailure } from '../../contract/document.ts'
import type { Listeners } from '../../processes/listeners.ts'
import type { JsonSettings } from '../../store/json-settings.ts'
import type { Job, Jobs, NewJob } from '../../store/matter/jobs.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import { CANCELLED, createDocumentMarks, type DocumentMarks } from './document-marks.ts'
import { createJobTable, type EndedJob, type JobTable } from './job-table.ts'
import type { ReadingEvent } from './reading-event.ts'

const PAUSED = 'reading-paused'

/** The jobs of a matter that wait, and the documents' states that go with them. */
export type WaitingJobs = {
  readonly isPaused: () => boolean
  /** What is still to be done, and how many have ended since nothing was. */
  readonly left: () => { readonly waiting: number; readonly ended: number; readonly bytes: number }
  /** Looks into the store for jobs that were added by other ways. */
  readonly refresh: () => void
  /** `limitMs`: how long reading it may take; null: the usual time. */
  readonly add: (documentId: string, file: string | null, limitMs?: number | null) => void
  /** Holds everything back that has not ended; `running` is the worker's to stop. */
  readonly pause: (running: string | null) => void
  readonly resume: () => void
  /** Of one document or of all, but for the one that is `running`. */
  readonly cancel: (documentId: string | null, running: string | null) => void
  readonly retry: (documentId: string | null, limitMs?: number | null) => void
  /** The worker's job has ended. */
  readonly finish: (
    job: Job,
    documentId: string,
    state: 'done' | 'failed' | 'cancelled',
    error: ReadFailure | null,
  ) => void
  /** The worker's job waits again. */
  readonly putBack: (job: Job, documentId: string) => void
  /** Nothing can be read, for a reason that no document is to blame for: all wait, until somebody resumes. */
  readonly rest: (job: Job, message: string) => void
  readonly forget: (documentId: string) => void
}

export function createWaitingJobs(
  store: MatterStore<Answer>,
  events: Listeners<ReadingEvent>,
  time: () => string,
): WaitingJobs {
  const { jobs, documents, settings } = store
  const table = createJobTable(jobs, (documentId) => documents.find(documentId, null)?.bytes ?? 0)
  const marks = createDocumentMarks(store, events)
  const pausing = createPauseSwitch(settings, () => events.tell({ type: 'queue' }))

  function hold(some: readonly string[]): void {
    jobs.pauseQueued()
    marks.held(some)
  }
  function queueAgain(some: readonly Queued[], again: (job: string) => void): void {
    for (const [documentId, job] of some) {
      again(job)
      table.wait(documentId, job)
    }
    const queued = some.map(([documentId]) => documentId)
    if (pausing.isOn()) hold(queued)
    else marks.queued(queued)
  }

  table.refresh()
  marks.interrupted(table.documents())

  return {
    isPaused: pausing.isOn,
    left: table.left,
    refresh: table.refresh,
    add(documentId, file, limitMs = null) {
      if (table.waits(documentId)) return
      table.wait(documentId, addJob(jobs, table.ended(documentId), { documentId, file, limitMs, queuedAt: time() }))
      if (pausing.isOn()) hold([documentId])
    },
    pause(running) {
      pausing.set(true)
      hold(table.documents().filter((documentId) => documentId !== running))
    },
    resume() {
      jobs.resumePaused()
      marks.released(table.documents())
      pausing.set(false)
    },
    cancel(documentId, running) {
      const concerned = table.documents().filter((one) => one !== running && (documentId ?? one) === one)
      jobs.cancelWaiting(time(), documentId)
      for (const one of concerned) table.end(one, 'cancelled', CANCELLED)
      marks.cancelled(concerned)
    },
    retry: (documentId, limitMs = null) =>
      queueAgain(retriable(table.failed(), documentId), (job) => jobs.queueAgain(job, time(), limitMs)),
    finish({ job }, documentId, state, error) {
      jobs.finish(job, state, time(), error)
      table.end(documentId, state, error)
      if (state === 'cancelled') marks.cancelled([documentId])
    },
    putBack: ({ job }, documentId) => queueAgain([[documentId, job]], jobs.putBack),
    rest: ({ job }, message) => rest(job, message, { jobs, table, marks, pausing }),
    forget: table.forget,
  }
}

type Queued = readonly [documentId: string, job: string]

type Parts = {
  readonly jobs: Jobs
  readonly table: JobTable
  readonly marks: DocumentMarks
  readonly pausing: ReturnType<typeof createPauseSwitch>
}

/** Told first, then written down: a full disk is one of the reasons. */
function rest(running: string, message: string, { jobs, table, marks, pausing }: Parts): void {
  pausing.turn(true)
  marks.troubled(table.documents(), { code: 'unreadable', message, retry: true })
  pausing.keep()
  jobs.putBack(running)
  jobs.pauseQueued()
}

/** Kept in the matter, so that what was paused stays so at the next start. */
function createPauseSwitch(settings: JsonSettings, onChange: () => void) {
  let isOn = settings.get(PAUSED) === true
  return {
    isOn: () => isOn,
    /** Without writing it down, which a full disk may not allow. */
    turn(value: boolean) {
      isOn = value
      onChange()
    },
    keep: () => settings.set(PAUSED, isOn),
    set(value: boolean) {
      this.turn(value)
      this.keep()
    },
  }
}

/** Of one document whatever its failure; of all, those where another try makes sense. */
function retriable(
  failed: ReturnType<JobTable['failed']>,
  documentId: string | null,
): readonly (readonly [string, string])[] {
  return failed
    .filter(([one, { error }]) => (documentId === null ? error?.retry !== false : one === documentId))
    .map(([one, { job }]) => [one, job])
}

/** Each document has one job that counts: the one that it had is used again, else an old failure would be retried beside it. */
function addJob(
  jobs: Jobs,
  before: EndedJob | undefined,
  {
    file,
    queuedAt,
    ...job
  }: Omit<NewJob, 'kind' | 'path'> & { readonly file: string | null; readonly limitMs: number | null },
): string {
  const path = file ?? ''
  if (before && before.path === path) {
    jobs.queueAgain(before.job, queuedAt, job.limitMs)
    return before.job
  }
  if (before?.state === 'failed') jobs.finish(before.job, 'cancelled', queuedAt, before.error)
  return jobs.add({ ...job, path, queuedAt, kind: 'read' })
}
