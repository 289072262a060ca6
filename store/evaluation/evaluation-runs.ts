import type { CipherDatabase } from '../cipher-database.ts'
import { NotFoundError } from '../store-errors.ts'
import { jsonObject, jsonRows } from '../json-rows.ts'

/** What the store must know of a run; the rest of the object is kept with it. */
export type StoredRun = { readonly run: string; readonly number: number }

/** Runs with a row for each question that was answered, so that a run that stopped goes on. */
export interface EvaluationRuns {
  /** Newest first. */
  list(): readonly unknown[]
  /** Throws `NotFoundError`. */
  get(run: string): unknown
  nextNumber(): number
  /** Adds a run or changes it; its rows stay. */
  save(run: StoredRun): void
  /** With its rows; overwritten, in the file and in its log. Throws `NotFoundError`. */
  remove(run: string): void
  /** In the order in which they were answered. */
  rows(run: string): readonly unknown[]
  /** In the place of an earlier row of the question. A run that was deleted meanwhile takes none. */
  addRow(run: string, row: { readonly id: string }): void
}

export function createEvaluationRuns(database: CipherDatabase): EvaluationRuns {
  const list = database.prepare<{ json: string }>('SELECT json FROM evaluation_runs ORDER BY number DESC')
  const get = database.prepare<{ json: string }>('SELECT json FROM evaluation_runs WHERE id = ?')
  const last = database.prepare<{ number: number | null }>('SELECT max(number) AS number FROM evaluation_runs')
  const save = database.prepare(
    'INSERT INTO evaluation_runs (id, number, json) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json',
  )
  const remove = database.prepare('DELETE FROM evaluation_runs WHERE id = ?')
  const rows = database.prepare<{ json: string }>('SELECT json FROM evaluation_rows WHERE run = ? ORDER BY ordinal')
  const addRow = database.prepare(
    `INSERT INTO evaluation_rows (run, id, json) SELECT id, ?, ? FROM evaluation_runs WHERE id = ?
     ON CONFLICT (run, id) DO UPDATE SET json = excluded.json`,
  )
  return {
    list: () => jsonRows<unknown>(list.all()),
    get: (run) => jsonObject((get.get(run) ?? missing(run)).json, `The run ${run}`),
    nextNumber: () => (last.get()?.number ?? 0) + 1,
    save: (run) => void save.run(run.run, run.number, JSON.stringify(run)),
    remove(run) {
      if (remove.run(run).changes === 0) missing(run)
      database.flush()
    },
    rows: (run) => jsonRows<unknown>(rows.all(run)),
    addRow: (run, row) => void addRow.run(row.id, JSON.stringify(row), run),
  }
}

function missing(run: string): never {
  throw new NotFoundError(`There is no run ${run}.`)
}
