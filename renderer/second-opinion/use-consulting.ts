import { useEffect, useSyncExternalStore } from 'react'
import { useNavigation } from '../state/navigation-context.ts'
import { useShell } from '../state/shell-context.ts'
import type { Preparing, Sending } from './create-consulting.ts'
import type { Consultation } from '../../contract/opinions/opinion.ts'
import type { Packet, PacketRow } from '../../contract/opinions/packet.ts'
import type { Provider } from '../../contract/opinions/provider.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'

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

/** The box of a new question of a matter (`useDraft`). */
export function questionBox(matter: string): string {
  return `opinion ${matter}`
}

/** A packet that is ready is reviewed at once; until then its question stays in its box, since preparing can be stopped or fail. */
export function useGoToPrepared(matter: string): void {
  const { consulting, drafts } = useShell()
  const { go } = useNavigation()
  const preparing = usePreparing(matter)
  useEffect(() => {
    if (!preparing || preparing.packetId === null) return
    const box = questionBox(matter)
    if (drafts.get(box)?.trim() === preparing.input.question) drafts.delete(box)
    consulting.forgetPreparing(matter)
    go({ name: 'opinion', packet: preparing.packetId, consultation: null })
  }, [preparing, matter, consulting, drafts, go])
}

export function useProviders(): Loaded<readonly Provider[]> {
  return useLoaded((of) => of.provider.list, undefined)
}

export function usePacket(matter: string, packetId: string | null): Loaded<Packet> {
  return useLoaded((of) => of.packet.get, packetId === null ? null : { matter, packetId })
}

export function usePackets(matter: string | null): Loaded<readonly PacketRow[]> {
  return useLoaded((of) => of.packet.list, matter === null ? null : { matter })
}

/** Newest first. */
export function useConsultations(matter: string): Loaded<readonly Consultation[]> {
  return useLoaded((of) => of.opinion.list, { matter })
}

/** Whether anything of a matter may be sent at all. */
export function useSendingAllowed(matter: string): Loaded<{ readonly allowed: boolean }> {
  return useLoaded((of) => of.packet.sending, { matter })
}
