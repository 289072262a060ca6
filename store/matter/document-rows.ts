import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { CipherDatabase } from '../cipher-database.ts'
import { jsonColumn } from '../stored-json.ts'
import type { Notice, ReadFailure } from '../../contract/document.ts'
import { keptFailure, keptNotices } from './reading-notes.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

export type DocumentState =
  | 'queued'
  | 'checking'
  | 'reading'
  | 'recognising'
  | 'splitting'
  | 'embedding'
  | 'paused'
  | 'ready'
  | 'partial'
  | 'failed'
  | 'unchanged'
  | 'needs-password'
  | 'unsupported'

/** pages = pagesWithText + pagesByOcr + pagesEmpty + pagesFailed once a document has ended. */
export type Coverage = {
  readonly pages: number
  readonly pagesDone: number
  readonly pagesWithText: number
  readonly pagesByOcr: number
  readonly pagesEmpty: number
  readonly pagesFailed: number
}

export type DocumentRow = Coverage & {
  readonly documentId: string
  /** Its path below the folder that was added; `LABEL/path` where two added folders hold the same path. */
  readonly document: string
  readonly root: string
  readonly path: string
  readonly state: DocumentState
  /** Characters and passages of the text version that is shown; 0 while none is. */
  readonly characters: number
  readonly passages: number
  readonly passagesEmbedded: number
  readonly bytes: number
  readonly mediaType: string
  /** Empty until the bytes have been taken in. */
  readonly sha256: string
  readonly addedAt: string
  readonly error: ReadFailure | null
  readonly notices: readonly Notice[]
  readonly textVersionId: number | null
  /** The document that it lies in: a message, an archive. */
  readonly parent: string | null
  /** Path of a document that was there before with the same bytes. */
  readonly sameAs: string | null
  /** How scanned pages of this document are read; null: as in the whole matter. */
  readonly ocr: 'auto' | 'never' | 'always' | null
  /** Its pages that are recognised instead of taking their own text, from 1; other bytes forget them. */
  readonly ocrPages: readonly number[]
  /** What opens it, once it is known. */
  readonly password: string | null
  /** When its file was last changed, in ms since 1970, as of its queueing; null where it has no file. */
  readonly modifiedMs: number | null
  /** The user takes it as it is; until its state or its content changes. */
  readonly accepted: boolean
  /** What it showed before its bytes changed, for comparing; null where nothing was shown, or nothing is kept of it. */
  readonly previous: PreviousVersion | null
}

export type PreviousVersion = {
  readonly textVersion: number
  /** Of its file. */
  readonly bytes: number
  /** Since when the document shows something else. */
  readonly replacedAt: string
}

export type NewDocument = Pick<DocumentRow, 'root' | 'path' | 'state' | 'mediaType' | 'bytes' | 'addedAt'> &
  Partial<Pick<DocumentRow, 'parent' | 'ocr' | 'modifiedMs'>>

export type DocumentChange = Partial<
  Coverage &
    Pick<
      DocumentRow,
      'state' | 'error' | 'notices' | 'mediaType' | 'bytes' | 'ocr' | 'ocrPages' | 'password' | 'modifiedMs'
    >
>

/** Functions that take an id throw `NOT_FOUND`. `embedder` is the revision whose vectors are counted, or null. */
export interface DocumentRows {
  /** In the order of their names. */
  list(embedder: string | null): readonly DocumentRow[]
  /** By id or by name as it is shown. */
  find(nameOrId: string, embedder: string | null): DocumentRow | null
  get(id: string, embedder: string | null): DocumentRow
  /** The document of that path, if there is one; a document is (root, path). */
  at(root: string, path: string): DocumentRow | null
  /** Returns its id; that of the one that is there already, unchanged, if there is one. */
  add(document: NewDocument): string
  change(id: string, change: DocumentChange): void
  /** The user takes it as it is now. */
  accept(id: string): void
  /** Its file has another name now; what lies in it moves along. Throws when a document is there already. */
  move(id: string, path: string): void
  /** Says what bytes the document has; what it showed before stays until `publish`. */
  setContent(id: string, sha256: string): void
  /**
   * From now on the document shows this text. What it showed is kept as its previous version where the bytes were others, unless files lay
   * in it: these are gone. Throws `RangeError` when the text is not complete or of other bytes.
   */
  publish(id: string, textVersionId: number): void
  /** Its previous version is no longer kept for it; the bytes go with the next sweep, unless something else needs them. */
  forgetPrevious(id: string): void
  totals(): { readonly documents: number; readonly bytes: number }
}

type Row = Omit<DocumentRow, 'document' | 'error' | 'notices' | 'accepted' | 'ocrPages' | 'previous'> & {
  readonly previousVersion: number | null
  readonly previousBytes: number | null
  readonly replacedAt: string | null
  readonly isAmbiguous: number
  readonly accepted: number
  readonly error: string | null
  readonly warnings: string
  readonly ocrPages: string
}

/** What `accepted` holds while nothing has changed since. */
const AS_IT_IS =
  "documents.state || ' ' || coalesce(documents.content, 0) || ' ' || coalesce(documents.text_version, 0)"

