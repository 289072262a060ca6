import type { ErrorCode } from '../../contract/errors.ts'
import { ConnectionLostError } from '../connection/connection-lost-error.ts'

/** A failure as the user reads it, always in this order: what happened, what was kept, what to do. */
export type UserFailure = {
  readonly code: ErrorCode | 'CONNECTION_LOST' | 'UNKNOWN'
  readonly happened: string
  readonly kept: string
  readonly todo: string
}

const NOTHING_CHANGED = 'Nothing was changed.'
/** The line was lost in the middle: what was asked for may have been done before that. */
const NOT_KNOWN = 'Whether it was done is not known.'

const UNFORESEEN = 'Something went wrong that was not foreseen.'

/** In place of a message that is about the inside of the program, or about the command line. */
const HAPPENED: Readonly<Partial<Record<string, string>>> = {
  INTERNAL_SERVER_ERROR: UNFORESEEN,
  BAD_REQUEST: 'What was entered is not of the form that was expected.',
  READ_ONLY: 'The folder with your data can only be read.',
}

/** What a code adds to its message, which already says what happened and what to do. */
const TODO: Readonly<Partial<Record<string, string>>> = {
  OFFLINE: 'Switch the network on at the lower left, or use a file from this computer.',
  NO_CONSENT: 'Read the packet and approve it again.',
  NO_MODEL: 'Choose a model in Settings. Passages are found without one.',
  NO_SPACE: 'Free some space, then try again.',
  READ_ONLY: 'Make the folder writable, or copy it to a disk that can be written to and open the copy.',
  NOT_ENOUGH_MEMORY: 'Close other programs, or choose a smaller model in Settings.',
  PROCESS_LOST: 'It starts again by itself. Try again in a moment.',
  FETCH_FAILED: 'Try again; it goes on where it stopped.',
  WRONG_KEY: 'Try again, or use the recovery key.',
}

/**
 * Puts any failure of a call into words, with what is known to be kept; null for the user's own stop, which needs none.
 * `afterLoss`: what to do once the engine is there again.
 */
export function userFailure(failure: unknown, known?: string, afterLoss?: string): UserFailure | null {
  if (failure instanceof Error && failure.name === 'AbortError') return null
  if (failure instanceof ConnectionLostError) return lostLine(failure, known, afterLoss)
  const kept = known ?? NOTHING_CHANGED
  const { code, message } = (failure ?? {}) as { code?: unknown; message?: unknown }
  const happened = wordsOf(code, message)
  if (code === 'INTERNAL_SERVER_ERROR' || code === 'BAD_REQUEST' || typeof code !== 'string')
    return {
      code: 'UNKNOWN',
      happened,
      kept,
      todo: 'Try again. The terminal from which Consilium was started says more.',
    }
  return { code: code as ErrorCode, happened, kept, todo: TODO[code] ?? '' }
}

function lostLine({ message }: ConnectionLostError, known?: string, afterLoss?: string): UserFailure {
  const look = 'Look in a moment whether it was done, and try again if not.'
  const next = afterLoss ?? (known ? 'Try again in a moment.' : look)
  return {
    code: 'CONNECTION_LOST',
    happened: `The engine stopped (${message}).`,
    kept: known ?? NOT_KNOWN,
    todo: `It is being started again. ${next}`,
  }
}

function wordsOf(code: unknown, message: unknown): string {
  return HAPPENED[String(code)] ?? (typeof message === 'string' && message ? message : UNFORESEEN)
}
