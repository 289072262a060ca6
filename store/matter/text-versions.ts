import * as z from 'zod'
import type { CipherDatabase } from '../cipher-database.ts'
import { jsonIn } from '../stored-json.ts'
import type { DocumentRow } from './document-rows.ts'
import { keptNotices } from './reading-notes.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** What a reading found out beside the text, for every document with the same bytes. */
type ReadingFound = Pick<DocumentRow, 'mediaType' | 'notices' | 'password'> & {
  /** Of the file's name, which has a say in how its bytes are read: `.txt`. */
  readonly ending: string
}

/** The text of one content as one reader with certain options gave it. */
export type TextVersion = {
  readonly id: number
  readonly sha256: string
  /** Name and version, such as `liteparse 2.14.7`. */
  readonly reader: string
  /** What the reading depended on, in one spelling (canonical JSON). */
  readonly options: string
  readonly complete: boolean
  /** UTF-16 units, the form feeds between pages included; 0 before it is complete. */
  readonly characters: number
  readonly passages: number
  /** Null until the reader has come to its end. */
  readonly found: ReadingFound | null
}

export interface TextVersions {
  /**
   * The version to go on with: an incomplete one resumes, a complete one needs no reading. `afresh` puts a complete one
   * aside and begins again; documents go on showing the old one until `publish`. Throws `NOT_FOUND` without the original.
   */
  begin(source: Pick<TextVersion, 'sha256' | 'reader' | 'options'>, afresh?: boolean): TextVersion
  /** Throws `NOT_FOUND`. */
  get(id: number): TextVersion
  keepFound(id: number, found: ReadingFound): void
  /** Drops an incomplete version with its pages, such as one whose reading was cancelled. */
  discard(id: number): void
  /** Removes versions that are older than what the documents show, that they did not show last before, and that no answer and no fact cites. Returns how many. */
  removeUnreferenced(): number
}

type Row = Omit<TextVersion, 'complete' | 'found'> & { readonly complete: number; readonly found: string | null }

const SELECT = `
  SELECT text_versions.id, sha256, reader, options, complete, characters, passages, found
  FROM text_versions JOIN content ON content.id = text_versions.content`

export function createTextVersions(database: CipherDatabase): TextVersions {
  const byId = database.prepare<Row>(`${SELECT} WHERE text_versions.id = ?`)
  const current = database.prepare<Row>(`${SELECT} WHERE sha256 = ? AND reader = ? AND options = ? AND NOT superseded`)
  const insert = database.prepare(
    'INSERT INTO text_versions (content, reader, options) SELECT id, ?, ? FROM content WHERE sha256 = ?',
  )
  const supersede = database.prepare('UPDATE text_versions SET superseded = 1 WHERE id = ?')
  const keepFound = database.prepare('UPDATE text_versions SET found = ? WHERE id = ?')
  const discard = database.prepare('DELETE FROM text_versions WHERE id = ? AND NOT complete')
  // A version newer than the shown one is still being made ready (its vectors may be under way).
  const removeUnreferenced = database.prepare(`
    DELETE FROM text_versions AS old
    WHERE old.id NOT IN (SELECT text_version FROM documents WHERE text_version IS NOT NULL)
      AND old.id NOT IN (SELECT previous_version FROM documents WHERE previous_version IS NOT NULL)
      AND old.id NOT IN (SELECT text_version FROM answer_text_versions)
      AND old.id NOT IN (SELECT text_version FROM facts WHERE text_version IS NOT NULL)
      AND EXISTS (SELECT 1 FROM documents WHERE documents.content = old.content AND documents.text_version > old.id)`)

  const get = (id: number): TextVersion => {
    const row = byId.get(id)
    if (!row) throw new Failure('NOT_FOUND', message('failures.documents.readingGone'))
    return toTextVersion(row)
  }
  return {
    get,
    begin: ({ sha256, reader, options }, afresh = false) =>
      database.transaction(() => {
        const row = current.get(sha256, reader, options)
        if (row && !(afresh && row.complete)) return toTextVersion(row)
        if (row) supersede.run(row.id)
        const { changes, rowId } = insert.run(reader, options, sha256)
        if (changes === 0) throw new Failure('NOT_FOUND', message('failures.documents.originalGone'))
        return get(rowId)
      }),
    keepFound: (id, found) => void keepFound.run(JSON.stringify(found), id),
    discard: (id) => void discard.run(id),
    removeUnreferenced: () => removeUnreferenced.run().changes,
  }
}

const Found = z.object({ mediaType: z.string(), password: z.string().nullable(), ending: z.string() })

/** Where it is damaged, it is found out by reading again. */
function keptFound(text: string): ReadingFound | null {
  const { notices, ...found } = (jsonIn(text) ?? {}) as Partial<ReadingFound>
  const read = Found.safeParse(found)
  return read.success ? { ...read.data, notices: keptNotices(JSON.stringify(notices ?? [])) } : null
}

function toTextVersion(row: Row): TextVersion {
  const found = row.found === null ? null : keptFound(row.found)
  return { ...row, complete: row.complete === 1, found }
}

/** A reference inside a text and the part that it names, in UTF-16 offsets of the whole text. */
type CrossReference = {
  readonly start: number
  readonly end: number
  readonly targetStart: number
  readonly targetEnd: number
}

export interface CrossReferences {
  /** Keeps those of a text in place of what was known of them. */
  write(textVersionId: number, references: readonly CrossReference[]): void
  /** Those that begin between `start` and `end` (exclusive), in order. */
  between(textVersionId: number, start: number, end: number): readonly CrossReference[]
}

export function createCrossReferences(database: CipherDatabase): CrossReferences {
  const forget = database.prepare('DELETE FROM cross_references WHERE text_version = ?')
  const insert = database.prepare('INSERT INTO cross_references VALUES (?, ?, ?, ?, ?)')
  const between = database.prepare<CrossReference>(`
    SELECT start, "end", target_start AS targetStart, target_end AS targetEnd FROM cross_references
    WHERE text_version = ? AND start >= ? AND start < ? ORDER BY start`)
  return {
    write: (textVersionId, references) =>
      database.transaction(() => {
        forget.run(textVersionId)
        for (const { start, end, targetStart, targetEnd } of references)
          insert.run(textVersionId, start, end, targetStart, targetEnd)
      }),
    between: (textVersionId, start, end) => between.all(textVersionId, start, end),
  }
}
