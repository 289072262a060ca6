import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import type { AssistantClient } from '../../contract/index.ts'
import { ConnectionLostError } from '../connection/connection-lost-error.ts'
import { type HubEvent, useAppEvents, useClient, useConnectionState } from './assistant-context.ts'
import { type UserFailure, userFailure } from './user-failure.ts'

export type Loaded<T> = {
  /** Null until it has been read once; kept while it is read again. */
  readonly value: T | null
  readonly failure: UserFailure | null
  reload(): void
}

type Load<T> = (client: AssistantClient, signal: AbortSignal) => Promise<T>

/**
 * Reads something from the assistant, and again when one of `changes` arrives or the line comes back. `key` names what is
 * read: another key forgets the old value; null reads nothing.
 */
export function useLoaded<T>(
  key: string | null,
  load: Load<T>,
  changes: (event: HubEvent) => boolean = () => false,
): Loaded<T> {
  const client = useClient()
  const { state } = useConnectionState()
  const isDown = state === 'lost' || state === 'failed'
  const [held, setHeld] = useState<{ key: string | null; value: T | null; failure: UserFailure | null }>(NOTHING)
  const [round, setRound] = useState(0)
  const reload = useCallback(() => setRound((last) => last + 1), [])
  useAppEvents((event) => (event.type === 'all-changed' || changes(event)) && reload())

  const read = useEffectEvent(load)
  useEffect(() => {
    if (key === null || isDown) return
    const abort = new AbortController()
    read(client, abort.signal).then(
      (value) => abort.signal.aborted || setHeld({ key, value, failure: null }),
      (failure: unknown) => {
        // A broken line mends itself, and then this runs again.
        if (abort.signal.aborted || failure instanceof ConnectionLostError) return
        setHeld((last) => ({ key, value: last.key === key ? last.value : null, failure: userFailure(failure) }))
      },
    )
    return () => abort.abort()
    // Read again for another key, when asked to, and whenever the line comes back.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [client, key, round, isDown])

  return held.key === key ? { ...held, reload } : { ...NOTHING, reload }
}

const NOTHING = { key: null, value: null, failure: null }
