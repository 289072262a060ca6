import type { ErrorCode } from '../contract/errors.ts'

export const EXIT_DONE = 0
/** It ran, and something is wrong: a document failed, a ledger does not verify. */
export const EXIT_SOMETHING_WRONG = 1
const EXIT_WRONG_USE = 2
const EXIT_NOT_FOUND = 3
const EXIT_LOCKED = 4
const EXIT_NO_MODEL = 5
const EXIT_REFUSED = 6
const EXIT_IN_USE = 7
export const EXIT_INTERRUPTED = 130

/** The exit code of each error (`cli.md`); scripts rely on them. */
const EXIT_CODES: Readonly<Record<ErrorCode, number>> = {
  WRONG_USE: EXIT_WRONG_USE,
  ALREADY_EXISTS: EXIT_WRONG_USE,
  NOT_FOUND: EXIT_NOT_FOUND,
  LOCKED: EXIT_LOCKED,
  WRONG_KEY: EXIT_LOCKED,
  NO_MODEL: EXIT_NO_MODEL,
  NOT_ENOUGH_MEMORY: EXIT_NO_MODEL,
  OFFLINE: EXIT_REFUSED,
  NO_CONSENT: EXIT_REFUSED,
  IN_USE: EXIT_IN_USE,
  DAMAGED: EXIT_SOMETHING_WRONG,
  NO_SPACE: EXIT_SOMETHING_WRONG,
  READ_ONLY: EXIT_SOMETHING_WRONG,
  FETCH_FAILED: EXIT_SOMETHING_WRONG,
  TOO_LONG: EXIT_SOMETHING_WRONG,
  PROCESS_LOST: EXIT_SOMETHING_WRONG,
}

export function exitCode(code: ErrorCode): number {
  return EXIT_CODES[code]
}
