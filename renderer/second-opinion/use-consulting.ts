import { useSyncExternalStore } from 'react'
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
