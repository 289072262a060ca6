import { freeName, nameKey } from '../../contract/matter-name.ts'
import type { CipherDatabase } from '../cipher-database.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** A matter as the list shows it. `documents` and `bytes` are what was last remembered, so that listing opens no matter. */
export type MatterRow = {
  /** The name: unique, upper and lower case being the same. */
  readonly matter: string
  readonly id: string
  readonly documents: number
  readonly bytes: number
  readonly createdAt: string
  readonly archived: boolean
  readonly sample: boolean
  readonly subtitle: string
}

export type NewMatter = Pick<MatterRow, 'matter' | 'subtitle' | 'sample' | 'createdAt'>
export type MatterTotals = Pick<MatterRow, 'documents' | 'bytes'>

/** Everything about matters that is known without opening one. Functions that take an id throw `NOT_FOUND`. */
export interface MatterRows {
  /** One's own first, then samples; the oldest first. */
  list(): readonly MatterRow[]
  /** By id or name. */
  find(nameOrId: string): MatterRow | null
  get(id: string): MatterRow
  /** Throws `ALREADY_EXISTS`. */
  rename(id: string, name: string): void
  setSubtitle(id: string, subtitle: string): void
  setArchived(id: string, archived: boolean): void
  rememberTotals(id: string, totals: MatterTotals): void
  /** The name itself, or "Name (2)" and so on when it is taken. */
  freeName(name: string): string
  /** A row that no list shows before `setReady`. Throws `ALREADY_EXISTS`. */
  begin(id: string, matter: NewMatter, wrappedKey: Uint8Array): void
  setReady(id: string): void
  wrappedKey(id: string): Uint8Array
  /** Makes the matter unreadable for ever and takes it off the list; the caller flushes the database. */
  dropKey(id: string): void
  remove(id: string): void
  /** Ids of matters whose creation or deletion was cut off. */
  unfinished(): readonly string[]
}

type Row = Omit<MatterRow, 'archived' | 'sample'> & { readonly archived: number; readonly sample: number }

const COLUMNS = 'name AS matter, id, documents, bytes, created_at AS createdAt, archived, sample, subtitle FROM matters'

export function createMatterRows(database: CipherDatabase): MatterRows {
  const list = database.prepare<Row>(`SELECT ${COLUMNS} WHERE state = 'ready' ORDER BY sample, created_at, rowid`)
  const byId = database.prepare<Row>(`SELECT ${COLUMNS} WHERE state = 'ready' AND id = ?`)
  const byName = database.prepare<Row>(`SELECT ${COLUMNS} WHERE state = 'ready' AND name_key = ?`)
  // By a key of ours: SQLite's NOCASE knows ASCII only.
  const takenBy = database.prepare<{ id: string }>('SELECT id FROM matters WHERE name_key = ?')
  const key = database.prepare<{ wrapped_key: Uint8Array }>(
    "SELECT wrapped_key FROM matters WHERE id = ? AND state <> 'deleting'",
  )
  const unfinished = database.prepare<{ id: string }>("SELECT id FROM matters WHERE state <> 'ready'")

  const find = (nameOrId: string) => toMatter(byId.get(nameOrId) ?? byName.get(nameKey(nameOrId)))
  const get = (id: string) => toMatter(byId.get(id)) ?? missing()
  const refuseTaken = (name: string, exceptId: string) => {
    const other = takenBy.get(nameKey(name))
    if (other && other.id !== exceptId)
      throw new Failure('ALREADY_EXISTS', message('failures.matters.nameTaken', { name }))
  }
  return {
    list: () => list.all().map((row) => toMatter(row) as MatterRow),
    find,
    get,
    freeName: (name) => freeName(name, (taken) => takenBy.get(nameKey(taken)) !== undefined),
    wrappedKey: (id) => key.get(id)?.wrapped_key ?? missing(),
    unfinished: () => unfinished.all().map(({ id }) => id),
    ...createChanges(database, refuseTaken),
  }
}

type Changes = Omit<MatterRows, 'list' | 'find' | 'get' | 'freeName' | 'wrappedKey' | 'unfinished'>

function createChanges(database: CipherDatabase, refuseTaken: (name: string, exceptId: string) => void): Changes {
  const insert = database.prepare(
    `INSERT INTO matters (id, name, name_key, subtitle, wrapped_key, state, created_at, sample)
     VALUES (?, ?, ?, ?, ?, 'creating', ?, ?)`,
  )
  const change = (assignments: string) => database.prepare(`UPDATE matters SET ${assignments} WHERE id = ?`)
  const rename = change('name = ?, name_key = ?')
  const setSubtitle = change('subtitle = ?')
  const setArchived = change('archived = ?')
  const setTotals = change('documents = ?, bytes = ?')
  const setReady = change("state = 'ready'")
  // The id as name key frees the name for another matter at once.
  const dropKey = change("state = 'deleting', wrapped_key = NULL, name_key = id")
  const remove = database.prepare('DELETE FROM matters WHERE id = ?')
  return {
    begin(id, { matter, subtitle, sample, createdAt }, wrappedKey) {
      refuseTaken(matter, id)
      insert.run(id, matter, nameKey(matter), subtitle, wrappedKey, createdAt, Number(sample))
    },
    rename(id, name) {
      refuseTaken(name, id)
      one(rename.run(name, nameKey(name), id))
    },
    setSubtitle: (id, subtitle) => one(setSubtitle.run(subtitle, id)),
    setArchived: (id, archived) => one(setArchived.run(Number(archived), id)),
    rememberTotals: (id, { documents, bytes }) => one(setTotals.run(documents, bytes, id)),
    setReady: (id) => one(setReady.run(id)),
    dropKey: (id) => one(dropKey.run(id)),
    remove: (id) => void remove.run(id),
  }
}

function toMatter(row: Row | undefined): MatterRow | null {
  return row ? { ...row, archived: row.archived === 1, sample: row.sample === 1 } : null
}

function missing(): never {
  throw new Failure('NOT_FOUND', message('failures.matters.gone'))
}

function one({ changes }: { readonly changes: number }): void {
  if (changes === 0) missing()
}
