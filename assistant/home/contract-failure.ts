import { type ErrorCode, errors } from '../../contract/errors.ts'
import { ProcessLostError } from '../../processes/supervise.ts'
import { refusedBySystem } from './refused-by-system.ts'

export type ContractFailure = { readonly code: ErrorCode; readonly message: string }

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
