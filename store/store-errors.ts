import { Failure, failedWith } from '../wording/failure.ts'
import { message } from '../wording/message.ts'

/** A full disk, or a home that may only be read: everywhere that the one is borne with, so is the other. */
export function cannotWrite(error: unknown): boolean {
  return failedWith(error, 'NO_SPACE', 'READ_ONLY')
}

/**
 * Runs `work` and turns SQLite's failures into those that a user is told of: SQLITE_NOTADB `WRONG_KEY`, SQLITE_CORRUPT `DAMAGED`,
 * SQLITE_FULL `NO_SPACE`, SQLITE_READONLY `READ_ONLY`, SQLITE_BUSY `IN_USE`; a file that was closed meanwhile `LOCKED`. Everything else
 * passes as it is.
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
  if (code === 'SQLITE_NOTADB')
    return new Failure('WRONG_KEY', message('failures.keys.doesNotOpen', { path }), { cause })
  if (code.startsWith('SQLITE_CORRUPT'))
    return new Failure('DAMAGED', message('failures.store.damaged', { path }), { cause })
  if (isFull(cause)) return new Failure('NO_SPACE', message('failures.store.full', { path }), { cause })
  if (code.startsWith('SQLITE_READONLY'))
    return new Failure('READ_ONLY', message('failures.store.readOnly', { option: '--home' }), {
      cause,
    })
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new Failure('IN_USE', message('failures.store.inUse', { path }), { cause })
  // Of the driver, without a code: who was still asking when the home was closed.
  if (cause instanceof Error && cause.message.startsWith('The database connection is not open'))
    return new Failure('LOCKED', message('failures.store.closed', { path }), { cause })
  return cause
}

/** The last is what a full disk says when the shared index of the write-ahead log cannot grow. */
export function isFull(cause: unknown): boolean {
  const code = String((cause as { code?: string }).code)
  return code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE'
}

/** For `.catch`: rethrows a full disk (or used-up quota) as `NO_SPACE`, everything else as it came. */
export function translateFileError(path: string): (error: unknown) => never {
  return (error) => {
    const code = (error as { code?: string }).code
    if (code !== 'ENOSPC' && code !== 'EDQUOT') throw error
    throw new Failure('NO_SPACE', message('failures.store.full', { path }), { cause: error })
  }
}
