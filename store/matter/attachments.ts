import type { CipherDatabase } from '../cipher-database.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** A file inside a document. */
export type Attachment = { readonly name: string; readonly sha256: string; readonly bytes: number }

/** What lies below one document, at any depth. */
export type Below = { readonly documents: number; readonly bytes: number; readonly depth: number }

export interface Attachments {
  /** Keeps that a reading found a file of these bytes. Throws `NOT_FOUND` when the bytes are not there. */
  add(textVersionId: number, name: string, sha256: string): void
  /** In the order of their names. */
  list(textVersionId: number): readonly Attachment[]
  /** Documents that lie in `documentId` itself. */
  childrenOf(documentId: string): readonly { readonly documentId: string; readonly path: string }[]
  /** How deep a document lies (0: in no other), and how much its outermost document holds in all. */
  below(documentId: string): Below
}

const BELOW = `
  WITH RECURSIVE up (id, parent, depth) AS (
    SELECT id, parent, 0 FROM documents WHERE id = ?
    UNION ALL SELECT documents.id, documents.parent, depth + 1 FROM up JOIN documents ON documents.id = up.parent
  ), down (id) AS (
    SELECT id FROM up WHERE parent IS NULL
    UNION ALL SELECT documents.id FROM down JOIN documents ON documents.parent = down.id
  )
  SELECT count(*) - 1 AS documents, coalesce(sum(bytes), 0) AS bytes, (SELECT max(depth) FROM up) AS depth
  FROM documents WHERE id IN (SELECT id FROM down)`

export function createAttachments(database: CipherDatabase): Attachments {
  const insert = database.prepare(
    'INSERT OR REPLACE INTO attachments (text_version, name, content) SELECT ?, ?, id FROM content WHERE sha256 = ?',
  )
  const list = database.prepare<Attachment>(
    'SELECT name, sha256, bytes FROM attachments JOIN content ON content.id = content WHERE text_version = ? ORDER BY name',
  )
  const children = database.prepare<{ documentId: string; path: string }>(
    'SELECT id AS documentId, path FROM documents WHERE parent = ? ORDER BY path',
  )
  const below = database.prepare<Below>(BELOW)
  return {
    add(textVersionId, name, sha256) {
      if (insert.run(textVersionId, name, sha256).changes === 0)
        throw new Failure('NOT_FOUND', message('failures.documents.originalGone'))
    },
    list: (textVersionId) => list.all(textVersionId),
    childrenOf: (documentId) => children.all(documentId),
    below: (documentId) => below.get(documentId) ?? { documents: 0, bytes: 0, depth: 0 },
  }
}
