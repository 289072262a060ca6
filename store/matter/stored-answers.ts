import type { CipherDatabase } from '../cipher-database.ts'
import { jsonObject, jsonRows } from '../stored-json.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** What the store must know of an answer; the rest of the object is kept with it and comes back as it was. */
export type StoredAnswer = {
  readonly answerId: string
  readonly question: string
  /** ISO time. */
  readonly askedAt: string
  /** The answer that this one follows up. */
  readonly follows: string | null
  readonly model: { readonly sha256: string } | null
}

/** An answer in the caller's shape of today, from what was kept of it, perhaps by an older version. */
export type ReadAnswer<A extends StoredAnswer> = (stored: unknown) => A

/** Of a caller who knows one shape of answers only. */
export function asKept<A extends StoredAnswer>(stored: unknown): A {
  return stored as A
}

/** The history of a matter. `A` is the caller's own shape of an answer, which JSON must be able to hold. */
export interface Answers<A extends StoredAnswer> {
  /** Replaces an answer of the same id. `textVersionIds`: what it cites, kept as long as the answer and the documents are. */
  save(answer: A, textVersionIds: readonly number[]): void
  /** Newest first. */
  list(): readonly A[]
  /** The newest of them, newest first. */
  newest(count: number): readonly A[]
  /** Those that cite any reading of a document, newest first. */
  citing(documentId: string): readonly A[]
  /** Throws `NOT_FOUND`. */
  get(answerId: string): A
  /** Overwrites it, in the file and in its log. Throws `NOT_FOUND`. */
  delete(answerId: string): void
}

export function createAnswers<A extends StoredAnswer>(database: CipherDatabase, read: ReadAnswer<A>): Answers<A> {
  // Not REPLACE: that removes the row first, and with it what hangs on the answer.
  const put = database.prepare(
    `INSERT INTO answers (id, asked_at, question, follows, model_sha256, json) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET asked_at = excluded.asked_at, question = excluded.question,
       follows = excluded.follows, model_sha256 = excluded.model_sha256, json = excluded.json`,
  )
  const uncite = database.prepare('DELETE FROM answer_text_versions WHERE answer = ?')
  // A cited document may have been removed while the answer was being written.
  const cite = database.prepare(
    'INSERT OR IGNORE INTO answer_text_versions (answer, text_version) SELECT ?, id FROM text_versions WHERE id = ?',
  )
  const list = database.prepare<{ json: string }>('SELECT json FROM answers ORDER BY asked_at DESC, rowid DESC')
  const newest = database.prepare<{ json: string }>(
    'SELECT json FROM answers ORDER BY asked_at DESC, rowid DESC LIMIT ?',
  )
  const citing = database.prepare<{ json: string }>(`
    SELECT json FROM answers WHERE id IN (
      SELECT answer FROM answer_text_versions JOIN text_versions ON text_versions.id = text_version
      WHERE content IN (
        SELECT content FROM documents WHERE id = ?
        UNION SELECT content FROM earlier_content WHERE document = ?))
    ORDER BY asked_at DESC, rowid DESC`)
  const get = database.prepare<{ json: string }>('SELECT json FROM answers WHERE id = ?')
  const remove = database.prepare('DELETE FROM answers WHERE id = ?')
  return {
    save: (answer, textVersionIds) =>
      database.transaction(() => {
        const { answerId, askedAt, question, follows, model } = answer
        put.run(answerId, askedAt, question, follows, model?.sha256 ?? null, JSON.stringify(answer))
        uncite.run(answerId)
        for (const id of textVersionIds) cite.run(answerId, id)
      }),
    list: () => readable(list.all(), read),
    newest: (count) => readable(newest.all(count), read),
    citing: (documentId) => readable(citing.all(documentId, documentId), read),
    get: (answerId) =>
      read(jsonObject((get.get(answerId) ?? missingAnswer()).json, message('failures.store.theAnswer'))),
    delete(answerId) {
      if (remove.run(answerId).changes === 0) missingAnswer()
      database.flush()
    },
  }
}

/** One that cannot be read any more takes no other with it. */
function readable<A extends StoredAnswer>(
  rows: readonly { readonly json: string }[],
  read: ReadAnswer<A>,
): readonly A[] {
  return jsonRows<unknown>(rows).flatMap((row) => {
    try {
      return typeof row === 'object' && row !== null ? [read(row)] : []
    } catch {
      return []
    }
  })
}

function missingAnswer(): never {
  throw new Failure('NOT_FOUND', message('failures.answers.gone'))
}

/** What the store must know of a correction; the rest of the object is kept with it and comes back as it was. */
export type StoredCorrection = {
  readonly correctionId: string
  /** ISO time. */
  readonly createdAt: string
}

/** Questions that were answered wrong, with what is right. A card knows only their ids; they die with the matter. */
export interface Corrections {
  /** Oldest first. */
  list(): readonly StoredCorrection[]
  /** Throws `NOT_FOUND`. */
  get(correctionId: string): StoredCorrection
  /** In the place of the same one. */
  save(correction: StoredCorrection): void
  /** Nothing where it is gone already. */
  remove(correctionId: string): void
}

export function createCorrections(database: CipherDatabase): Corrections {
  const list = database.prepare<{ json: string }>('SELECT json FROM corrections ORDER BY created_at, id')
  const byId = database.prepare<{ json: string }>('SELECT json FROM corrections WHERE id = ?')
  const put = database.prepare('INSERT OR REPLACE INTO corrections (id, created_at, json) VALUES (?, ?, ?)')
  const remove = database.prepare('DELETE FROM corrections WHERE id = ?')
  return {
    list: () => jsonRows<StoredCorrection>(list.all()),
    get: (correctionId) => toCorrection(byId.get(correctionId) ?? missingCorrection()),
    save: (correction) => void put.run(correction.correctionId, correction.createdAt, JSON.stringify(correction)),
    remove: (correctionId) => void remove.run(correctionId),
  }
}

function toCorrection({ json }: { readonly json: string }): StoredCorrection {
  return jsonObject(json, message('failures.store.theCorrection'))
}

function missingCorrection(): never {
  throw new Failure('NOT_FOUND', message('failures.lessons.correctionGone'))
}
