import type { Consultation } from '../../contract/opinions/opinion.ts'
import type { Packet, PacketRow } from '../../contract/opinions/packet.ts'
import type { Provider } from '../../contract/opinions/provider.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'

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
