import * as z from 'zod'
import { messageSchema } from '../../contract/message.ts'
import { type ErrorCode, isErrorCode } from '../../wording/failure.ts'
import { messageText } from '../../wording/message-text.ts'
import { locale, t } from '../../wording/translate.ts'
import { ConnectionLostError } from '../connection/browser-socket.ts'
import { NO_ANSWER, processEnd } from '../../wording/process-end.ts'

/** A failure as the user reads it, always in this order: what happened, what was kept, what to do. */
export type UserFailure = {
  readonly code: ErrorCode | 'CONNECTION_LOST' | 'UNKNOWN'
  readonly happened: string
  readonly kept: string
  readonly todo: string
}

/** Codes with which the engine says what to do as well. */
const SAYS_WHAT_TO_DO: ReadonlySet<ErrorCode> = new Set([
  'WRONG_USE',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'LOCKED',
  'IN_USE',
  'DAMAGED',
  'TOO_LONG',
])

/** Codes with which the engine speaks of the command line. */
const SPEAKS_OF_COMMANDS: ReadonlySet<ErrorCode> = new Set(['READ_ONLY'])

/**
 * Puts any failure of a call into words, with what is known to be kept; null for the user's own stop, which needs none.
 * `afterLoss`: what to do once the engine is there again.
 */
export function userFailure(failure: unknown, known?: string, afterLoss?: string): UserFailure | null {
  if (failure instanceof Error && failure.name === 'AbortError') return null
  if (failure instanceof ConnectionLostError) return lostLine(failure, known, afterLoss)
  const kept = known ?? t('window.failure.nothingChanged')
  const { code, message, data } = (failure ?? {}) as { code?: unknown; message?: unknown; data?: unknown }
  if (isErrorCode(code)) return knownFailure(code, Told.safeParse(data).data ?? null, kept)
  return unforeseen(code, typeof message === 'string' ? message : '', kept)
}

function lostLine({ message: reason }: ConnectionLostError, known?: string, afterLoss?: string): UserFailure {
  const next = afterLoss ?? (known ? t('window.failure.thenTryAgain') : t('window.failure.thenLook'))
  const [happened, restart] =
    reason === NO_ANSWER
      ? [t('window.failure.noAnswer'), t('window.failure.startAgain')]
      : [t('window.failure.engineStopped', { reason: messageText(processEnd(reason)) }), t('window.failure.restarting')]
  return {
    code: 'CONNECTION_LOST',
    happened,
    kept: known ?? t('window.failure.notKnown'),
    todo: `${restart} ${next}`,
  }
}

/** What comes with a failure of the contract (`contract/errors.ts`). */
const Told = z.object({ said: messageSchema, tellsAll: z.boolean().optional() })

/** What the engine says of it is the best; the words of the window are for what it leaves out. */
function knownFailure(code: ErrorCode, told: z.infer<typeof Told> | null, kept: string): UserFailure {
  const todo = t(`window.errors.${code}.todo`)
  if (told === null || SPEAKS_OF_COMMANDS.has(code))
    return { code, happened: t(`window.errors.${code}.happened`), kept, todo }
  const happened = messageText(told.said)
  if (told.tellsAll) return { code, happened, kept: '', todo: '' }
  // The engine may say already that nothing was changed.
  return { code, happened, kept: happened.includes(kept) ? '' : kept, todo: SAYS_WHAT_TO_DO.has(code) ? '' : todo }
}

/** What is about the inside of the program is not shown; other words, such as those of the browser, are where they are of the window's language. */
function unforeseen(code: unknown, said: string, kept: string): UserFailure {
  const told = { code: 'UNKNOWN', kept, todo: t('window.failure.tryAgain') } as const
  if (code === 'BAD_REQUEST') return { ...told, happened: t('window.failure.wrongForm') }
  if (code === 'INTERNAL_SERVER_ERROR' || said === '') return { ...told, happened: t('window.failure.unforeseen') }
  return { ...told, happened: locale().startsWith('en') ? said : t('window.failure.unforeseen') }
}
