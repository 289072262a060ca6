import type { CipherDatabase } from '../cipher-database.ts'
import { jsonObject, jsonRows } from '../stored-json.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** What the store must know of a provider; the rest of the object is kept with it and comes back as it was. */
export type StoredProvider = { readonly provider: string }

/** Cloud models by name. The key of one is kept apart from it, so that listing never gives one away. */
export interface Providers {
  /** In the order of their names. */
  list(): readonly StoredProvider[]
  /** Throws `NOT_FOUND`. */
  get(name: string): StoredProvider
  /** In the place of one of the same name. `key` undefined: the one it has; null: none. */
  save(provider: StoredProvider, key?: string | null): void
  /** Null: it has none. Throws `NOT_FOUND`. */
  key(name: string): string | null
  /** Overwrites it and its key, in the file and in its log. Throws `NOT_FOUND`. */
  remove(name: string): void
}

type Row = { readonly json: string; readonly key: string | null }

export function createProviders(database: CipherDatabase): Providers {
  const list = database.prepare<Row>('SELECT json, key FROM providers ORDER BY name')
  const byName = database.prepare<Row>('SELECT json, key FROM providers WHERE name = ?')
  const put = database.prepare('INSERT OR REPLACE INTO providers (name, json, key) VALUES (?, ?, ?)')
  const remove = database.prepare('DELETE FROM providers WHERE name = ?')
  const get = (name: string) => byName.get(name) ?? missing(name)
  return {
    list: () => jsonRows<StoredProvider>(list.all()),
    get: (name) => jsonObject(get(name).json, message('failures.store.theProvider', { name })),
    save(provider, key) {
      const kept = key === undefined ? (byName.get(provider.provider)?.key ?? null) : key
      put.run(provider.provider, JSON.stringify(provider), kept)
      // A key that was replaced must not live on in the log.
      database.flush()
    },
    key: (name) => get(name).key,
    remove(name) {
      if (remove.run(name).changes === 0) missing(name)
      database.flush()
    },
  }
}

function missing(name: string): never {
  throw new Failure('NOT_FOUND', message('failures.providers.unknown', { name }))
}
