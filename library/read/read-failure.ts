import type { Notice, ReadFailure } from '../../contract/document.ts'
import { type Message, message, sentences } from '../../wording/message.ts'
import { messageText } from '../../wording/message-text.ts'
import type { Messages } from '../../wording/translate.ts'
import type { MediaType } from './media-type.ts'

/** Of a type that is known and has no reader here: another program may convert it. */
export type UnreadType = {
  readonly mediaType: MediaType
  /** What is to be said of the file's name, which may promise another type. */
  readonly nameWarning: Notice | null
}

/** Thrown by the readers; `failure` is what the user is told. */
export class ReadFailedError extends Error {
  override name = 'ReadFailedError'
  readonly failure: ReadFailure
  readonly unread: UnreadType | undefined
  constructor(failure: ReadFailure, options?: ErrorOptions & { readonly unread?: UnreadType | undefined }) {
    super(messageText(failure.message), options)
    this.failure = failure
    this.unread = options?.unread
  }
}

type Texts = Messages['unread']
type Advice = 'split' | 'saveAnew' | 'saveSmaller'

/** A limit was passed before anything was parsed; which one names the unit too. */
export function gateFailure(
  passed: keyof Texts['limits'],
  { value, limit }: { readonly value: number; readonly limit: number },
  advice: Advice = 'split',
): ReadFailedError {
  const what = message(`unread.limits.${passed}`, { value, limit })
  return gate(what, advice)
}

/** The same of the header of a message, which is not measured. */
export function mailHeaderFailure(limit: number, cause: unknown): ReadFailedError {
  return gate(message('unread.mailHeader', { limit }), 'saveAnew', cause)
}

function gate(what: Message, advice: Advice, cause?: unknown): ReadFailedError {
  const failure = sentences(what, message(`unread.advice.${advice}`))
  return new ReadFailedError({ code: 'gate', message: failure, retry: false }, { cause })
}

/** The content is not what its type promises. `detail` completes "The file is damaged: …". */
export function damagedFailure(detail: Message, cause?: unknown): ReadFailedError {
  const damaged = message('unread.damaged', { detail })
  return new ReadFailedError({ code: 'damaged', message: damaged, retry: false }, { cause })
}

/** A known format that is not read. */
export function unsupportedFailure(
  kind: keyof Texts['plurals'],
  advice = message('unread.advice.saveReadable'),
): ReadFailedError {
  const what = message('unread.kinds', { kind: message(`unread.plurals.${kind}`) })
  return new ReadFailedError({ code: 'unsupported', message: sentences(what, advice), retry: false })
}

/** A document that is encrypted and can't be opened here, even with its password. */
export function lockedFailure(file: keyof Texts['lockedFiles']): ReadFailedError {
  const locked = message('unread.locked', { name: message(`unread.lockedFiles.${file}`) })
  return new ReadFailedError({ code: 'password', message: locked, retry: false })
}

/** What the user is told when the reader process died over a document. `reason` is the supervisor's, in its words. */
export function lostReaderFailure(reason: string): ReadFailure {
  const limitMb = /out of memory \(more than (\d+) MB\)/.exec(reason)?.[1]
  if (limitMb)
    return { code: 'memory', message: message('unread.memoryLimit', { limit: Number(limitMb) }), retry: false }
  if (reason.includes('out of memory')) return { code: 'memory', message: message('unread.memory'), retry: false }
  if (reason.includes('unresponsive')) return { code: 'time', message: message('unread.standstill'), retry: true }
  return { code: 'crashed', message: message('unread.crashed'), retry: true }
}

/** Time was up. */
export function slowReaderFailure(limitMs: number): ReadFailure {
  const seconds = Math.ceil(limitMs / 1000)
  return { code: 'time', message: message('unread.time', { seconds }), retry: true }
}
