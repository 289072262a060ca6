import { Failure } from '../../wording/failure.ts'
import type { Message } from '../../wording/message.ts'

/** Called before every attempt to connect; throws `OFFLINE` while the privacy switch is on. */
export type AllowNetwork = () => void

/** A connection that failed in a way that another attempt may mend; never leaves `acquire/`. */
export class BrokenConnectionError extends Failure {
  override name = 'BrokenConnectionError'
  constructor(said: Message, options?: ErrorOptions) {
    super('FETCH_FAILED', said, options)
  }
}
