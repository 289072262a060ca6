import { randomUUID } from 'node:crypto'
import type { CipherDatabase } from '../cipher-database.ts'
import type { DocumentState } from './document-rows.ts'
import type { ReadFailure } from '../../contract/document.ts'
import { keptFailure } from './reading-notes.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

export type JobState = 'queued' | 'running' | 'paused' | 'cancelled' | 'done' | 'failed'

/** Work that outlives the process. */
export type Job = {
  readonly job: string
  /** Null for work on the matter as a whole. */
  readonly documentId: string | null
  /** Of the file to read, or what else the work is about. */
  readonly path: string
  readonly kind: string
  readonly state: JobState
  readonly stage: DocumentState
  /** How often it was begun. */
  readonly attempts: number
  /** How long this reading may take, where it is not the usual time. */
  readonly limitMs: number | null
  readonly error: ReadFailure | null
  readonly queuedAt: string
  readonly startedAt: string | null
  readonly endedAt: string | null
}

export type NewJob = Pick<Job, 'documentId' | 'path' | 'kind' | 'queuedAt'> & Partial<Pick<Job, 'limitMs'>>

/** Functions that take an id throw `NOT_FOUND`. Times are ISO strings, given by the caller. */
export interface Jobs {
  add(job: NewJob): string
  /** In the order of the queue. */
  list(): readonly Job[]
  get(job: string): Job
  /** Takes the first queued job and marks it as running; null when there is none. */
  start(startedAt: string): Job | null
  setStage(job: string, stage: DocumentState): void
  finish(job: string, state: 'done' | 'failed' | 'cancelled', endedAt: string, error: ReadFailure | null): void
  /** While nothing is running: what a kill or a full disk left marked so is queued again, in its old place. Throws `NO_SPACE`. */
  recover(): void
  /** Its file lies elsewhere now. */
  setPath(job: string, path: string): void
  /** Queued again in its old place: it was only interrupted. */
  putBack(job: string): void
  /** Back to the end of the queue, as if new, but for its attempts; it may take `limitMs`, or (null) the usual time. */
  queueAgain(job: string, queuedAt: string, limitMs: number | null): void
  /** Holds back the queued jobs, and lets the held back ones go on. */
  pauseQueued(): void
  resumePaused(): void
  /** Cancels the queued and paused jobs, of one document or of all. */
  cancelWaiting(endedAt: string, documentId: string | null): void
  /** Forgets the jobs that are done or cancelled. */
  removeEnded(): void
}

type Row = Omit<Job, 'error'> & { readonly error: string | null }

const COLUMNS = `id AS job, document AS documentId, path, kind, state, stage, attempts, limit_ms AS limitMs, error,
  queued_at AS queuedAt, started_at AS startedAt, ended_at AS endedAt`
const NEXT_PLACE = '(SELECT coalesce(max(queue_order), 0) + 1 FROM jobs)'

export function createJobs(database: CipherDatabase): Jobs {
  const list = database.prepare<Row>(`SELECT ${COLUMNS} FROM jobs ORDER BY queue_order`)
  const get = database.prepare<Row>(`SELECT ${COLUMNS} FROM jobs WHERE id = ?`)
  const insert = database.prepare(`
    INSERT INTO jobs (id, document, path, kind, state, stage, queue_order, queued_at, limit_ms)
    VALUES (?, ?, ?, ?, 'queued', 'queued', ${NEXT_PLACE}, ?, ?)`)
  const start = database.prepare<Row>(`
    UPDATE jobs SET state = 'running', attempts = attempts + 1, started_at = ?
    WHERE id = (SELECT id FROM jobs WHERE state = 'queued' ORDER BY queue_order LIMIT 1) RETURNING ${COLUMNS}`)
  return {
    add({ documentId, path, kind, queuedAt, limitMs = null }) {
      const id = randomUUID()
      insert.run(id, documentId, path, kind, queuedAt, limitMs)
      return id
    },
    list: () => list.all().map(toJob),
    get: (job) => toJob(get.get(job) ?? missing()),
    start: (startedAt) => {
      const row = start.get(startedAt)
      return row ? toJob(row) : null
    },
    ...createJobChanges(database),
  }
}

function createJobChanges(database: CipherDatabase): Omit<Jobs, 'add' | 'list' | 'get' | 'start'> {
  const setStage = database.prepare('UPDATE jobs SET stage = ? WHERE id = ?')
  const finish = database.prepare('UPDATE jobs SET state = ?, ended_at = ?, error = ? WHERE id = ?')
  const queueAgain = database.prepare(`
    UPDATE jobs SET state = 'queued', stage = 'queued', error = NULL, queued_at = ?, started_at = NULL, ended_at = NULL,
      limit_ms = ?, queue_order = ${NEXT_PLACE} WHERE id = ?`)
  const setPath = database.prepare('UPDATE jobs SET path = ? WHERE id = ?')
  const recover = database.prepare("UPDATE jobs SET state = 'queued' WHERE state = 'running'")
  const putBack = database.prepare("UPDATE jobs SET state = 'queued', stage = 'queued', started_at = NULL WHERE id = ?")
  const pause = database.prepare("UPDATE jobs SET state = 'paused' WHERE state = 'queued'")
  const resume = database.prepare("UPDATE jobs SET state = 'queued' WHERE state = 'paused'")
  const cancel = database.prepare(`
    UPDATE jobs SET state = 'cancelled', ended_at = ? WHERE state IN ('queued', 'paused') AND (? IS NULL OR document = ?)`)
  const removeEnded = database.prepare("DELETE FROM jobs WHERE state IN ('done', 'cancelled')")
  return {
    setStage: (job, stage) => one(setStage.run(stage, job)),
    finish: (job, state, endedAt, error) => one(finish.run(state, endedAt, error && JSON.stringify(error), job)),
    setPath: (job, path) => one(setPath.run(path, job)),
    recover: () => void recover.run(),
    putBack: (job) => one(putBack.run(job)),
    queueAgain: (job, queuedAt, limitMs) => one(queueAgain.run(queuedAt, limitMs, job)),
    pauseQueued: () => void pause.run(),
    resumePaused: () => void resume.run(),
    cancelWaiting: (endedAt, documentId) => void cancel.run(endedAt, documentId, documentId),
    removeEnded: () => void removeEnded.run(),
  }
}

function toJob(row: Row): Job {
  return { ...row, error: row.error === null ? null : keptFailure(row.error) }
}

function missing(): never {
  throw new Failure('NOT_FOUND', message('failures.reading.jobGone'))
}

function one({ changes }: { readonly changes: number }): void {
  if (changes === 0) missing()
}
