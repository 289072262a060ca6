import type { Jobs, NewJob } from '../../store/matter/stored-jobs.ts'
import type { EndedJob, JobTable } from './job-table.ts'

/** `limitMs`: how long reading it may take; null: the usual time. */
type Asked = { readonly file: string | null; readonly limitMs: number | null }

export interface JobAdding {
  /**
   * True where there is a new job. What waits already is read from `file`; what is being read may have changed since its
   * bytes were taken, so it is asked for again.
   */
  add(documentId: string, asked: Asked): boolean
  /** What was asked for while the document was being read, once. */
  takeAgain(documentId: string): Asked | undefined
}

export function createJobAdding(jobs: Jobs, table: JobTable, time: () => string): JobAdding {
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
