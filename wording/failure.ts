import { type Message, verbatim } from './message.ts'

/** Every failure that a surface may have to branch on. The command line has an exit code for each (`cli/failures.ts`). */
export const ERROR_CODES = [
  'WRONG_USE',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'LOCKED',
  'WRONG_KEY',
  'NO_MODEL',
  'OFFLINE',
  /** Nothing leaves without a person's yes to these very bytes; or the matter forbids sending at all. */
  'NO_CONSENT',
  'IN_USE',
  'DAMAGED',
  'NO_SPACE',
  'READ_ONLY',
  'FETCH_FAILED',
  'NOT_ENOUGH_MEMORY',
  'TOO_LONG',
  'PROCESS_LOST',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

let inWords = ({ key }: Message): string => key

/** `message-text.ts` gives the words. A process that never says any, such as Electron's main process, need not load the catalogue. */
export function putFailuresIntoWords(words: (said: Message) => string): void {
  inWords = words
}

/**
 * A failure that a user is told of: what happened, what was kept, what to do. It stands in the lowest floor because every other one
 * throws it, and its code and what it says cross the borders of processes and of the contract as they are. `message` is the same in
 * English, for logs and the command line. A fault of ours is a plain error.
 */
export class Failure extends Error {
  // oxlint-disable-next-line consilium/no-bare-text -- the name of the class
  override name = 'Failure'
  readonly code: ErrorCode
  readonly said: Message
  /** Whether `said` leaves out neither what was kept nor what to do, so that a surface adds nothing to it. */
  readonly tellsAll: boolean

  constructor(code: ErrorCode, said: Message, options: ErrorOptions & { readonly tellsAll?: boolean } = {}) {
    super(inWords(said), options)
    this.code = code
    this.said = said
    this.tellsAll = options.tellsAll ?? false
  }
}

export function isErrorCode(code: unknown): code is ErrorCode {
  return ERROR_CODES.includes(code as ErrorCode)
}

/** Whether it failed for one of these reasons, which the caller can do something about. */
export function failedWith(error: unknown, ...codes: readonly ErrorCode[]): error is Failure {
  return error instanceof Failure && codes.includes(error.code)
}

/** What any error says to the user; one that is no `Failure` speaks as it does. */
export function saidOf(error: unknown): Message {
  if (error instanceof Failure) return error.said
  return verbatim(error instanceof Error ? error.message : String(error))
}
