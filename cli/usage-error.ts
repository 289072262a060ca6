import type { ErrorCode } from '../contract/errors.ts'

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
