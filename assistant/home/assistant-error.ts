import { type ErrorCode, Failure } from '../../wording/failure.ts'
import { verbatim } from '../../wording/message.ts'

/** A failure that the user interface may branch on; `message` is for the user: what happened, what was kept, what to do. */
export class AssistantError extends Failure {
  override name = 'AssistantError'
  constructor(code: ErrorCode, words: string, options?: ErrorOptions) {
    super(code, verbatim(words), options)
  }
}
