import { Failure } from '../../wording/failure.ts'
import type { Message } from '../../wording/message.ts'

export type CloudFailureKind =
  | 'unreachable'
  | 'key'
  | 'busy'
  | 'server'
  | 'rejected'
  | 'redirect'
  | 'lost'
  | 'timeout'
  | 'cut'
  | 'too-large'
  | 'reply'
  | 'changed'
  | 'stopped'

export type CloudFailureFacts = {
  readonly kind: CloudFailureKind
  /** Whether the server may have what was sent. */
  readonly mayHaveArrived: boolean
  readonly status?: number | undefined
  /** How long the server asks to wait. */
  readonly retryAfterSeconds?: number | undefined
}

/** A packet that was not answered, or not wholly. It says what happened; what was kept is for the caller to say. */
export class CloudFailure extends Failure {
  override name = 'CloudFailure'
  readonly kind: CloudFailureKind
  readonly mayHaveArrived: boolean
  readonly status: number | null
  readonly retryAfterSeconds: number | null

  constructor(said: Message, facts: CloudFailureFacts, options?: ErrorOptions) {
    super('FETCH_FAILED', said, options)
    this.kind = facts.kind
    this.mayHaveArrived = facts.mayHaveArrived
    this.status = facts.status ?? null
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null
  }
}

/** The failure that the client library wrapped, if it is one of ours. */
export function failureIn(error: unknown): CloudFailure | null {
  for (let one: unknown = error; one instanceof Error; one = one.cause) if (one instanceof CloudFailure) return one
  return null
}
