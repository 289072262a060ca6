import { type ErrorCode, Failure, isErrorCode } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** A failure as the contract tells it, whatever folder threw it; null for what was not foreseen. */
export function contractFailure(error: unknown): Failure | null {
  if (error instanceof Failure) return error
  return refusedBySystem(error)
}

/**
 * Whether a failed call is a fault of ours, to be written down in full: not what the contract knows, nor that whoever asked
 * went away meanwhile (`left`: the signal of the call).
 */
export function isFault(error: unknown, left: AbortSignal | undefined): boolean {
  if (left?.aborted && (error === left.reason || (error as { name?: unknown } | null)?.name === 'AbortError'))
    return false
  const { code } = (error ?? {}) as { code?: unknown }
  return !(isErrorCode(code) || code === 'BAD_REQUEST')
}

const CODES: Readonly<Record<string, ErrorCode>> = { ENOENT: 'NOT_FOUND', ENOSPC: 'NO_SPACE', EDQUOT: 'NO_SPACE' }

/** A file, folder or port that the operating system does not give, with what it says; null for other failures. */
export function refusedBySystem(error: unknown): Failure | null {
  const { code, message: reason, syscall } = error as { code?: unknown; message?: string; syscall?: unknown }
  if (typeof syscall !== 'string') return null
  const said = message('failures.system.refused', { reason: reason ?? syscall })
  return new Failure(CODES[String(code)] ?? 'WRONG_USE', said, { cause: error })
}
