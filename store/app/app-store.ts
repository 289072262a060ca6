import { access, readdir, rename, rm } from 'node:fs/promises'
import type { CipherDatabase } from '../cipher-database.ts'
import type { Home } from '../home.ts'
import { createEvaluationRuns, type EvaluationRuns } from '../evaluation/evaluation-runs.ts'
import { createQuestionSets, type QuestionSets } from '../evaluation/question-sets.ts'
import { createJsonSettings, type JsonSettings } from '../json-settings.ts'
import { appStoreKey } from '../keys/derived-keys.ts'
import { createLedger, type Ledger, type LedgerAnchor } from '../ledger.ts'
import { syncFolder } from '../partial-file.ts'
import { DamagedStoreError } from '../store-errors.ts'
import { openStoreFile } from '../store-file.ts'
import { APP_STORE } from './app-schema.ts'
import { type Cards, createCards } from './cards.ts'
import { createLedgerAnchor } from './ledger-anchor.ts'
import { createMatterRows, type MatterRows } from './matter-rows.ts'
import { createPacks, type Packs } from './packs.ts'
import { createProviders, type Providers } from './providers.ts'
import { createSendings, type Sendings } from './sendings.ts'

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

/** Opens app.db, or makes it when the home is new. Throws `DamagedStoreError`, `NewerStoreError`, `NoSpaceError`. */
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
    throw new DamagedStoreError(
      `${home.appFile} is missing, and the keys of the matters in ${home.mattersFolder} were in it. Put it back, or restore a backup into an empty folder.`,
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
