import type { Consultation } from '../../contract/opinions/opinion.ts'
import type { Packet, PacketRow } from '../../contract/opinions/packet.ts'
import type { Provider } from '../../contract/opinions/provider.ts'
import type { HubEvent } from '../state/assistant-context.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'

export function useProviders(): Loaded<readonly Provider[]> {
  return useLoaded(
    'providers',
    (client, signal) => client.provider.list(undefined, { signal }),
    ({ type }) => type === 'providers-changed',
  )
}

export function usePacket(matter: string, packetId: string | null): Loaded<Packet> {
  return useLoaded(
    packetId === null ? null : `${matter} ${packetId}`,
    (client, signal) => client.packet.get({ matter, packetId: packetId ?? '' }, { signal }),
    (event) => touchesOpinions(event, matter),
  )
}

export function usePackets(matter: string | null): Loaded<readonly PacketRow[]> {
  return useLoaded(
    matter,
    (client, signal) => client.packet.list({ matter: matter ?? '' }, { signal }),
    (event) => touchesOpinions(event, matter),
  )
}

/** Newest first. */
export function useConsultations(matter: string): Loaded<readonly Consultation[]> {
  return useLoaded(
    matter,
    (client, signal) => client.opinion.list({ matter }, { signal }),
    (event) => touchesOpinions(event, matter),
  )
}

/** Whether anything of a matter may be sent at all. */
export function useSendingAllowed(matter: string): Loaded<{ readonly allowed: boolean }> {
  return useLoaded(
    matter,
    (client, signal) => client.packet.sending({ matter }, { signal }),
    (event) => touchesOpinions(event, matter),
  )
}

export function touchesOpinions(event: HubEvent, matter: string | null): boolean {
  return (event.type === 'packets-changed' || event.type === 'opinions-changed') && event.matter === matter
}
