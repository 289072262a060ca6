import type { MediaType } from './media-type.ts'
import type { ReadWarning } from './read-warning.ts'

/** Why a document could not be read; the same shape as `ReadFailure` of `contract/document.ts`, filled in by the readers. */
export type ReadFailure = {
  readonly code:
    | 'gate'
    | 'time'
    | 'memory'
    | 'damaged'
    | 'cancelled'
    | 'crashed'
    | 'password'
    | 'unsupported'
    | 'missing'
    | 'unreadable'
  /** Plain words for the user: what happened, what to do. */
  readonly message: string
  /** Whether the same bytes may be read when tried again (on another day, with another limit). */
  readonly retry: boolean
}

/** Of a type that is known and has no reader here: another program may convert it. */
export type UnreadType = {
  readonly mediaType: MediaType
  /** What is to be said of the file's name, which may promise another type. */
  readonly nameWarning: ReadWarning | null
}

/** Thrown by the readers; `failure` is what the user is told. */
export class ReadFailedError extends Error {
  override name = 'ReadFailedError'
  readonly failure: ReadFailure
  readonly unread: UnreadType | undefined
  constructor(failure: ReadFailure, options?: ErrorOptions & { readonly unread?: UnreadType | undefined }) {
    super(failure.message, options)
    this.failure = failure
    this.unread = options?.unread
  }
}

/**
 * A limit was passed before anything was parsed. `value` and `limit` are in the unit that is named; `advice` is a
 * sentence on what to do.
 */
export function gateFailure(
  what: string,
  { value, limit, unit }: { readonly value: number; readonly limit: number; readonly unit: string },
  advice = 'Split the file and add the parts.',
): ReadFailedError {
  const message = `${what}: ${value.toLocaleString('en')} ${unit}, the limit is ${limit.toLocaleString('en')}. ${advice}`
  return new ReadFailedError({ code: 'gate', message, retry: false })
}

/** What to do about a file that is built like no ordinary one. */
export const SAVE_ANEW = 'Open it in its own program, save it anew, and add that.'

/** The content is not what its type promises. `detail` completes "The file is damaged: …". */
export function damagedFailure(detail: string, cause?: unknown): ReadFailedError {
  const message = `The file is damaged: ${detail}. Add a sound copy of it.`
  return new ReadFailedError({ code: 'damaged', message, retry: false }, { cause })
}

/** A known format that is not read. `plural` begins "… are not read". */
export function unsupportedFailure(
  plural: string,
  advice = 'Save it as PDF, DOCX or text and add that.',
): ReadFailedError {
  return new ReadFailedError({ code: 'unsupported', message: `${plural} are not read. ${advice}`, retry: false })
}

/** A document that is encrypted and can't be opened here, even with its password. `name` begins "… is locked". */
export function lockedFailure(name: string): ReadFailedError {
  const message = `${name} is locked by a password. Open it in its own program, save it without a password, and add it again.`
  return new ReadFailedError({ code: 'password', message, retry: false })
}

/** What the user is told when the reader process died over a document. `reason` is the supervisor's, in its words. */
export function lostReaderFailure(reason: string): ReadFailure {
  const limitMb = /out of memory \(more than (\d+) MB\)/.exec(reason)?.[1]
  if (limitMb)
    return { code: 'memory', message: `Reading needs more than ${limitMb} MB of memory and was stopped.`, retry: false }
  if (reason.includes('out of memory'))
    return {
      code: 'memory',
      message: 'Reading needs more memory than a document may take and was stopped.',
      retry: false,
    }
  if (reason.includes('unresponsive'))
    return { code: 'time', message: 'Reading came to a standstill and was stopped.', retry: true }
  return { code: 'crashed', message: 'The reader crashed over this file. It may be damaged.', retry: true }
}

/** Time was up. */
export function slowReaderFailure(limitMs: number): ReadFailure {
  const message = `Reading took longer than ${Math.ceil(limitMs / 1000)} s and was stopped.`
  return { code: 'time', message, retry: true }
}
