import { type ErrorCode, errors } from '../../contract/errors.ts'
import { ProcessLostError } from '../../processes/supervise.ts'

type ContractFailure = { readonly code: ErrorCode; readonly message: string }

/** A failure as the contract tells it, whatever folder threw it; null for what was not foreseen. */
export function contractFailure(error: unknown): ContractFailure | null {
  if (error instanceof ProcessLostError)
    return { code: 'PROCESS_LOST', message: `${error.message} Nothing that was stored is lost; try again.` }
  const refusal = refusedBySystem(error)
  if (refusal) return refusal
  const { code, message } = error as { code?: unknown; message?: string }
  return isErrorCode(code) ? { code, message: message ?? '' } : null
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errors, code)
}

/**
 * Whether a failed call is a fault of ours, to be written down in full: not what the contract knows, nor that whoever asked
 * went away meanwhile (`left`: the signal of the call).
 */
export function isFault(error: unknown, left: AbortSignal | undefined): boolean {
  if (left?.aborted && (error === left.reason || (error as { name?: unknown } | null)?.name === 'AbortError'))
    return false
  const { code } = (error ?? {}) as { code?: unknown }
  return !(typeof code === 'string' && (Object.hasOwn(errors, code) || code === 'BAD_REQUEST'))
}

const CODES: Readonly<Record<string, ErrorCode>> = { ENOENT: 'NOT_FOUND', ENOSPC: 'NO_SPACE', EDQUOT: 'NO_SPACE' }

type Refusal = { readonly code: ErrorCode; readonly message: string }

/** A file, folder or port that the operating system does not give, in words and with what to do; null for other failures. */
export function refusedBySystem(error: unknown): Refusal | null {
  const { code, message, syscall } = error as { code?: unknown; message?: string; syscall?: unknown }
  if (typeof syscall !== 'string') return null
  return {
    code: CODES[String(code)] ?? 'WRONG_USE',
    message: `The system refused it: ${message}. Check the path, its rights and the free space.`,
  }
}
