import { errors } from '../../contract/errors.ts'

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
