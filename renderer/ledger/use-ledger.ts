import { useEffect, useEffectEvent, useState } from 'react'
import type { LedgerEntry } from '../../contract/matter.ts'
import { useAppEvents, useClient, useConnectionState } from '../state/assistant-context.ts'
import { type UserFailure, userFailure } from '../state/user-failure.ts'
import { writesEntry } from './writes-entry.ts'

export type LedgerRead = {
  /** Oldest first; null until it was read. */
  readonly entries: readonly LedgerEntry[] | null
  readonly failure: UserFailure | null
}

/** The ledger of a matter, or of the program (null). It only grows, so that what comes later is read alone. */
export function useLedger(matter: string | null): LedgerRead {
  const client = useClient()
  const { state } = useConnectionState()
  const isDown = state === 'lost' || state === 'failed'
  const [entries, setEntries] = useState<readonly LedgerEntry[] | null>(null)
  const [failure, setFailure] = useState<UserFailure | null>(null)
  const [round, setRound] = useState(0)
  useAppEvents((event) => writesEntry(event, matter) && setRound((last) => last + 1))
  const readLater = useEffectEvent((signal: AbortSignal) =>
    client.ledger.list({ matter, after: entries?.at(-1)?.seq ?? 0 }, { signal }),
  )
  useEffect(() => {
    if (isDown) return
    const abort = new AbortController()
    readLater(abort.signal).then(
      (later) => {
        if (abort.signal.aborted) return
        setEntries((known) => (known && later.length === 0 ? known : [...(known ?? []), ...later]))
        setFailure(null)
      },
      (caught: unknown) => abort.signal.aborted || setFailure(userFailure(caught)),
    )
    return () => abort.abort()
    // Read on when something was written, and whenever the line comes back.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [round, isDown])
  return { entries, failure }
}
