import { useState } from 'react'
import { ConnectionLostError } from '../connection/browser-socket.ts'
import { type UserFailure, userFailure } from './user-failure.ts'

export type Action = {
  readonly isBusy: boolean
  readonly failure: UserFailure | null
  /**
   * Does it; true when it went well. A second call while the first runs does nothing. `kept` says what a failure left as it was;
   * with `afterLoss`, what to do then, also a lost line did.
   */
  run(work: () => Promise<unknown>, kept?: string, afterLoss?: string): Promise<boolean>
  forget(): void
}

/** Something that a button does: whether it is under way, and its failure to be shown in place. */
export function useAction(): Action {
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<UserFailure | null>(null)
  return {
    isBusy,
    failure,
    forget: () => setFailure(null),
    async run(work, kept, afterLoss) {
      if (isBusy) return false
      setBusy(true)
      setFailure(null)
      try {
        await work()
        return true
      } catch (caught) {
        // A lost line leaves open whether it was done, whatever a refusal would have kept, unless that can be gone on with.
        const isOpen = caught instanceof ConnectionLostError && afterLoss === undefined
        setFailure(userFailure(caught, isOpen ? undefined : kept, afterLoss))
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}
