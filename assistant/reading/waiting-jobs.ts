import type { Answer } from '../../contract/answers/answer.ts'
import type { ReadFailure } from '../../contract/document.ts'
import type { Listeners } from '../../processes/listeners.ts'
import type { JsonSettings } from '../../store/stored-json.ts'
import type { Job, Jobs } from '../../store/matter/stored-jobs.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import { CANCELLED, createDocumentMarks, type DocumentMarks } from './document-marks.ts'
import { createJobAdding } from './job-adding.ts'
import { createJobTable, type JobTable } from './job-table.ts'
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
    rest: ({ job }, message) => rest(job, message, parts),
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
  const concerned = table.documents().filter((one) => one !== running && (documentId ?? one) === one)
  jobs.cancelWaiting(endedAt, documentId)
  for (const one of concerned) table.end(one, 'cancelled', CANCELLED)
  marks.cancelled(concerned)
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
