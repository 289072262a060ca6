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
export function exitCode(code: ErrorCode): number {
  switch (code) {
    case 'WRONG_USE':
    case 'ALREADY_EXISTS':
      return EXIT_WRONG_USE
    case 'NOT_FOUND':
      return EXIT_NOT_FOUND
    case 'LOCKED':
    case 'WRONG_KEY':
      return EXIT_LOCKED
    case 'NO_MODEL':
    case 'NOT_ENOUGH_MEMORY':
      return EXIT_NO_MODEL
    case 'OFFLINE':
      return EXIT_REFUSED
    case 'IN_USE':
      return EXIT_IN_USE
    case 'DAMAGED':
    case 'NO_SPACE':
    case 'FETCH_FAILED':
    case 'TOO_LONG':
    case 'PROCESS_LOST':
      return EXIT_SOMETHING_WRONG
    default:
      code satisfies never
      return EXIT_SOMETHING_WRONG
  }
}
