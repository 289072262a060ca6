import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { CipherDatabase } from '../cipher-database.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

export type Original = { readonly sha256: string; readonly bytes: number; readonly mediaType: string }

/** The files themselves, by their content: the same bytes are kept once, whatever their names. */
export interface Originals {
  /**
   * Takes bytes in, chunk by chunk, hashing them. Nothing is visible before the end; on an error, an abort or a kill nothing
   * is kept. Content that no document has when the matter is opened again is removed.
   */
  write(bytes: AsyncIterable<Uint8Array>, mediaType: string, signal?: AbortSignal): Promise<Original>
  find(sha256: string): Original | null
  /** Bytes `from` up to, not including, `to`, cut at the end of the file. Throws `NOT_FOUND`. */
  read(sha256: string, from: number, to: number): Uint8Array
  /** Removes what no document has and nobody is writing, a few chunks at a time. */
  sweep(): Promise<void>
  /** The same of one content alone; others may be written and taken meanwhile. */
  sweepOne(sha256: string): Promise<void>
}

export const CHUNK_BYTES = 2 ** 20

/**
 * Wanted is what a document has or holds, what it had and still shows, what it showed last before, and what it had when an answer or a
 * fact cited it.
 */
const UNWANTED = `
  SELECT id FROM content WHERE sha256 IS NULL OR id NOT IN (
    SELECT content FROM documents WHERE content IS NOT NULL
    UNION SELECT content FROM attachments
    UNION SELECT shown.content FROM documents JOIN text_versions AS shown ON shown.id = documents.text_version
    UNION SELECT shown.content FROM documents JOIN text_versions AS shown ON shown.id = documents.previous_version
    UNION SELECT earlier_content.content FROM earlier_content
      JOIN text_versions AS cited ON cited.content = earlier_content.content
      WHERE cited.id IN (SELECT text_version FROM answer_text_versions UNION SELECT text_version FROM facts))`

export function createOriginals(database: CipherDatabase): Originals {
  const insertContent = database.prepare('INSERT INTO content (media_type) VALUES (?)')
  const insertChunk = database.prepare('INSERT INTO chunks (content, ordinal, bytes) VALUES (?, ?, ?)')
  const name = database.prepare('UPDATE content SET sha256 = ?, bytes = ? WHERE id = ?')
  const byHash = database.prepare<Original & { readonly id: number }>(
    'SELECT id, sha256, bytes, media_type AS mediaType FROM content WHERE sha256 = ?',
  )
  const chunk = database.prepare<{ bytes: Uint8Array }>('SELECT bytes FROM chunks WHERE content = ? AND ordinal = ?')
  const beingWritten = new Set<number>()
  const leftovers = new Set<number>()
  const sweepContent = createContentSweep(database)

  const writeChunks = async (id: number, bytes: AsyncIterable<Uint8Array>, signal?: AbortSignal) => {
    const hash = createHash('sha256')
    let size = 0
    let ordinal = 0
    for await (const piece of inChunks(bytes)) {
      signal?.throwIfAborted()
      hash.update(piece)
      insertChunk.run(id, ordinal, piece)
      ordinal += 1
      size += piece.length
    }
    return { sha256: hash.digest('hex'), bytes: size }
  }
  const find = (sha256: string): Original | null => {
    const row = byHash.get(sha256)
    return row ? { sha256, bytes: row.bytes, mediaType: row.mediaType } : null
  }
  return {
    async write(bytes, mediaType, signal) {
      for (const left of leftovers) await sweepContent(left).then(() => leftovers.delete(left), ignore)
      const id = insertContent.run(mediaType).rowId
      beingWritten.add(id)
      try {
        const written = await writeChunks(id, bytes, signal)
        const present = find(written.sha256)
        if (!present) name.run(written.sha256, written.bytes, id)
        beingWritten.delete(id)
        if (present) await sweepContent(id)
        return present ?? { ...written, mediaType }
      } catch (error) {
        beingWritten.delete(id)
        // On a full disk there may be no room for clearing up either; it is invisible, and done at the next chance.
        await sweepContent(id).catch(() => leftovers.add(id))
        throw error
      }
    },
    find,
    read(sha256, from, to) {
      const row = byHash.get(sha256) ?? missing()
      return readRange(row.bytes, from, to, (ordinal) => chunk.get(row.id, ordinal)?.bytes ?? lost(ordinal))
    },
    ...createSweeps(database, beingWritten),
  }
}

