import type { CipherDatabase } from '../cipher-database.ts'
import { NotFoundError } from '../store-errors.ts'
import { jsonObject, jsonRows } from '../json-rows.ts'

/** What the store must know of a set; the rest of the object is kept with it. */
export type StoredSet = { readonly set: string; readonly addedAt: string }
export type StoredQuestion = { readonly id: string }

/** Question sets as the caller shapes them; JSON must be able to hold them, and the caller checks what it reads. */
export interface QuestionSets {
  /** Oldest first. */
  list(): readonly unknown[]
  /** Throws `NotFoundError`. */
  get(set: string): unknown
  add(set: StoredSet, questions: readonly StoredQuestion[]): void
  /** With its questions; overwritten, in the file and in its log. Throws `NotFoundError`. */
  remove(set: string): void
  /** In the order in which they came. */
  questions(set: string): readonly unknown[]
  /** Adds a question, or changes the one of the same id in its place. */
  putQuestion(set: string, question: StoredQuestion): void
  /** Throws `NotFoundError`. */
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
    get: (set) => jsonObject((get.get(set) ?? missing('question set', set)).json, `The question set ${set}`),
    add: (set, all) =>
      database.transaction(() => {
        insert.run(set.set, set.addedAt, JSON.stringify(set))
        for (const question of all) putQuestion(set.set, question)
      }),
    remove(set) {
      if (remove.run(set).changes === 0) missing('question set', set)
      database.flush()
    },
    questions: (set) => jsonRows<unknown>(questions.all(set)),
    putQuestion(set, question) {
      if (!get.get(set)) missing('question set', set)
      putQuestion(set, question)
    },
    removeQuestion(set, id) {
      if (removeQuestion.run(set, id).changes === 0) missing('question', id)
      database.flush()
    },
  }
}

function missing(what: string, id: string): never {
  throw new NotFoundError(`There is no ${what} ${id}.`)
}
