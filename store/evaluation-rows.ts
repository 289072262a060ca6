import type { CipherDatabase } from './cipher-database.ts'
import { jsonObject, jsonRows } from './stored-json.ts'
import { Failure } from '../wording/failure.ts'
import { message } from '../wording/message.ts'

/** What the store must know of a run; the rest of the object is kept with it. */
type StoredRun = { readonly run: string; readonly number: number }

/** Runs with a row for each question that was answered, so that a run that stopped goes on. */
export interface EvaluationRuns {
  /** Newest first. */
  list(): readonly unknown[]
  /** Throws `NOT_FOUND`. */
  get(run: string): unknown
  nextNumber(): number
  /** Adds a run or changes it; its rows stay. */
  save(run: StoredRun): void
  /** With its rows; overwritten, in the file and in its log. Throws `NOT_FOUND`. */
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
    get: (run) => jsonObject((get.get(run) ?? missingRun()).json, message('failures.store.theRun')),
    nextNumber: () => (last.get()?.number ?? 0) + 1,
    save: (run) => void save.run(run.run, run.number, JSON.stringify(run)),
    remove(run) {
      if (remove.run(run).changes === 0) missingRun()
      database.flush()
    },
    rows: (run) => jsonRows<unknown>(rows.all(run)),
    addRow: (run, row) => void addRow.run(row.id, JSON.stringify(row), run),
  }
}

function missingRun(): never {
  throw new Failure('NOT_FOUND', message('failures.evaluation.noRun'))
}

/** What the store must know of a set; the rest of the object is kept with it. */
type StoredSet = { readonly set: string; readonly addedAt: string }
type StoredQuestion = { readonly id: string }

/** Question sets as the caller shapes them; JSON must be able to hold them, and the caller checks what it reads. */
export interface QuestionSets {
  /** Oldest first. */
  list(): readonly unknown[]
  /** Throws `NOT_FOUND`. */
  get(set: string): unknown
  add(set: StoredSet, questions: readonly StoredQuestion[]): void
  /** With its questions; overwritten, in the file and in its log. Throws `NOT_FOUND`. */
  remove(set: string): void
  /** In the order in which they came. */
  questions(set: string): readonly unknown[]
  /** Adds a question, or changes the one of the same id in its place. */
  putQuestion(set: string, question: StoredQuestion): void
  /** Throws `NOT_FOUND`. */
  removeQuestion(set: string, id: string): void
}

export function createQuestionSets(database: CipherDatabase): QuestionSets {
  const list = database.prepare<{ json: string }>('SELECT json FROM evaluation_sets ORDER BY added_at, rowid')
  const get = database.prepare<{ json: string }>('SELECT json FROM evaluation_sets WHERE id = ?')
  const insert = database.prepare('INSERT INTO evaluation_sets (id, added_at, json) VALUES (?, ?, ?)')
  const remove = database.prepare('DELETE FROM evaluation_sets WHERE id = ?')
  const questions = database.prepare<{ json: string }>(
    'SELECT json FROM evaluation_questions WHERE set_id = ? ORDER BY ordinal',
  )
  const put = database.prepare(
    'INSERT INTO evaluation_questions (set_id, id, json) VALUES (?, ?, ?) ON CONFLICT (set_id, id) DO UPDATE SET json = excluded.json',
  )
  const removeQuestion = database.prepare('DELETE FROM evaluation_questions WHERE set_id = ? AND id = ?')
  const putQuestion = (set: string, question: StoredQuestion) =>
    void put.run(set, question.id, JSON.stringify(question))
  return {
    list: () => jsonRows<unknown>(list.all()),
    get: (set) => jsonObject((get.get(set) ?? missing('noSet')).json, message('failures.store.theQuestionSet')),
    add: (set, all) =>
      database.transaction(() => {
        insert.run(set.set, set.addedAt, JSON.stringify(set))
        for (const question of all) putQuestion(set.set, question)
      }),
    remove(set) {
      if (remove.run(set).changes === 0) missing('noSet')
      database.flush()
    },
    questions: (set) => jsonRows<unknown>(questions.all(set)),
    putQuestion(set, question) {
      if (!get.get(set)) missing('noSet')
      putQuestion(set, question)
    },
    removeQuestion(set, id) {
      if (removeQuestion.run(set, id).changes === 0) missing('noQuestion')
      database.flush()
    },
  }
}

function missing(what: 'noSet' | 'noQuestion'): never {
  throw new Failure('NOT_FOUND', message(`failures.evaluation.${what}`))
}

/**
 * Question sets and their runs; in app.db those that belong to no matter, in a matter's file its own, for they hold its
 * words. Part of the migrations of both, so it is never changed.
 */
export const EVALUATION_TABLES = `
  CREATE TABLE evaluation_sets (id TEXT PRIMARY KEY, added_at TEXT NOT NULL, json TEXT NOT NULL);
  CREATE TABLE evaluation_questions (
    ordinal INTEGER PRIMARY KEY,
    set_id TEXT NOT NULL REFERENCES evaluation_sets (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    json TEXT NOT NULL,
    UNIQUE (set_id, id)
  );
  CREATE TABLE evaluation_runs (id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, json TEXT NOT NULL);
  CREATE TABLE evaluation_rows (
    ordinal INTEGER PRIMARY KEY,
    run TEXT NOT NULL REFERENCES evaluation_runs (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    json TEXT NOT NULL,
    UNIQUE (run, id)
  );
`