function createSweeps(
  database: CipherDatabase,
  beingWritten: ReadonlySet<number>,
): Pick<Originals, 'sweep' | 'sweepOne'> {
  const unwanted = database.prepare<{ id: number }>(UNWANTED)
  const unwantedOf = database.prepare<{ id: number }>(`SELECT id FROM (${UNWANTED}) WHERE id = ?`)
  const called = database.prepare<{ id: number }>('SELECT id FROM content WHERE sha256 = ?')
  const sweepContent = createContentSweep(database)
  const sweepUnwanted = async (id: number) => {
    if (unwantedOf.get(id)) await sweepContent(id)
  }
  return {
    async sweep() {
      // What was being written when they were listed may have been taken by a document since.
      const ids = unwanted.all().flatMap(({ id }) => (beingWritten.has(id) ? [] : [id]))
      for (const id of ids) await sweepUnwanted(id)
    },
    async sweepOne(sha256) {
      const content = called.get(sha256)
      if (content) await sweepUnwanted(content.id)
    },
  }
}

/** The same bytes in pieces of exactly `CHUNK_BYTES`, but for the last. */
async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let buffer = new Uint8Array(CHUNK_BYTES)
  let filled = 0
  for await (const piece of bytes) {
    for (let taken = 0; taken < piece.length; ) {
      const part = piece.subarray(taken, taken + CHUNK_BYTES - filled)
      buffer.set(part, filled)
      filled += part.length
      taken += part.length
      if (filled === CHUNK_BYTES) {
        yield buffer
        buffer = new Uint8Array(CHUNK_BYTES)
        filled = 0
      }
    }
  }
  if (filled > 0) yield buffer.subarray(0, filled)
}

function readRange(size: number, from: number, to: number, chunk: (ordinal: number) => Uint8Array): Uint8Array {
  const start = Math.min(Math.max(0, from), size)
  const end = Math.min(Math.max(start, to), size)
  const result = new Uint8Array(end - start)
  for (let at = start; at < end; ) {
    const offset = at % CHUNK_BYTES
    const bytes = chunk((at - offset) / CHUNK_BYTES)
    const part = bytes.subarray(offset, offset + end - at)
    result.set(part, at - start)
    at += part.length
  }
  return result
}

function missing(): never {
  throw new Failure('NOT_FOUND', message('failures.documents.originalGone'))
}

function lost(ordinal: number): never {
  throw new Failure('DAMAGED', message('failures.documents.partMissing', { part: ordinal + 1 }))
}

/** For clearing up that may as well be done later. */
function ignore(): void {}

const VERSIONS = '(SELECT id FROM text_versions WHERE content = ?)'

/** Each step overwrites at most a few MiB, which costs about 26 ms a MiB. Vectors go with their passages. */
const STEPS = [
  `DELETE FROM index_parts WHERE rowid IN (SELECT rowid FROM index_parts WHERE text_version IN ${VERSIONS} LIMIT 20)`,
  `DELETE FROM passages WHERE id IN (SELECT id FROM passages WHERE text_version IN ${VERSIONS} LIMIT 500)`,
  `DELETE FROM pages WHERE rowid IN (SELECT rowid FROM pages WHERE text_version IN ${VERSIONS} LIMIT 100)`,
  'DELETE FROM chunks WHERE rowid IN (SELECT rowid FROM chunks WHERE content = ? LIMIT 2)',
]

/**
 * Removes one content with the texts made from it. It is out of sight at once; the rest follows in small transactions, and
 * where a kill cuts that off, it goes on when the matter is opened again.
 */
export function createContentSweep(database: CipherDatabase): (id: number) => Promise<void> {
  const forget = database.prepare('UPDATE content SET sha256 = NULL WHERE id = ?')
  const steps = STEPS.map((sql) => database.prepare(sql))
  const removeVersions = database.prepare('DELETE FROM text_versions WHERE content = ?')
  const remove = database.prepare('DELETE FROM content WHERE id = ?')
  return async (id) => {
    forget.run(id)
    for (const step of steps) while (step.run(id).changes > 0) await setImmediate()
    database.transaction(() => {
      removeVersions.run(id)
      remove.run(id)
    })
  }
}
