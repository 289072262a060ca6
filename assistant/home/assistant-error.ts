import type { ErrorCode } from '../../contract/errors.ts'

/** A failure that the user interface may branch on; `message` is for the user: what happened, what was kept, what to do. */
export class AssistantError extends Error {
  override name = 'AssistantError'
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
