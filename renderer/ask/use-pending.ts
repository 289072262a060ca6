import { useSyncExternalStore } from 'react'
import { useShell } from '../state/shell-context.ts'
import { NOTHING_PENDING, type Pending } from './pending.ts'

/** What is being written in a matter, what ended a moment ago, and what waits; nothing where there is no matter. */
export function usePending(matter: string | null): Pending {
  const { asking } = useShell()
  return useSyncExternalStore(asking.onChange, () => (matter === null ? NOTHING_PENDING : asking.pending(matter)))
}
