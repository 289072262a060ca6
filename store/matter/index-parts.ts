import { crc32 } from 'node:zlib'
import type { CipherDatabase } from '../cipher-database.ts'

/** `words`: those of its passages. `vectors`: small copies of theirs. */
export type IndexKind = 'words' | 'vectors'

/**
 * What an index has made of a text, so that it need not be made again when the matter is opened. What it holds is the index's own affair;
 * `form` says how it was made, and what was made in another way is not found. It goes with the text that it was made of.
 */
export interface IndexParts {
  /** All of them, in order; none where nothing was kept, or one of them is damaged or gone: then they are made again. */
  of(textVersionId: number, kind: IndexKind, form: string): readonly Uint8Array[]
  /** In place of what was kept of this kind, all or nothing. Keeps nothing of a text that was removed meanwhile. */
  keep(textVersionId: number, kind: IndexKind, form: string, parts: readonly Uint8Array[]): void
}

export function createIndexParts(database: CipherDatabase): IndexParts {
  const select = database.prepare<{ readonly bytes: Uint8Array }>(
    'SELECT bytes FROM index_parts WHERE text_version = ? AND kind = ? AND form = ? ORDER BY ordinal',
  )
  const forget = database.prepare('DELETE FROM index_parts WHERE text_version = ? AND kind = ?')
  const insert = database.prepare(`
    INSERT INTO index_parts (text_version, kind, form, ordinal, bytes) SELECT id, ?, ?, ?, ? FROM text_versions WHERE id = ?`)
  return {
    of: (id, kind, form) => unsealed(select.all(id, kind, form).map(({ bytes }) => bytes)),
    keep: (id, kind, form, parts) =>
      database.transaction(() => {
        forget.run(id, kind)
        for (const [ordinal, bytes] of sealed(parts).entries()) insert.run(kind, form, ordinal, bytes, id)
      }),
  }
}

/** Before each part: how many there are, and the checksum of this one. */
const HEAD_BYTES = 8

function sealed(parts: readonly Uint8Array[]): readonly Uint8Array[] {
  return parts.map((part) => {
    const bytes = new Uint8Array(HEAD_BYTES + part.length)
    const head = new DataView(bytes.buffer)
    head.setUint32(0, parts.length)
    head.setUint32(4, crc32(part))
    bytes.set(part, HEAD_BYTES)
    return bytes
  })
}

function unsealed(all: readonly Uint8Array[]): readonly Uint8Array[] {
  const isWhole = all.every((bytes) => {
    if (bytes.length < HEAD_BYTES) return false
    const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return head.getUint32(0) === all.length && head.getUint32(4) === crc32(bytes.subarray(HEAD_BYTES))
  })
  return isWhole ? all.map((bytes) => bytes.subarray(HEAD_BYTES)) : []
}
