import { type ErrorCode, errors } from '../../contract/errors.ts'
import { locale, t } from '../../wording/translate.ts'
import { ConnectionLostError } from '../connection/connection-lost-error.ts'

/** A failure as the user reads it, always in this order: what happened, what was kept, what to do. */
export type UserFailure = {
  readonly code: ErrorCode | 'CONNECTION_LOST' | 'UNKNOWN'
  readonly happened: string
  readonly kept: string
  readonly todo: string
  /** What the engine said of it, in English, where `happened` is in another language. */
  readonly detail?: string
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
  const { code, message } = (failure ?? {}) as { code?: unknown; message?: unknown }
  const said = typeof message === 'string' ? message : ''
  return isErrorCode(code) ? knownFailure(code, said, kept) : unforeseen(code, said, kept)
}

function lostLine({ message: reason }: ConnectionLostError, known?: string, afterLoss?: string): UserFailure {
  const next = afterLoss ?? (known ? t('window.failure.thenTryAgain') : t('window.failure.thenLook'))
  return {
    code: 'CONNECTION_LOST',
    happened: t('window.failure.engineStopped', { reason }),
    kept: known ?? t('window.failure.notKnown'),
    todo: `${t('window.failure.restarting')} ${next}`,
  }
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errors, code)
}

/** The engine speaks English: there its own sentence is the best, elsewhere it stands below that of the window. */
function knownFailure(code: ErrorCode, said: string, kept: string): UserFailure {
  const todo = t(`window.errors.${code}.todo`)
  const shown = SPEAKS_OF_COMMANDS.has(code) ? '' : said
  if (shown && isEnglish()) return { code, happened: shown, kept, todo: SAYS_WHAT_TO_DO.has(code) ? '' : todo }
  const happened = t(`window.errors.${code}.happened`)
  return { code, happened, kept, todo, ...(shown ? { detail: shown } : {}) }
}

/** What is about the inside of the program is not shown; other words, such as those of the browser, are. */
function unforeseen(code: unknown, said: string, kept: string): UserFailure {
  const told = { code: 'UNKNOWN', kept, todo: t('window.failure.tryAgain') } as const
  if (code === 'BAD_REQUEST') return { ...told, happened: t('window.failure.wrongForm') }
  if (code === 'INTERNAL_SERVER_ERROR' || said === '') return { ...told, happened: t('window.failure.unforeseen') }
  return isEnglish() ? { ...told, happened: said } : { ...told, happened: t('window.failure.unforeseen'), detail: said }
}

const isEnglish = () => locale().startsWith('en')
