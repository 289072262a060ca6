import type { CipherDatabase } from './cipher-database.ts'
import { jsonIn } from './json-rows.ts'

/** Values that JSON can hold, by key. The caller knows their shapes and checks what it reads. */
export interface JsonSettings {
  /** Undefined when it was never set, or is damaged. */
  get(key: string): unknown
  set(key: string, value: unknown): void
  remove(key: string): void
  all(): Readonly<Record<string, unknown>>
}

/** Over the table `settings`, which both kinds of store have. */
export function createJsonSettings(database: CipherDatabase): JsonSettings {
  const select = database.prepare<{ json: string }>('SELECT json FROM settings WHERE key = ?')
  const selectAll = database.prepare<{ key: string; json: string }>('SELECT key, json FROM settings ORDER BY key')
  const upsert = database.prepare(
    'INSERT INTO settings (key, json) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET json = excluded.json',
  )
  const remove = database.prepare('DELETE FROM settings WHERE key = ?')
  return {
    get(key) {
      const row = select.get(key)
      return row && jsonIn(row.json)
    },
    set: (key, value) => void upsert.run(key, JSON.stringify(value)),
    remove: (key) => void remove.run(key),
    all: () => Object.fromEntries(selectAll.all().map(({ key, json }) => [key, jsonIn(json)])),
  }
}
