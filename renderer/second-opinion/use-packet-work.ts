import { useState } from 'react'
import type { Packet, PacketChange } from '../../contract/packet.ts'
import { useClient } from '../state/assistant-context.ts'
import { useNavigation } from '../state/navigation-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'

/** A packet under review. Every change goes to the engine, which builds it anew: what is shown is what would leave. */
export function usePacketWork(read: Packet) {
  const client = useClient()
  const { id: matter } = useMatter()
  const action = useAction()
  const { replace } = useNavigation()
  // The packet that a change gave back counts until another one is read.
  const [held, setHeld] = useState({ read, packet: read })
  const packet = held.read === read ? held.packet : read
  return {
    packet,
    isBusy: action.isBusy,
    failure: action.failure,
    change: (change: PacketChange) =>
      action.run(async () => {
        const { packetId } = packet
        const changed = await client.packet.change({ matter, packetId, change })
        // Of one that may have arrived another one was made.
        if (changed.packetId === packetId) setHeld({ read, packet: changed })
        else replace({ packet: changed.packetId })
      }, 'The packet is as it was.'),
    abandon: () =>
      action.run(() => client.packet.abandon({ matter, packetId: packet.packetId }), 'The packet is kept.'),
  }
}

export type PacketWork = ReturnType<typeof usePacketWork>
