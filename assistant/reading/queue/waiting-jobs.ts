import type { Message } from '../../../wording/message.ts'
import type { Answer } from '../../../contract/answers/answer.ts'
import type { ReadFailure } from '../../../contract/document.ts'
import type { Listeners } from '../../../processes/listeners.ts'
import type { MatterStore } from '../../../store/matter/matter-store.ts'
import type { Job, Jobs, NewJob } from '../../../store/matter/stored-jobs.ts'
import type { JsonSettings } from '../../../store/stored-json.ts'
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
  /**
   * `limitMs`: how long reading it may take; null: the usual time. What waits already is read from `file`; what is being
   * read may have changed since its bytes were taken, so it is looked at again afterwards.
   */
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
  readonly rest: (job: Job, why: Message) => void
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

  const parts = { jobs, table, marks, pausing }
  const adding = createJobAdding(jobs, table, time)
  function add(documentId: string, file: string | null, limitMs: number | null = null): void {
    if (adding.add(documentId, { file, limitMs }) && pausing.isOn()) hold([documentId], parts)
  }

  table.refresh()
  marks.interrupted(table.documents())

  return {
    isPaused: pausing.isOn,
    left: table.left,
    refresh: table.refresh,
    add,
    pause(running) {
      pausing.set(true)
      hold(
        table.documents().filter((documentId) => documentId !== running),
        parts,
      )
    },
    resume() {
      jobs.resumePaused()
      marks.released(table.documents())
      pausing.set(false)
    },
    cancel: (documentId, running) => cancelWaiting(documentId, running, time(), parts),
    retry: (documentId, limitMs = null) =>
      queueAgain(retriable(table.failed(), documentId), (job) => jobs.queueAgain(job, time(), limitMs), parts),
    finish({ job }, documentId, state, error) {
      jobs.finish(job, state, time(), error)
      table.end(documentId, state, error)
      const asked = adding.takeAgain(documentId)
      if (state === 'cancelled') marks.cancelled([documentId])
      else if (asked) add(documentId, asked.file, asked.limitMs)
    },
    putBack({ job }, documentId) {
      const file = adding.takeAgain(documentId)?.file ?? null
      if (file !== null) jobs.setPath(job, file)
      queueAgain([[documentId, job]], jobs.putBack, parts)
    },
    rest: ({ job }, why) => rest(job, why, parts),
    forget(documentId) {
      adding.takeAgain(documentId)
      table.forget(documentId)
    },
  }
}

type Queued = readonly [documentId: string, job: string]

type Parts = {
  readonly jobs: Jobs
  readonly table: JobTable
  readonly marks: DocumentMarks
  readonly pausing: ReturnType<typeof createPauseSwitch>
}

function hold(documents: readonly string[], { jobs, marks }: Parts): void {
  jobs.pauseQueued()
  marks.held(documents)
}

function queueAgain(some: readonly Queued[], again: (job: string) => void, parts: Parts): void {
  for (const [documentId, job] of some) {
    again(job)
    parts.table.wait(documentId, job)
  }
  const queued = some.map(([documentId]) => documentId)
  if (parts.pausing.isOn()) hold(queued, parts)
  else parts.marks.queued(queued)
}

function cancelWaiting(
  documentId: string | null,
  running: string | null,
  endedAt: string,
  { jobs, table, marks }: Parts,
): void {
  // What could not be put aside on a full disk is marked as running, though nobody reads it.
  if (running === null) jobs.recover()
  const concerned = table.documents().filter((one) => one !== running && (documentId ?? one) === one)
  jobs.cancelWaiting(endedAt, documentId)
  for (const one of concerned) table.end(one, 'cancelled', CANCELLED)
  marks.cancelled(concerned)
}

/** Told first, then written down: a full disk is one of the reasons. */
function rest(running: string, why: Message, { jobs, table, marks, pausing }: Parts): void {
  pausing.turn(true)
  marks.troubled(table.documents(), { code: 'unreadable', message: why, retry: true })
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

/** `limitMs`: how long reading it may take; null: the usual time. */
type Asked = { readonly file: string | null; readonly limitMs: number | null }

interface JobAdding {
  /**
   * True where there is a new job. What waits already is read from `file`; what is being read may have changed since its
   * bytes were taken, so it is asked for again.
   */
  add(documentId: string, asked: Asked): boolean
  /** What was asked for while the document was being read, once. */
  takeAgain(documentId: string): Asked | undefined
}

function createJobAdding(jobs: Jobs, table: JobTable, time: () => string): JobAdding {
  const again = new Map<string, Asked>()
  return {
    add(documentId, asked) {
      const waiting = table.waiting(documentId)
      if (waiting === undefined) {
        table.wait(documentId, addJob(jobs, table.ended(documentId), { documentId, ...asked, queuedAt: time() }))
        return true
      }
      const { state, path } = jobs.get(waiting)
      if (state === 'running') again.set(documentId, asked)
      else if (asked.file !== null && asked.file !== path) jobs.setPath(waiting, asked.file)
      return false
    },
    takeAgain(documentId) {
      const asked = again.get(documentId)
      again.delete(documentId)
      return asked
    },
  }
}

/** Each document has one job that counts: the one that it had is used again, else an old failure would be retried beside it. */
function addJob(
  jobs: Jobs,
  before: EndedJob | undefined,
  { file, queuedAt, ...job }: Omit<NewJob, 'kind' | 'path' | 'limitMs'> & Asked,
): string {
  const path = file ?? ''
  if (before && before.path === path) {
    jobs.queueAgain(before.job, queuedAt, job.limitMs)
    return before.job
  }
  if (before?.state === 'failed') jobs.finish(before.job, 'cancelled', queuedAt, before.error)
  return jobs.add({ ...job, path, queuedAt, kind: 'read' })
}
