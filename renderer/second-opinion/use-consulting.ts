import { useEffect, useSyncExternalStore } from 'react'
import { useNavigation } from '../state/navigation-context.ts'
import { useShell } from '../state/shell-context.ts'
import type { Preparing, Sending } from './create-consulting.ts'

/** The packet that is being made for a matter. */
export function usePreparing(matter: string): Preparing | null {
  const { consulting } = useShell()
  const all = useSyncExternalStore(consulting.onChange, () => consulting.preparing)
  return all.find((one) => one.matter === matter) ?? null
}

/** The packet as it is on its way, or as it went, while the window is open. */
export function useSending(packetId: string | null): Sending | null {
  const { consulting } = useShell()
  const all = useSyncExternalStore(consulting.onChange, () => consulting.sending)
  return all.find((one) => one.packetId === packetId) ?? null
}

/** A packet that is ready is reviewed at once. */
export function useGoToPrepared(matter: string): void {
  const { consulting } = useShell()
  const { go } = useNavigation()
  const ready = usePreparing(matter)?.packetId ?? null
  useEffect(() => {
    if (ready === null) return
    consulting.forgetPreparing(matter)
    go({ name: 'opinion', packet: ready, consultation: null })
  }, [ready, matter, consulting, go])
}
