import { closeSync, openSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import type { Home } from './home.ts'
import { HomeInUseError } from './store-errors.ts'

/**
 * Makes this process the one writer of `home`, until disposed or dead: the operating system releases the lock of a killed
 * process. Throws `HomeInUseError` at once when another process (or this one) holds it.
 *
 * The lock is an open exclusive transaction on an empty SQLite file. POSIX drops it when the process opens and closes that
 * file by other means, so nothing else may read `lock.db`.
 */
export function lockHome(home: Home): Disposable {
  closeSync(openSync(home.lockFile, 'a', 0o600))
  const database = new Database(home.lockFile, { timeout: 0 })
  try {
    // Nothing is ever written, so nothing need be beside the file.
    database.pragma('journal_mode = MEMORY')
    database.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    database.close()
    if ((cause as { code?: string }).code !== 'SQLITE_BUSY') throw cause
    throw new HomeInUseError(`Consilium is already running with the folder ${home.folder}. Close it there first.`, {
      cause,
    })
  }
  return { [Symbol.dispose]: () => void database.close() }
}
