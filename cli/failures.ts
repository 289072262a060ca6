import { refusedBySystem } from '../assistant/home/contract-failure.ts'
import { type ErrorCode, Failure, isErrorCode } from '../wording/failure.ts'
import { isMessage, type Message } from '../wording/message.ts'
import { failureWithCommand } from './next-command.ts'
import type { Output } from './output.ts'

type UsageError = Error & { readonly code: ErrorCode }

/** A command used wrongly, in words that say how it is used (exit code 2). */
export function wrongUse(message: string): UsageError {
  return Object.assign(new Error(message), { code: 'WRONG_USE' as const })
}

/** A thing that is not there (exit code 3). */
export function notFound(message: string): UsageError {
  return Object.assign(new Error(message), { code: 'NOT_FOUND' as const })
}

/** A home that another process serves already (exit code 7). */
export function inUse(message: string): UsageError {
  return Object.assign(new Error(message), { code: 'IN_USE' as const })
}

/** An interruption that leaves something else than what others leave; the message is all that is said (exit code 130). */
export function interrupted(message: string): Error & { readonly code: 'INTERRUPTED' } {
  return Object.assign(new Error(message), { code: 'INTERRUPTED' as const })
}

export const EXIT_DONE = 0

/** It ran, and something is wrong: a document failed, a ledger does not verify. */
export const EXIT_SOMETHING_WRONG = 1
const EXIT_WRONG_USE = 2
const EXIT_NOT_FOUND = 3
const EXIT_LOCKED = 4
const EXIT_NO_MODEL = 5
const EXIT_REFUSED = 6
const EXIT_IN_USE = 7
const EXIT_INTERRUPTED = 130

/** The exit code of each error (`docs/commands.md`); scripts rely on them. */
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

/** Prints one line for what went wrong and returns the exit code. Failures of the contract carry their own words. */
export function reportError(error: unknown, output: Output, signal: AbortSignal): number {
  const { code, message, data } = (error ?? {}) as { code?: unknown; message?: string; data?: unknown }
  if (code === 'INTERRUPTED') {
    output.note(message ?? '')
    return EXIT_INTERRUPTED
  }
  // At a question on the terminal, Ctrl-C is a key and no signal.
  if (signal.aborted || code === 'ABORT_ERR') {
    output.note('Interrupted. What was done is kept; run the command again to go on.')
    return EXIT_INTERRUPTED
  }
  if (isErrorCode(code)) {
    output.error(code, failureWithCommand(code, message ?? '', saidIn(error)))
    return exitCode(code)
  }
  if (code === 'BAD_REQUEST') {
    output.error(
      'WRONG_USE',
      `An argument is not of the right kind: ${issuesText(data)}. To see how it is used: consilium --help`,
      data,
    )
    return exitCode('WRONG_USE')
  }
  const refusal = refusedBySystem(error)
  if (refusal) {
    output.error(refusal.code, refusal.message)
    return exitCode(refusal.code)
  }
  output.error(
    'INTERNAL',
    `${message ?? String(error)} This is a fault of the program; nothing that was stored is lost.`,
  )
  return EXIT_SOMETHING_WRONG
}

/** What a failure says, as it was thrown or as the contract tells it; null: what the command line says itself. */
function saidIn(error: unknown): Message | null {
  if (error instanceof Failure) return error.said
  const said = ((error as { readonly data?: unknown }).data as { readonly said?: unknown } | undefined)?.said
  return isMessage(said) ? said : null
}

function issuesText(data: unknown): string {
  const issues =
    (data as { issues?: readonly { path?: readonly unknown[]; message: string }[] } | undefined)?.issues ?? []
  return (
    issues.map(({ path, message }) => (path?.length ? `${path.join('.')}: ${message}` : message)).join('; ') ||
    'it is not said which'
  )
}
