import { randomUUID } from 'node:crypto'
import type { CipherDatabase } from '../cipher-database.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** From `start` to `end` of the text that the document shows, UTF-16. */
export type HighlightPlace = { readonly page: number | null; readonly start: number; readonly end: number }

export type StoredHighlight = {
  readonly id: string
  readonly documentId: string
  readonly quote: string
  /** What stood right before and behind the words, to tell them from the same words elsewhere. */
  readonly before: string
  readonly behind: string
  readonly note: string
  readonly isEvidence: boolean
  readonly madeAt: string
  readonly madeBy: string
  readonly place: HighlightPlace | null
}

/** Functions that take an id of a highlight throw `NOT_FOUND`. */
export interface Highlights {
  /** In the order in which they were made; of one document, or all. */
  list(documentId?: string): readonly StoredHighlight[]
  get(id: string): StoredHighlight
  add(highlight: Omit<StoredHighlight, 'id'>): StoredHighlight
  change(id: string, change: Pick<StoredHighlight, 'note' | 'isEvidence'>): StoredHighlight
  /** Where it stands in the text that the document shows from now on. */
  move(id: string, place: HighlightPlace | null): void
  /** Overwrites it, in the file and in its log. */
  remove(id: string): void
}

type Row = Omit<StoredHighlight, 'isEvidence' | 'place'> & {
  readonly isEvidence: number
  readonly page: number | null
  readonly start: number | null
  readonly end: number | null
}

const SELECT = `
  SELECT id, document AS documentId, quote, before, behind, note, is_evidence AS isEvidence, made_at AS madeAt,
    made_by AS madeBy, page, start, "end"
  FROM highlights`

export function createHighlights(database: CipherDatabase): Highlights {
  const all = database.prepare<Row>(`${SELECT} ORDER BY ordinal`)
  const ofDocument = database.prepare<Row>(`${SELECT} WHERE document = ? ORDER BY ordinal`)
  const byId = database.prepare<Row>(`${SELECT} WHERE id = ?`)
  const insert = database.prepare(
    `INSERT INTO highlights (id, document, quote, before, behind, note, is_evidence, made_at, made_by, page, start, "end")
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const change = database.prepare('UPDATE highlights SET note = ?, is_evidence = ? WHERE id = ?')
  const move = database.prepare('UPDATE highlights SET page = ?, start = ?, "end" = ? WHERE id = ?')
  const remove = database.prepare('DELETE FROM highlights WHERE id = ?')
  const get = (id: string): StoredHighlight => {
    const row = byId.get(id)
    if (!row) throw missing()
    return toHighlight(row)
  }
  return {
    list: (documentId) => (documentId === undefined ? all.all() : ofDocument.all(documentId)).map(toHighlight),
    get,
    add({ documentId, quote, before, behind, note, isEvidence, madeAt, madeBy, place }) {
      const id = randomUUID()
      const at = [place?.page ?? null, place?.start ?? null, place?.end ?? null]
      insert.run(id, documentId, quote, before, behind, note, Number(isEvidence), madeAt, madeBy, ...at)
      return get(id)
    },
    change(id, { note, isEvidence }) {
      if (change.run(note, Number(isEvidence), id).changes === 0) throw missing()
      database.flush()
      return get(id)
    },
    move: (id, place) => void move.run(place?.page ?? null, place?.start ?? null, place?.end ?? null, id),
    remove(id) {
      if (remove.run(id).changes === 0) throw missing()
      database.flush()
    },
  }
}

function toHighlight({ isEvidence, page, start, end, ...row }: Row): StoredHighlight {
  const place = start === null || end === null ? null : { page, start, end }
  return { ...row, isEvidence: isEvidence === 1, place }
}

function missing(): Failure {
  return new Failure('NOT_FOUND', message('failures.documents.highlightGone'))
}
