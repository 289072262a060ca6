import { access, readdir, rename, rm } from 'node:fs/promises'
import type { CipherDatabase } from '../cipher-database.ts'
import { createEvaluationRuns, createQuestionSets, type EvaluationRuns, type QuestionSets } from '../evaluation-rows.ts'
import type { Home } from '../home.ts'
import { createJsonSettings, jsonObject, jsonRows, type JsonSettings } from '../stored-json.ts'
import { appStoreKey } from '../keys/derived-keys.ts'
import { createLedger, EMPTY_LEDGER, type Ledger, type LedgerAnchor, type LedgerHead } from '../ledger.ts'
import { syncFolder } from '../partial-file.ts'
import { openStoreFile } from '../store-file.ts'
import { APP_STORE } from './app-schema.ts'
import { type Cards, createCards, createPacks, type Packs } from './stored-cards.ts'
import { createMatterRows, type MatterRows } from './matter-rows.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** What belongs to the application and to no matter; with the keys of the matters. */
export interface AppStore extends AsyncDisposable {
  readonly database: CipherDatabase
  readonly settings: JsonSettings
  readonly matters: MatterRows
  readonly packs: Packs
  readonly cards: Cards
  readonly providers: Providers
  readonly sendings: Sendings
  /** Those that belong to no matter. */
  readonly questionSets: QuestionSets
  readonly evaluationRuns: EvaluationRuns
  /** The application's own ledger. */
  readonly ledger: Ledger
  ledgerAnchor(matterId: string): LedgerAnchor
}

/** Opens app.db, or makes it when the home is new. Throws `DAMAGED`, `WRONG_USE`, `NO_SPACE`. */
export async function openAppStore(home: Home, masterKey: Uint8Array, now: () => Date): Promise<AppStore> {
  const key = appStoreKey(masterKey)
  try {
    if (!(await exists(home.appFile))) await createAppFile(home, key)
    const file = home.isReadOnly ? 'read-only' : 'existing'
    const database = await openStoreFile(home.appFile, key, APP_STORE, file, home.beforeMigrationFolder)
    const ledger = createLedger(database, null, now)
    return {
      database,
      settings: createJsonSettings(database),
      matters: createMatterRows(database),
      packs: createPacks(database),
      cards: createCards(database),
      providers: createProviders(database),
      sendings: createSendings(ledger),
      questionSets: createQuestionSets(database),
      evaluationRuns: createEvaluationRuns(database),
      ledger,
      ledgerAnchor: (matterId) => createLedgerAnchor(database, matterId),
      [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
    }
  } finally {
    key.fill(0)
  }
}

/** Under another name first, so that a kill leaves either no app.db or a whole one. */
async function createAppFile(home: Home, key: Uint8Array): Promise<void> {
  const matters = await readdir(home.mattersFolder)
  if (matters.some((file) => file.endsWith('.db')))
    throw new Failure(
      'DAMAGED',
      message('failures.store.appMissing', { file: home.appFile, folder: home.mattersFolder }),
    )
  const path = `${home.appFile}.partial`
  for (const suffix of ['', '-wal', '-shm']) await rm(path + suffix, { force: true })
  const database = await openStoreFile(path, key, APP_STORE, 'new', home.beforeMigrationFolder)
  await database[Symbol.asyncDispose]()
  // The log of a lost app.db must never be replayed into the new one.
  for (const suffix of ['-wal', '-shm']) await rm(home.appFile + suffix, { force: true })
  await rename(path, home.appFile)
  await syncFolder(home.folder)
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** The end of a matter's ledger, kept in the application's store. It stays when the matter is deleted. */
function createLedgerAnchor(database: CipherDatabase, matterId: string): LedgerAnchor {
  const select = database.prepare<LedgerHead>('SELECT seq, hash FROM ledger_heads WHERE matter = ?')
  const upsert = database.prepare(
    `INSERT INTO ledger_heads (matter, seq, hash) VALUES (?, ?, ?)
     ON CONFLICT (matter) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`,
  )
  return {
    read: () => select.get(matterId) ?? EMPTY_LEDGER,
    write: ({ seq, hash }) => void database.durably(() => upsert.run(matterId, seq, hash)),
  }
}

/** How much left for whom, never what. */
type Sending = {
  /** Its id; the matter itself may be gone. */
  readonly matter: string
  readonly provider: string
  readonly model: string
  readonly packetHash: string
  readonly characters: number
  /** How many distinct terms of each type were replaced. */
  readonly masked: Readonly<Record<string, number>>
}

/**
 * One line for each sending, written before its first byte: entries of the application's own ledger, which outlives every
 * matter, so that a deletion cannot hide that something left.
 */
export interface Sendings {
  /** On the disk when it returns. */
  add(sending: Sending): void
}

function createSendings(ledger: Ledger): Sendings {
  return { add: (sending) => void ledger.append('sending', sending) }
}

/** What the store must know of a provider; the rest of the object is kept with it and comes back as it was. */
export type StoredProvider = { readonly provider: string }

/** Cloud models by name. The key of one is kept apart from it, so that listing never gives one away. */
interface Providers {
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

function createProviders(database: CipherDatabase): Providers {
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