const SELECT = `
  SELECT documents.id AS documentId, root, path, state, coalesce(characters, 0) AS characters,
    coalesce(text_versions.passages, 0) AS passages, coalesce(embedded.passages, 0) AS passagesEmbedded,
    documents.bytes, documents.media_type AS mediaType, coalesce(sha256, '') AS sha256, added_at AS addedAt, error, warnings,
    documents.text_version AS textVersionId, parent, ocr, ocr_pages AS ocrPages, password, modified_ms AS modifiedMs, pages, pages_done AS pagesDone, pages_with_text AS pagesWithText,
    pages_by_ocr AS pagesByOcr, pages_empty AS pagesEmpty, pages_failed AS pagesFailed,
    documents.accepted IS (${AS_IT_IS}) AS accepted,
    previous_version AS previousVersion, replaced_at AS replacedAt,
    (SELECT content.bytes FROM text_versions JOIN content ON content.id = content
      WHERE text_versions.id = previous_version) AS previousBytes,
    (SELECT path FROM documents AS twin WHERE twin.content = documents.content AND twin.rowid < documents.rowid
      ORDER BY twin.rowid LIMIT 1) AS sameAs,
    EXISTS (SELECT 1 FROM documents AS other WHERE other.path = documents.path AND other.root <> documents.root) AS isAmbiguous
  FROM documents
    LEFT JOIN content ON content.id = documents.content
    LEFT JOIN text_versions ON text_versions.id = documents.text_version
    LEFT JOIN embedders ON embedders.revision = ?
    LEFT JOIN embedded ON embedded.text_version = documents.text_version AND embedded.embedder = embedders.id`

