/**
 * What can go wrong in the store, for the user to read. `code` is one of the contract's error codes, so that the assistant
 * passes the error on as it is.
 */
abstract class StoreError extends Error {
  abstract readonly code:
    | 'WRONG_USE'
    | 'NOT_FOUND'
    | 'ALREADY_EXISTS'
    | 'LOCKED'
    | 'WRONG_KEY'
    | 'IN_USE'
    | 'DAMAGED'
    | 'NO_SPACE'
    | 'READ_ONLY'
}

/** A passphrase, recovery key or key file that does not fit. Nothing was changed. */
export class WrongKeyError extends StoreError {
  override name = 'WrongKeyError'
  readonly code = 'WRONG_KEY'
}

/** A file whose content cannot be what this program wrote. */
export class DamagedStoreError extends StoreError {
  override name = 'DamagedStoreError'
  readonly code = 'DAMAGED'
}

/** A file written by a later version of the program; it is left as it is. */
export class NewerStoreError extends StoreError {
  override name = 'NewerStoreError'
  readonly code = 'WRONG_USE'
}

/** The disk is full. What was being written is not kept; everything before it is. */
export class NoSpaceError extends StoreError {
  override name = 'NoSpaceError'
  readonly code: 'NO_SPACE' | 'READ_ONLY' = 'NO_SPACE'
}

/** The home may only be read: everywhere that a full disk is borne with, so is this. */
export class ReadOnlyHomeError extends NoSpaceError {
  override name = 'ReadOnlyHomeError'
  override readonly code = 'READ_ONLY'
}

/** Another process is the one writer of this home. */
export class HomeInUseError extends StoreError {
  override name = 'HomeInUseError'
  readonly code = 'IN_USE'
}

/** The keys are not in memory. */
export class LockedError extends StoreError {
  override name = 'LockedError'
  readonly code = 'LOCKED'
}

export class NotFoundError extends StoreError {
  override name = 'NotFoundError'
  readonly code = 'NOT_FOUND'
}

/** A name, file or folder that is already there and shall not be overwritten. */
export class AlreadyExistsError extends StoreError {
  override name = 'AlreadyExistsError'
  readonly code = 'ALREADY_EXISTS'
}

/** Something that makes no sense in the present state, such as a recovery key with a wrong character. */
export class WrongUseError extends StoreError {
  override name = 'WrongUseError'
  readonly code = 'WRONG_USE'
}

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

/** For `.catch`: rethrows a full disk (or used-up quota) as `NoSpaceError`, everything else as it came. */
export function translateFileError(path: string): (error: unknown) => never {
  return (error) => {
    const code = (error as { code?: string }).code
    if (code !== 'ENOSPC' && code !== 'EDQUOT') throw error
    throw new NoSpaceError(
      `The disk is full: ${path} could not be written. What was there before is kept. Free some space and try again.`,
      { cause: error },
    )
  }
}
