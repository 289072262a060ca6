import type { CipherDatabase } from '../cipher-database.ts'
import type { Pages } from './pages.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

export type NewPassage = {
  /** UTF-16 offsets in the whole text, `end` exclusive. */
  readonly start: number
  readonly end: number
  /** The page it begins on; null for formats without pages. */
  readonly page: number | null
  /** Path of headings. */
  readonly section: string
  /** What is searched: title and section in front, then the passage. */
  readonly indexText: string
}

export type Passage = NewPassage & {
  readonly id: number
  readonly textVersionId: number
  /** From 0, in reading order. */
  readonly ordinal: number
  /** The text from `start` to `end`. */
  readonly text: string
}

/** `text` is null where the index text does not end with it, and it would have to be looked up. */
export type SearchedPassage = Pick<Passage, 'id' | 'start' | 'indexText'> & { readonly text: string | null }

export interface Passages {
  /**
   * Ends the reading of a text version: all its passages, in order, and its totals, in one transaction. Does nothing when
   * it is complete already. Throws `RangeError` for a span outside the text.
   */
  complete(textVersionId: number, passages: readonly NewPassage[]): void
  list(textVersionId: number): readonly Passage[]
  /** What an index needs of each, in order. */
  searched(textVersionId: number): readonly SearchedPassage[]
  /** Throws `NOT_FOUND`, such as for a hit of an index that is behind. */
  get(id: number): Passage
  /** The passage that holds the character at `offset`; null between passages. */
  at(textVersionId: number, offset: number): Passage | null
}

type Row = Omit<Passage, 'text'> & { readonly endsWithText: number }

const COLUMNS = `passages.id, passages.text_version AS textVersionId, ordinal, start, "end", page, section,
  index_text AS indexText, ends_with_text AS endsWithText`

export function createPassages(database: CipherDatabase, pages: Pages): Passages {
  const byId = database.prepare<Row>(`SELECT ${COLUMNS} FROM passages WHERE id = ?`)
  const byVersion = database.prepare<Row>(`SELECT ${COLUMNS} FROM passages WHERE text_version = ? ORDER BY ordinal`)
  const searched = database.prepare<Pick<Row, 'id' | 'start' | 'end' | 'indexText' | 'endsWithText'>>(
    `SELECT id, start, "end", index_text AS indexText, ends_with_text AS endsWithText FROM passages
     WHERE text_version = ? ORDER BY ordinal`,
  )
  const byOffset = database.prepare<Row>(
    `SELECT ${COLUMNS} FROM passages WHERE text_version = ? AND start <= ? AND "end" > ? ORDER BY start DESC LIMIT 1`,
  )
  const toPassage = ({ endsWithText, ...row }: Row): Passage => ({
    ...row,
    text:
      endsWithText === 1
        ? row.indexText.slice(row.indexText.length - (row.end - row.start))
        : pages.slice(row.textVersionId, row.start, row.end),
  })
  return {
    complete: createCompletion(database, pages),
    list: (id) => byVersion.all(id).map(toPassage),
    searched: (id) =>
      searched.all(id).map(({ endsWithText, end, ...row }) => ({
        ...row,
        text: endsWithText === 1 ? row.indexText.slice(row.indexText.length - (end - row.start)) : null,
      })),
    get(id) {
      const row = byId.get(id)
      if (!row) throw new Failure('NOT_FOUND', message('failures.documents.passageGone'))
      return toPassage(row)
    },
    at(id, offset) {
      const row = byOffset.get(id, offset, offset)
      return row ? toPassage(row) : null
    },
  }
}

function createCompletion(database: CipherDatabase, pages: Pages): Passages['complete'] {
  const state = database.prepare<{ complete: number }>('SELECT complete FROM text_versions WHERE id = ?')
  const insert = database.prepare(
    `INSERT INTO passages (text_version, ordinal, start, "end", page, section, index_text, ends_with_text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const finish = database.prepare('UPDATE text_versions SET complete = 1, characters = ?, passages = ? WHERE id = ?')
  return (id, passages) =>
    database.transaction(() => {
      const version = state.get(id)
      if (!version) throw new Failure('NOT_FOUND', message('failures.documents.readingGone'))
      if (version.complete) return
      const text = pages.wholeText(id)
      for (const [ordinal, passage] of passages.entries()) {
        const { start, end, page, section, indexText } = passage
        refuseOutside(passage, text.length)
        // Most index texts end with the passage itself, which then need not be kept (or looked up) a second time.
        const endsWithText = indexText.endsWith(text.slice(start, end))
        insert.run(id, ordinal, start, end, page, section, indexText, Number(endsWithText))
      }
      finish.run(text.length, passages.length, id)
    })
}

function refuseOutside({ start, end }: NewPassage, characters: number): void {
  if (0 <= start && start < end && end <= characters) return
  throw new RangeError(`Expected a span within 0 to ${characters}, got ${start} to ${end}`)
}
