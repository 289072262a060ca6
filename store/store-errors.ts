/**
 * What can go wrong in the store, for the user to read. `code` is one of the contract's error codes, so that the assistant
 * passes the error on as it is.
 */
export abstract class StoreError extends Error {
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
