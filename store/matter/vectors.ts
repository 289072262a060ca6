import type { CipherDatabase } from '../cipher-database.ts'
import { cannotWrite } from '../store-errors.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

export type PassageVector = { readonly passageId: number; readonly vector: Float32Array }
export type PassageToEmbed = { readonly passageId: number; readonly indexText: string }

/**
 * Vectors of passages, apart for each embedder's revision, so that they never mix. One that is read and is not as long as its embedder's
 * are is left out and forgotten: it is missing from then on, and is made again.
 */
export interface Vectors {
  /** Several hundred at a time are one short transaction. A vector that is there already stays. Throws `RangeError` for a wrong length. */
  write(revision: string, vectors: readonly PassageVector[]): void
  /** The one of a passage. */
  find(revision: string, passageId: number): Float32Array | undefined
  /** Those of one text version, such as for taking it into an index when it is published. */
  ofTextVersion(revision: string, textVersionId: number): Generator<PassageVector>
  /** The next passages without a vector, those of one text version or of all that documents show. */
  missing(revision: string, limit: number, textVersionId?: number): readonly PassageToEmbed[]
  /** Of the passages that documents show, and among them those without a vector. */
  count(revision: string): { readonly passages: number; readonly missing: number }
  /** All revisions that have vectors. */
  revisions(): readonly { readonly revision: string; readonly dimensions: number }[]
  /** Removes the vectors of a revision that is used no more, a few at a time; false when there are more to remove. */
  removeSome(revision: string): boolean
}

type Embedder = { readonly id: number; readonly dimensions: number }
type Row = { readonly passageId: number; readonly vector: Uint8Array }

/** Of a revision that has no vectors: 0 is the id of none. */
const NO_EMBEDDER: Embedder = { id: 0, dimensions: 0 }
const BATCH = 1000
const REMOVED_PER_STEP = 2000

const MISSING = 'NOT EXISTS (SELECT 1 FROM vectors WHERE vectors.passage = passages.id AND vectors.embedder = ?)'
const IS_SHOWN = 'passages.text_version IN (SELECT text_version FROM documents)'

export function createVectors(database: CipherDatabase): Vectors {
  const embedder = database.prepare<Embedder>('SELECT id, dimensions FROM embedders WHERE revision = ?')
  const ofVersion = database.prepare<Row>(`
    SELECT passages.id AS passageId, vector FROM passages JOIN vectors ON vectors.passage = passages.id
    WHERE vectors.embedder = ? AND text_version = ? AND ordinal >= ? AND ordinal < ? ORDER BY ordinal`)
  const lastOrdinal = database.prepare<{ last: number | null }>(
    'SELECT max(ordinal) AS last FROM passages WHERE text_version = ?',
  )
  const missingAll = database.prepare<PassageToEmbed>(`
    SELECT id AS passageId, index_text AS indexText FROM passages WHERE ${MISSING} AND ${IS_SHOWN} ORDER BY id LIMIT ?`)
  const missingOf = database.prepare<PassageToEmbed>(`
    SELECT id AS passageId, index_text AS indexText FROM passages WHERE ${MISSING} AND text_version = ? ORDER BY id LIMIT ?`)
  const revisions = database.prepare<{ revision: string; dimensions: number }>(
    'SELECT revision, dimensions FROM embedders ORDER BY id',
  )
  const embedderOf = (revision: string) => embedder.get(revision) ?? NO_EMBEDDER
  const idOf = (revision: string) => embedderOf(revision).id
  const whole = createWholeRows(database)
  return {
    write: createVectorWriter(database),
    find: createVectorLookup(database, whole),
    *ofTextVersion(revision, textVersionId) {
      const of = embedderOf(revision)
      const last = lastOrdinal.get(textVersionId)?.last ?? -1
      for (let from = 0; from <= last; from += BATCH) {
        const rows = whole(of, ofVersion.all(of.id, textVersionId, from, from + BATCH))
        for (const { passageId, vector } of rows) yield { passageId, vector: toFloats(vector) }
      }
    },
    missing: (revision, limit, textVersionId) =>
      textVersionId === undefined
        ? missingAll.all(idOf(revision), limit)
        : missingOf.all(idOf(revision), textVersionId, limit),
    count: createVectorCount(database),
    revisions: () => revisions.all(),
    removeSome: createVectorRemoval(database, idOf),
  }
}

function createVectorLookup(database: CipherDatabase, whole: ReturnType<typeof createWholeRows>): Vectors['find'] {
  const ofPassage = database.prepare<Row & Embedder>(`
    SELECT passage AS passageId, vector, id, dimensions FROM embedders JOIN vectors ON embedder = id
    WHERE revision = ? AND passage = ?`)
  return (revision, passageId) => {
    const row = ofPassage.get(revision, passageId)
    const [found] = row ? whole(row, [row]) : []
    return found && toFloats(found.vector)
  }
}

