import Database from 'better-sqlite3-multiple-ciphers'
import { accessSync, closeSync, constants, openSync } from 'node:fs'
import { clearCutOffRestore } from './backup.ts'
import { type Home, homeAt, prepareHome } from './home.ts'
import { clearLeftCopies } from './read-only-copies.ts'
import { Failure } from '../wording/failure.ts'
import { message } from '../wording/message.ts'

/** A home of which this process is the one writer until it is disposed, or one in which it writes nothing. */
export type OpenHome = Home & Disposable

/**
 * Makes the folder if need be and locks it. One that may only be read, as on a disk that is mounted so, is opened without the lock
 * where there can be none, and every file in it as a copy. Throws `IN_USE`. Nothing is decrypted yet: `openKeyring` comes next.
 */
export async function openHome(folder: string): Promise<OpenHome> {
  const home = homeAt(folder)
  const lock = await takeOver(home)
  const isReadOnly = !lock || [home.folder, home.mattersFolder, home.appFile].some(mayOnlyBeRead)
  try {
    if (isReadOnly) clearLeftCopies()
    else await clearCutOffRestore(home)
    return { ...home, isReadOnly, [Symbol.dispose]: () => lock?.[Symbol.dispose]() }
  } catch (error) {
    lock?.[Symbol.dispose]()
    throw error
  }
}

/**
 * The lock, or null for a home that may only be read. Its owner's folders are made writable first: where only their rights were taken
 * away, the files inside can still be written, so the home needs its lock.
 */
async function takeOver(home: Home): Promise<Disposable | null> {
  try {
    await prepareHome(home)
    return lockHome(home)
  } catch (error) {
    // Without its keys it is no home yet, and there is nothing to read.
    if (isRefused(error) && mayBe(home.keysFile, constants.R_OK)) return null
    throw error
  }
}

const REFUSED: readonly unknown[] = ['EROFS', 'EACCES', 'EPERM']

function isRefused(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } }
  return REFUSED.includes(code) || REFUSED.includes(cause?.code)
}

function mayOnlyBeRead(path: string): boolean {
  return mayBe(path, constants.R_OK) && !mayBe(path, constants.W_OK)
}

function mayBe(path: string, how: number): boolean {
  try {
    accessSync(path, how)
    return true
  } catch {
    return false
  }
}

/**
 * Makes this process the one writer of `home`, until disposed or dead: the operating system releases the lock of a killed
 * process. Throws `IN_USE` at once when another process (or this one) holds it.
 *
 * The lock is an open exclusive transaction on an empty SQLite file. POSIX drops it when the process opens and closes that
 * file by other means, so nothing else may read `lock.db`.
 */
function lockHome(home: Home): Disposable {
  closeSync(openSync(home.lockFile, 'a', 0o600))
  const database = new Database(home.lockFile, { timeout: 0 })
  try {
    // Nothing is ever written, so nothing need be beside the file.
    database.pragma('journal_mode = MEMORY')
    database.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    database.close()
    if ((cause as { code?: string }).code !== 'SQLITE_BUSY') throw cause
    throw new Failure('IN_USE', message('failures.store.runningAlready', { folder: home.folder }), {
      cause,
    })
  }
  return { [Symbol.dispose]: () => void database.close() }
}
