import {
  DamagedStoreError,
  HomeInUseError,
  LockedError,
  NoSpaceError,
  ReadOnlyHomeError,
  WrongKeyError,
} from './store-errors.ts'

/** What to do in a home that may only be read. */
export const COPY_FIRST =
  'Make the folder writable, or copy it to a disk that can be written to and open the copy with --home.'

/**
 * Runs `work` and turns SQLite's failures into the store's: SQLITE_NOTADB `WrongKeyError`, SQLITE_CORRUPT
 * `DamagedStoreError`, SQLITE_FULL `NoSpaceError`, SQLITE_READONLY `ReadOnlyHomeError`, SQLITE_BUSY `HomeInUseError`; a
 * file that was closed meanwhile `LockedError`. Everything else passes as it is.
 */
export function withStoreErrors<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw storeError(path, error)
  }
}

function storeError(path: string, cause: unknown): unknown {
  const code = String((cause as { code?: string }).code)
  if (code === 'SQLITE_NOTADB') return new WrongKeyError(`${path} does not open with this key.`, { cause })
  if (code.startsWith('SQLITE_CORRUPT'))
    return new DamagedStoreError(
      `${path} is damaged. Consilium stops using it as it is; restore it from a backup or an export.`,
      { cause },
    )
  if (isFull(cause))
    return new NoSpaceError(
      `The disk is full: ${path} could not be written. What was saved before is kept. Free some space and try again.`,
      { cause },
    )
  if (code.startsWith('SQLITE_READONLY'))
    return new ReadOnlyHomeError(`The folder of Consilium can only be read. Nothing was changed. ${COPY_FIRST}`, {
      cause,
    })
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new HomeInUseError(`${path} is in use by another process. Close it there first.`, { cause })
  // Of the driver, without a code: who was still asking when the home was closed.
  if (cause instanceof Error && cause.message.startsWith('The database connection is not open'))
    return new LockedError(`${path} was closed meanwhile. What was saved is kept.`, { cause })
  return cause
}

/** The last is what a full disk says when the shared index of the write-ahead log cannot grow. */
export function isFull(cause: unknown): boolean {
  const code = String((cause as { code?: string }).code)
  return code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE'
}
