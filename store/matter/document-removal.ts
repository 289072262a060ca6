import type { CipherDatabase } from '../cipher-database.ts'
import { createContentSweep } from './originals.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** What a document consisted of, for checking afterwards that nothing of it is left. */
export type RemovedDocument = {
  readonly documentId: string
  /** Contents, text versions and passages that no other document has. */
  readonly contentIds: readonly number[]
  readonly textVersionIds: readonly number[]
  readonly passageIds: readonly number[]
}

export interface DocumentRemoval {
  /** What was found in drafts, which quotes documents; it is found again. */
  forgetFound(): void
  /**
   * Removes a document that holds no others, its jobs, and, unless another document has the same bytes, its original, texts, passages and
   * vectors, cited by an answer or not, and its highlights. Facts that it was read for go too, unless confirmed. Overwritten on the disk when it returns. Throws `NOT_FOUND`.
   */
  remove(documentId: string): Promise<RemovedDocument>
  /** Looks into every table for rows of a removed document: 0, or something is wrong. */
  countLeft(removed: RemovedDocument): number
}

/** Which column of which table would still hold what. */
const TRACES: readonly (readonly [table: string, column: string, of: keyof RemovedDocument])[] = [
  ['documents', 'id', 'documentId'],
  ['documents', 'previous_version', 'textVersionIds'],
  ['jobs', 'document', 'documentId'],
  ['facts', 'document', 'documentId'],
  ['highlights', 'document', 'documentId'],
  ['earlier_content', 'document', 'documentId'],
  ['earlier_content', 'content', 'contentIds'],
  ['attachments', 'content', 'contentIds'],
  ['attachments', 'text_version', 'textVersionIds'],
  ['content', 'id', 'contentIds'],
  ['chunks', 'content', 'contentIds'],
  ['text_versions', 'content', 'contentIds'],
  ['text_versions', 'id', 'textVersionIds'],
  ['pages', 'text_version', 'textVersionIds'],
  ['cross_references', 'text_version', 'textVersionIds'],
  ['embedded', 'text_version', 'textVersionIds'],
  ['index_parts', 'text_version', 'textVersionIds'],
  ['answer_text_versions', 'text_version', 'textVersionIds'],
  ['passages', 'text_version', 'textVersionIds'],
  ['passages', 'id', 'passageIds'],
  ['vectors', 'passage', 'passageIds'],
  ['facts', 'text_version', 'textVersionIds'],
  ['proposals_read', 'text_version', 'textVersionIds'],
  ['survey_cells', 'document', 'documentId'],
  ['survey_cells', 'text_version', 'textVersionIds'],
]

const CONTENT_OF = `
  SELECT content AS id FROM documents WHERE id = ? AND content IS NOT NULL
  UNION SELECT content FROM earlier_content WHERE document = ?
  UNION SELECT text_versions.content FROM documents JOIN text_versions ON text_versions.id = text_version
    WHERE documents.id = ?`
const IS_USED = `
  SELECT 1 FROM documents WHERE content = ? UNION SELECT 1 FROM earlier_content WHERE content = ?
  UNION SELECT 1 FROM documents JOIN text_versions ON text_versions.id = text_version WHERE text_versions.content = ?
  UNION SELECT 1 FROM attachments WHERE content = ?`
/** That a message holds the document is forgotten with it, unless a second message of the same bytes is there. */
const FORGET_ATTACHED = `
  DELETE FROM attachments WHERE (text_version, content) IN (
    SELECT outer_document.text_version, documents.content
    FROM documents JOIN documents AS outer_document ON outer_document.id = documents.parent
    WHERE documents.id = ? AND NOT EXISTS (SELECT 1 FROM documents AS twin
      WHERE twin.text_version = outer_document.text_version AND twin.id <> outer_document.id))`

/** What was found in drafts quotes documents, and is found again without this one. */
const FORGET_FOUND = ['DELETE FROM draft_pieces', 'UPDATE drafts SET result = NULL']

const FORGET_PROPOSED = "DELETE FROM facts WHERE document = ? AND state <> 'confirmed'"
/** What a person has confirmed stays, as that person's own word, without the words of the document. */
const FORGET_QUOTED = `
  UPDATE facts SET entered_by = decided_by, document = NULL, text_version = NULL, page = NULL, start = NULL, "end" = NULL,
    quote = NULL, by_ocr = NULL, model = NULL
  WHERE document = ?`

type Id = { readonly id: number }

export function createDocumentRemoval(database: CipherDatabase): DocumentRemoval {
  const contentOf = database.prepare<Id>(CONTENT_OF)
  const forgetAttached = database.prepare(FORGET_ATTACHED)
  const forgetFacts = [FORGET_PROPOSED, FORGET_QUOTED].map((sql) => database.prepare(sql))
  const forgetFound = FORGET_FOUND.map((sql) => database.prepare(sql))
  const removeDocument = database.prepare('DELETE FROM documents WHERE id = ?')
  const isUsed = database.prepare(IS_USED)
  const versionsOf = database.prepare<Id>('SELECT id FROM text_versions WHERE content = ?')
  const passagesOf = database.prepare<Id>(
    'SELECT passages.id FROM passages JOIN text_versions ON text_versions.id = text_version WHERE content = ?',
  )
  const forget = database.prepare('UPDATE content SET sha256 = NULL WHERE id = ?')
  const sweepContent = createContentSweep(database)

  const removeRows = (documentId: string): RemovedDocument =>
    database.transaction(() => {
      const contents = contentOf.all(documentId, documentId, documentId)
      forgetAttached.run(documentId)
      for (const statement of forgetFacts) statement.run(documentId)
      for (const statement of forgetFound) statement.run()
      if (removeDocument.run(documentId).changes === 0)
        throw new Failure('NOT_FOUND', message('failures.documents.gone'))
      const own = contents.map(({ id }) => id).filter((id) => !isUsed.get(id, id, id, id))
      const idsOf = (statement: typeof versionsOf) => own.flatMap((id) => statement.all(id).map((row) => row.id))
      const removed = {
        documentId,
        contentIds: own,
        textVersionIds: idsOf(versionsOf),
        passageIds: idsOf(passagesOf),
      }
      for (const id of own) forget.run(id)
      return removed
    })
  return {
    forgetFound() {
      for (const statement of forgetFound) statement.run()
    },
    async remove(documentId) {
      const removed = removeRows(documentId)
      for (const id of removed.contentIds) await sweepContent(id)
      database.flush()
      return removed
    },
    countLeft: (removed) =>
      TRACES.map(([table, column, of]) => {
        const sql = `SELECT count(*) AS rows FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`
        return database.prepare<{ rows: number }>(sql).get(JSON.stringify([removed[of]].flat()))?.rows ?? 0
      }).reduce((sum, rows) => sum + rows, 0),
  }
}
