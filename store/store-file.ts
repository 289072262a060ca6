import { type CipherDatabase, type CipherDatabaseOptions, openCipherDatabase } from './cipher-database.ts'
import { keepCopy } from './migration-copies.ts'
import { Failure, failedWith } from '../wording/failure.ts'
import { message } from '../wording/message.ts'

/** A kind of store: what its files look like in each version. Version n is made by the first n migrations. */
export type StoreKind = {
  /** What is said of a file that is another one. */
  readonly notThis: 'failures.store.notStoreOfApp' | 'failures.store.notStoreOfMatter'
  /** SQLite's application_id, so that one kind is never taken for another. */
  readonly applicationId: number
  readonly cacheBytes: number
  /** SQL, forward only; entries that were released are never changed. */
  readonly migrations: readonly string[]
}

/**
 * Opens a store and brings it to the present version; before that a copy of the file is put into `beforeMigrationFolder`.
 * The key is taken to be right (it was unwrapped with authentication), so a file that does not open with it is damaged.
 * Throws `DAMAGED`, `WRONG_USE`, `NO_SPACE`.
 */
export async function openStoreFile(
  path: string,
  key: Uint8Array,
  kind: StoreKind,
  file: CipherDatabaseOptions['file'],
  beforeMigrationFolder: string,
): Promise<CipherDatabase> {
  const database = openWithRightKey(path, key, kind, file)
  try {
    await migrate(database, kind, file, beforeMigrationFolder)
    return database
  } catch (error) {
    await database[Symbol.asyncDispose]()
    throw error
  }
}

function openWithRightKey(
  path: string,
  key: Uint8Array,
  kind: StoreKind,
  file: CipherDatabaseOptions['file'],
): CipherDatabase {
  try {
    return openCipherDatabase(path, key, { file, cacheBytes: kind.cacheBytes })
  } catch (cause) {
    if (!failedWith(cause, 'WRONG_KEY')) throw cause
    throw new Failure('DAMAGED', message('failures.store.strangeOrDamaged', { path }), { cause })
  }
}

async function migrate(
  database: CipherDatabase,
  kind: StoreKind,
  file: CipherDatabaseOptions['file'],
  beforeMigrationFolder: string,
): Promise<void> {
  const version = Number(database.pragma('user_version'))
  if (file !== 'new') refuseStrange(database, kind, version)
  if (version === kind.migrations.length) return
  if (file === 'existing') await keepCopy(database, version, beforeMigrationFolder)
  database.durably(() => {
    for (const sql of kind.migrations.slice(version)) database.execute(sql)
    database.pragma(`application_id = ${kind.applicationId}`)
    database.pragma(`user_version = ${kind.migrations.length}`)
  })
}

function refuseStrange(database: CipherDatabase, kind: StoreKind, version: number): void {
  if (version === 0 || database.pragma('application_id') !== kind.applicationId)
    throw new Failure('DAMAGED', message(kind.notThis, { path: database.path }))
  if (version > kind.migrations.length)
    throw new Failure(
      'WRONG_USE',
      message('failures.store.newerStore', { path: database.path, version, known: kind.migrations.length }),
      { tellsAll: true },
    )
}
