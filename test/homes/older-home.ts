import { readdirSync } from 'node:fs'
import { cp, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { openCipherDatabase } from '../../store/cipher-database.ts'
import { homeAt } from '../../store/home.ts'
import { appStoreKey, unwrapMatterKey } from '../../store/keys/derived-keys.ts'
import { type Keyring, openKeyring } from '../../store/keys/keyring.ts'
import { CHEAP } from '../store/temporary-home.ts'
import { PASSPHRASE, type Written } from './written-home.ts'

/** Homes by the versions that wrote them (`write-home.ts`): at the end of the first piece of work, and of the fourth. */
export const OLDER_HOMES = ['main-job-133a6736', 'second-opinion-66e119f3'] as const

export type OlderHome = (typeof OLDER_HOMES)[number]

/** A copy of one, to be changed. */
export async function copyOlderHome(name: OlderHome, folder: string): Promise<string> {
  await cp(new URL(`${name}/home/`, import.meta.url), folder, { recursive: true })
  return folder
}

/** What the version that wrote it said of it. */
export async function writtenIn(name: OlderHome): Promise<Written> {
  return JSON.parse(await readFile(new URL(`${name}/written.json`, import.meta.url), 'utf8')) as Written
}

/** Of one that is open to this test alone. */
export async function unlockedKeyring(folder: string): Promise<Keyring> {
  const keyring = await openKeyring(homeAt(folder), CHEAP)
  await keyring.unlock(keyring.mode === 'key-file' ? { by: 'key-file' } : { by: 'passphrase', passphrase: PASSPHRASE })
  return keyring
}

/** A table by `FILE TABLE`: its rows with those columns, in the order of all of them. */
export type Tables = ReadonlyMap<string, { readonly columns: readonly string[]; readonly rows: readonly unknown[] }>

/**
 * Every row of the application's file and of those of the matters, read without the code that migrates. `like`: only the tables and
 * columns that these have.
 */
export async function tablesOf(folder: string, masterKey: Uint8Array, like?: Tables): Promise<Tables> {
  const home = homeAt(folder)
  const tables = new Map<string, { columns: readonly string[]; rows: readonly unknown[] }>()
  const wrapped = await readFileTables(home.appFile, appStoreKey(masterKey), tables, like)
  for (const file of readdirSync(home.mattersFolder).filter((name) => name.endsWith('.db'))) {
    const id = basename(file, '.db')
    const key = unwrapMatterKey(wrapped.get(id) ?? new Uint8Array(), masterKey, id)
    await readFileTables(join(home.mattersFolder, file), key, tables, like)
  }
  return tables
}

async function readFileTables(
  path: string,
  key: Uint8Array,
  tables: Map<string, { columns: readonly string[]; rows: readonly unknown[] }>,
  like: Tables | undefined,
): Promise<ReadonlyMap<string, Uint8Array>> {
  await using database = openCipherDatabase(path, key, { file: 'existing', cacheBytes: 2 ** 20 })
  const all = database.prepare<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  for (const { name } of all) {
    const table = `${basename(path)} ${name}`
    if (like && !like.has(table)) continue
    const present = database.prepare<{ name: string }>(`PRAGMA table_info("${name}")`).all()
    const columns = like?.get(table)?.columns ?? present.map((column) => column.name)
    const list = columns.map((column) => `"${column}"`).join(', ')
    tables.set(table, { columns, rows: database.prepare(`SELECT ${list} FROM "${name}" ORDER BY ${list}`).all() })
  }
  if (basename(path) !== 'app.db') return new Map()
  const matters = database.prepare<{ id: string; wrapped_key: Uint8Array }>('SELECT id, wrapped_key FROM matters').all()
  return new Map(matters.map(({ id, wrapped_key }) => [id, wrapped_key]))
}

/** Makes of it one that a version to come has written. */
export async function writtenByNewer(folder: string): Promise<void> {
  using keyring = await unlockedKeyring(folder)
  const key = appStoreKey(keyring.masterKey())
  await using app = openCipherDatabase(homeAt(folder).appFile, key, { file: 'existing', cacheBytes: 2 ** 20 })
  app.pragma('user_version = 99')
}
