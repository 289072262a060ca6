import type { ErrorCode } from '../contract/errors.ts'

/** A command used wrongly, in words that say how it is used (exit code 2). */
export function wrongUse(message: string): Error & { code: ErrorCode } {
  return Object.assign(new Error(message), { code: 'WRONG_USE' as const })
}