function createVectorWriter(database: CipherDatabase): Vectors['write'] {
  const addEmbedder = database.prepare('INSERT OR IGNORE INTO embedders (revision, dimensions) VALUES (?, ?)')
  const embedder = database.prepare<Embedder>('SELECT id, dimensions FROM embedders WHERE revision = ?')
  const insert = database.prepare('INSERT OR IGNORE INTO vectors (embedder, passage, vector) VALUES (?, ?, ?)')
  const versionOf = database.prepare<{ version: number }>('SELECT text_version AS version FROM passages WHERE id = ?')
  const addEmbedded = database.prepare(`
    INSERT INTO embedded (text_version, embedder, passages) VALUES (?, ?, ?)
    ON CONFLICT (text_version, embedder) DO UPDATE SET passages = embedded.passages + excluded.passages`)
  return (revision, vectors) =>
    database.transaction(() => {
      const first = vectors[0]
      if (!first) return
      addEmbedder.run(revision, first.vector.length)
      const { id, dimensions } = embedder.get(revision) as Embedder
      const added = new Map<number, number>()
      for (const { passageId, vector } of vectors) {
        if (vector.length !== dimensions)
          throw new RangeError(`Expected vectors of ${dimensions} numbers, got ${vector.length}`)
        const row = versionOf.get(passageId)
        if (!row) throw new Failure('NOT_FOUND', message('failures.documents.passageGone'))
        const { changes } = insert.run(id, passageId, toBytes(vector))
        added.set(row.version, (added.get(row.version) ?? 0) + changes)
      }
      for (const [version, count] of added) addEmbedded.run(version, id, count)
    })
}

function createVectorCount(database: CipherDatabase): Vectors['count'] {
  const SHOWN = '(SELECT DISTINCT text_version AS id FROM documents WHERE text_version IS NOT NULL) AS shown'
  const passages = database.prepare<{ count: number }>(
    `SELECT coalesce(sum(passages), 0) AS count FROM ${SHOWN} JOIN text_versions ON text_versions.id = shown.id`,
  )
  const embedded = database.prepare<{ count: number }>(`
    SELECT coalesce(sum(embedded.passages), 0) AS count FROM ${SHOWN}
      JOIN embedded ON embedded.text_version = shown.id JOIN embedders ON embedders.id = embedded.embedder
    WHERE revision = ?`)
  return (revision) => {
    const all = passages.get()?.count ?? 0
    return { passages: all, missing: all - (embedded.get(revision)?.count ?? 0) }
  }
}

function createVectorRemoval(database: CipherDatabase, idOf: (revision: string) => number): Vectors['removeSome'] {
  const forgetCounts = database.prepare('DELETE FROM embedded WHERE embedder = ?')
  const removeSome = database.prepare(
    `DELETE FROM vectors WHERE rowid IN (SELECT rowid FROM vectors WHERE embedder = ? LIMIT ${REMOVED_PER_STEP})`,
  )
  const removeEmbedder = database.prepare('DELETE FROM embedders WHERE id = ?')
  return (revision) =>
    database.transaction(() => {
      const id = idOf(revision)
      forgetCounts.run(id)
      if (removeSome.run(id).changes === REMOVED_PER_STEP) return false
      removeEmbedder.run(id)
      return true
    })
}

/** Those of the rows that are as long as they should be. The others are forgotten, but where nothing can be written. */
function createWholeRows(database: CipherDatabase) {
  const remove = database.prepare('DELETE FROM vectors WHERE embedder = ? AND passage = ?')
  const countLess = database.prepare(`
    UPDATE embedded SET passages = passages - 1
    WHERE embedder = ? AND text_version = (SELECT text_version FROM passages WHERE id = ?)`)
  const forget = (id: number, damaged: readonly Row[]) =>
    database.transaction(() => {
      // Two documents may show one passage.
      for (const passageId of new Set(damaged.map((row) => row.passageId))) {
        remove.run(id, passageId)
        countLess.run(id, passageId)
      }
    })
  return <R extends Row>({ id, dimensions }: Embedder, rows: readonly R[]): readonly R[] => {
    // In a damaged row there may be anything.
    const isWhole = ({ vector }: { readonly vector: unknown }) =>
      vector instanceof Uint8Array && vector.byteLength === dimensions * Float32Array.BYTES_PER_ELEMENT
    const damaged = rows.filter((row) => !isWhole(row))
    if (damaged.length === 0) return rows
    try {
      forget(id, damaged)
    } catch (error) {
      if (!cannotWrite(error)) throw error
    }
    return rows.filter(isWhole)
  }
}

/** Little-endian whatever the computer; all that Node runs on are. */
function toBytes(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)
}

function toFloats(bytes: Uint8Array): Float32Array {
  // A copy: the bytes may begin at an address that floats may not.
  return new Float32Array(bytes.slice().buffer)
}
