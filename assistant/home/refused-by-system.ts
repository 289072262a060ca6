import type { ErrorCode } from '../../contract/errors.ts'

const CODES: Readonly<Record<string, ErrorCode>> = { ENOENT: 'NOT_FOUND', ENOSPC: 'NO_SPACE', EDQUOT: 'NO_SPACE' }

export type Refusal = { readonly code: ErrorCode; readonly message: string }

/** A file, folder or port that the operating system does not give, in words and with what to do; null for other failures. */
export function refusedBySystem(error: unknown): Refusal | null {
  const { code, message, syscall } = error as { code?: unknown; message?: string; syscall?: unknown }
  if (typeof syscall !== 'string') return null
  return {
    code: CODES[String(code)] ?? 'WRONG_USE',
    message: `The system refused it: ${message}. Check the path, its rights and the free space.`,
  }
}
