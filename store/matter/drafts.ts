import { randomUUID } from 'node:crypto'
import type { CipherDatabase } from '../cipher-database.ts'
import { jsonObjectOrNull } from '../stored-json.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** A draft with what was read of it and, as JSON of the caller's shape, what its last check came to. */
export type StoredDraft = {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  readonly addedAt: string
  /** Null: not checked to the end. A row that is damaged has no object here. */
  readonly result: unknown
}

export type NewDraft = Omit<StoredDraft, 'id' | 'result'> & {
  readonly bytes: Uint8Array
  /** The pages as they were read, as JSON. */
  readonly pages: readonly object[]
}

/**
 * Texts under test, with their bytes. They are no documents: nothing searches, cites or counts them. Functions that take an id throw
 * `NOT_FOUND`.
 */
export interface Drafts {
  /** In the order of their names. */
  list(): readonly StoredDraft[]
  get(id: string): StoredDraft
  /** By its name or id; null where there is none. */
  find(nameOrId: string): StoredDraft | null
  /** Under a name that is there already its new version: what was found of the sentences that stay, and what was decided, stays. */
  put(draft: NewDraft): StoredDraft
  bytes(id: string): Uint8Array
  /** Null: damaged. */
  pages(id: string): readonly object[] | null
  /** Of the version with these bytes; nothing is kept of another. */
  keepResult(id: string, sha256: string, result: object): void
  /** Overwrites it, in the file and in its log. */
  remove(id: string): void
  /** What was found of one piece of a draft, under what it depends on; null where there is nothing. */
  piece(id: string, key: string): object | null
  keepPiece(id: string, key: string, found: object): void
  /** All pieces but these. */
  forgetPieces(id: string, except: readonly string[]): void
  /** By the id of a finding, as JSON holds them. */
  decisions(id: string): ReadonlyMap<string, unknown>
  /** Null takes it back. */
  decide(id: string, findingId: string, decision: object | null): void
}

type Row = Omit<StoredDraft, 'result'> & { readonly result: string | null }

const SELECT = 'SELECT id, name, media_type AS mediaType, sha256, added_at AS addedAt, result FROM drafts'

export function createDrafts(database: CipherDatabase): Drafts {
  const all = database.prepare<Row>(`${SELECT} ORDER BY name`)
  const byId = database.prepare<Row>(`${SELECT} WHERE id = ?`)
  const byName = database.prepare<Row>(`${SELECT} WHERE name = ?`)
  const put = database.prepare(`
    INSERT INTO drafts (id, name, media_type, sha256, added_at, bytes, pages) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET media_type = excluded.media_type, sha256 = excluded.sha256,
      added_at = excluded.added_at, bytes = excluded.bytes, pages = excluded.pages, result = NULL`)
  const contentOf = database.prepare<{ readonly bytes: Uint8Array; readonly pages: string }>(
    'SELECT bytes, pages FROM drafts WHERE id = ?',
  )
  const keepResult = database.prepare('UPDATE drafts SET result = ? WHERE id = ? AND sha256 = ?')
  const remove = database.prepare('DELETE FROM drafts WHERE id = ?')
  const get = (id: string): StoredDraft => {
    const row = byId.get(id)
    if (!row) throw missing()
    return toDraft(row)
  }
  const content = (id: string) => {
    const row = contentOf.get(id)
    if (!row) throw missing()
    return row
  }
  return {
    list: () => all.all().map(toDraft),
    get,
    find(nameOrId) {
      const row = byName.get(nameOrId) ?? byId.get(nameOrId)
      return row ? toDraft(row) : null
    },
    put({ name, mediaType, sha256, addedAt, bytes, pages }) {
      put.run(randomUUID(), name, mediaType, sha256, addedAt, bytes, JSON.stringify(pages))
      return toDraft(byName.get(name) as Row)
    },
    bytes: (id) => content(id).bytes,
    pages: (id) => jsonObjectOrNull<readonly object[]>(content(id).pages),
    keepResult: (id, sha256, result) => void keepResult.run(JSON.stringify(result), id, sha256),
    remove(id) {
      if (remove.run(id).changes === 0) throw missing()
      database.flush()
    },
    ...pieces(database),
    ...decisions(database),
  }
}

function pieces(database: CipherDatabase): Pick<Drafts, 'piece' | 'keepPiece' | 'forgetPieces'> {
  const find = database.prepare<{ readonly json: string }>('SELECT json FROM draft_pieces WHERE draft = ? AND key = ?')
  const keys = database.prepare<{ readonly key: string }>('SELECT key FROM draft_pieces WHERE draft = ?')
  const forget = database.prepare('DELETE FROM draft_pieces WHERE draft = ? AND key = ?')
  // Keeps nothing where the draft was removed meanwhile.
  const keep = database.prepare(
    'INSERT OR REPLACE INTO draft_pieces (draft, key, json) SELECT id, ?, ? FROM drafts WHERE id = ?',
  )
  return {
    piece: (id, key) => jsonObjectOrNull<object>(find.get(id, key)?.json),
    keepPiece: (id, key, found) => void keep.run(key, JSON.stringify(found), id),
    forgetPieces(id, except) {
      const kept = new Set(except)
      database.transaction(() => {
        for (const { key } of keys.all(id)) if (!kept.has(key)) forget.run(id, key)
      })
    },
  }
}

function decisions(database: CipherDatabase): Pick<Drafts, 'decisions' | 'decide'> {
  const all = database.prepare<{ readonly finding: string; readonly json: string }>(
    'SELECT finding, json FROM draft_decisions WHERE draft = ?',
  )
  const keep = database.prepare('INSERT OR REPLACE INTO draft_decisions (draft, finding, json) VALUES (?, ?, ?)')
  const forget = database.prepare('DELETE FROM draft_decisions WHERE draft = ? AND finding = ?')
  return {
    decisions: (id) => new Map(all.all(id).map(({ finding, json }) => [finding, jsonObjectOrNull(json)])),
    decide(id, findingId, decision) {
      if (decision === null) forget.run(id, findingId)
      else keep.run(id, findingId, JSON.stringify(decision))
    },
  }
}

function toDraft({ result, ...row }: Row): StoredDraft {
  return { ...row, result: result === null ? null : (jsonObjectOrNull<object>(result) ?? result) }
}

function missing(): Failure {
  return new Failure('NOT_FOUND', message('failures.drafts.gone'))
}