export function createDocumentRows(database: CipherDatabase): DocumentRows {
  const list = database.prepare<Row>(`${SELECT} ORDER BY path, root`)
  const byId = database.prepare<Row>(`${SELECT} WHERE documents.id = ?`)
  const byPlace = database.prepare<Row>(`${SELECT} WHERE root = ? AND path = ?`)
  const byPath = database.prepare<Row>(`${SELECT} WHERE path = ?`)
  const byLabel = database.prepare<Row>(`${SELECT} WHERE root || '/' || path = ?`)
  const insert = database.prepare(
    `INSERT INTO documents (id, root, path, state, media_type, bytes, added_at, parent, ocr, modified_ms)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const totals = database.prepare<{ documents: number; bytes: number }>(
    'SELECT count(*) AS documents, coalesce(sum(bytes), 0) AS bytes FROM documents',
  )
  const accept = database.prepare(`UPDATE documents SET accepted = ${AS_IT_IS} WHERE id = ?`)
  const first = (row: Row | undefined) => (row ? toDocument(row) : null)
  const find = (nameOrId: string, embedder: string | null) => {
    const unique = byId.get(embedder, nameOrId) ?? byPath.all(embedder, nameOrId).find((row) => !row.isAmbiguous)
    const found = first(unique ?? byLabel.get(embedder, nameOrId))
    if (found || !PICTURED.test(nameOrId)) return found
    return first(list.all(embedder).find((row) => toDocument(row).document === nameOrId))
  }
  return {
    list: (embedder) => list.all(embedder).map(toDocument),
    find,
    get: (id, embedder) => first(byId.get(embedder, id)) ?? missing(),
    at: (root, path) => first(byPlace.get(null, root, path)),
    add: ({ root, path, state, mediaType, bytes, addedAt, parent = null, ocr = null, modifiedMs = null }) =>
      database.transaction(() => {
        const present = byPlace.get(null, root, path)
        if (present) return present.documentId
        const id = randomUUID()
        insert.run(id, root, path, state, mediaType, bytes, addedAt, parent, ocr, modifiedMs)
        return id
      }),
    change: createDocumentChange(database),
    accept: (id) => {
      if (accept.run(id).changes === 0) missing()
    },
    move: createDocumentMove(database),
    ...createDocumentLinks(database),
    totals: () => totals.get() ?? { documents: 0, bytes: 0 },
  }
}

type Written = Pick<Row, 'error' | 'warnings' | 'ocrPages'>

function createDocumentChange(database: CipherDatabase): DocumentRows['change'] {
  // Texts as they are written: a damaged one stays as it is where something else changes.
  const select = database.prepare<Omit<Required<DocumentChange>, 'error' | 'notices' | 'ocrPages'> & Written>(`
    SELECT state, error, warnings, media_type AS mediaType, bytes, pages, pages_done AS pagesDone,
      pages_with_text AS pagesWithText, pages_by_ocr AS pagesByOcr, pages_empty AS pagesEmpty,
      pages_failed AS pagesFailed, ocr, ocr_pages AS ocrPages, password, modified_ms AS modifiedMs
    FROM documents WHERE id = ?`)
  const update = database.prepare(`
    UPDATE documents SET state = ?, error = ?, warnings = ?, media_type = ?, bytes = ?, pages = ?, pages_done = ?,
      pages_with_text = ?, pages_by_ocr = ?, pages_empty = ?, pages_failed = ?, ocr = ?, ocr_pages = ?,
      password = ?, modified_ms = ? WHERE id = ?`)
  return (id, change) =>
    database.transaction(() => {
      const row = select.get(id) ?? missing()
      const { error, notices, ocrPages, ...plain } = change
      const next = { ...row, ...plain }
      const written = {
        error: error === undefined ? row.error : error && JSON.stringify(error),
        warnings: notices === undefined ? row.warnings : JSON.stringify(notices),
        ocrPages: ocrPages === undefined ? row.ocrPages : JSON.stringify(ocrPages),
      }
      const counts = [
        next.pages,
        next.pagesDone,
        next.pagesWithText,
        next.pagesByOcr,
        next.pagesEmpty,
        next.pagesFailed,
      ]
      update.run(
        next.state,
        written.error,
        written.warnings,
        next.mediaType,
        next.bytes,
        ...counts,
        next.ocr,
        written.ocrPages,
        next.password,
        next.modifiedMs,
        id,
      )
    })
}

function createDocumentMove(database: CipherDatabase): DocumentRows['move'] {
  const pathOf = database.prepare<{ path: string }>('SELECT path FROM documents WHERE id = ?')
  const move = database.prepare(`
    WITH RECURSIVE inside (id) AS (
      VALUES (?) UNION ALL SELECT documents.id FROM inside JOIN documents ON documents.parent = inside.id
    )
    UPDATE documents SET path = ? || substr(path, ?) WHERE id IN (SELECT id FROM inside)`)
  return (id, path) =>
    database.transaction(() => {
      const before = pathOf.get(id) ?? missing()
      // SQLite counts characters, JavaScript UTF-16 units.
      move.run(id, path, [...before.path].length + 1)
    })
}

function createDocumentLinks(
  database: CipherDatabase,
): Pick<DocumentRows, 'setContent' | 'publish' | 'forgetPrevious'> {
  const remember = database.prepare(`
    INSERT OR IGNORE INTO earlier_content (document, content) SELECT documents.id, documents.content
    FROM documents JOIN content ON content.id = documents.content WHERE documents.id = ? AND sha256 <> ?`)
  const setContent = database.prepare(
    `UPDATE documents SET content = content.id, bytes = content.bytes,
      ocr_pages = CASE WHEN documents.content = content.id THEN ocr_pages ELSE '[]' END
    FROM content WHERE sha256 = ? AND documents.id = ?`,
  )
  const keepPrevious = database.prepare(`
    UPDATE documents SET replaced_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), previous_version =
      CASE WHEN EXISTS (SELECT 1 FROM attachments WHERE attachments.text_version = documents.text_version) THEN NULL
      ELSE documents.text_version END
    FROM text_versions AS shown, text_versions AS next
    WHERE documents.id = ? AND shown.id = documents.text_version AND next.id = ? AND shown.content <> next.content`)
  const publish = database.prepare(`
    UPDATE documents SET text_version = text_versions.id FROM text_versions
    WHERE text_versions.id = ? AND complete AND text_versions.content = documents.content AND documents.id = ?`)
  const forgetPrevious = database.prepare(
    'UPDATE documents SET previous_version = NULL, replaced_at = NULL WHERE id = ?',
  )
  return {
    setContent: (id, sha256) =>
      database.transaction(() => {
        remember.run(id, sha256)
        if (setContent.run(sha256, id).changes === 0)
          throw new Failure('NOT_FOUND', message('failures.documents.goneOrOriginal'))
      }),
    publish: (id, textVersionId) =>
      database.transaction(() => {
        keepPrevious.run(id, textVersionId)
        if (publish.run(textVersionId, id).changes === 0)
          throw new RangeError(`Expected a complete text version of document ${id}, got ${textVersionId}`)
      }),
    forgetPrevious: (id) => void (forgetPrevious.run(id).changes === 0 && missing()),
  }
}

/** The signs of control characters, as `inOneLine` writes them. */
const PICTURED = /[\u2400-\u241f\ufffd]/u

function toDocument(stored: Row): DocumentRow {
  const { isAmbiguous, error, warnings, accepted, ocrPages, previousVersion, previousBytes, replacedAt, ...row } =
    stored
  return {
    ...row,
    previous:
      previousVersion === null
        ? null
        : { textVersion: previousVersion, bytes: previousBytes ?? 0, replacedAt: replacedAt ?? '' },
    accepted: accepted === 1,
    document: inOneLine(isAmbiguous ? `${row.root}/${row.path}` : row.path),
    error: error === null ? null : keptFailure(error),
    notices: keptNotices(warnings),
    ocrPages: keptPages(ocrPages),
  }
}

const PageNumbers = z.array(z.number().int().positive())

/** Without its list of pages a document is read by its own text, as at first. */
function keptPages(text: string): readonly number[] {
  return text === '[]' ? [] : jsonColumn(text, PageNumbers, () => [])
}

/** A name with a line break would stand as a row of its own wherever it is listed. */
function inOneLine(name: string): string {
  return name.replace(/\p{Cc}/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\uFFFD'
  })
}

function missing(): never {
  throw new Failure('NOT_FOUND', message('failures.documents.gone'))
}
