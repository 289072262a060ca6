import { useEffect, useRef, useState } from 'react'
import type { Packet, PacketChange } from '../../../contract/opinions/packet.ts'
import { t } from '../../../wording/translate.ts'
import { useClient } from '../../state/assistant-context.ts'
import { useNavigation } from '../../state/navigation-context.ts'
import { useMatter } from '../../state/shell-context.ts'
import { useAction } from '../../state/use-action.ts'

/** The local model reads the packet again: so many pieces of all. */
type Looking = { readonly items: number; readonly done: number; readonly stop: () => void }

/** A packet under review. Every change goes to the engine, which builds it anew: what is shown is what would leave. */
export function usePacketWork(read: Packet) {
  const client = useClient()
  const { id: matter } = useMatter()
  const action = useAction()
  const { replace } = useNavigation()
  // The packet that a change gave back counts until another one is read.
  const [held, setHeld] = useState({ read, packet: read })
  const packet = held.read === read ? held.packet : read
  const [looking, setLooking] = useState<Looking | null>(null)
  const reading = useRef<AbortController | null>(null)
  // Whoever leaves the packet can neither see nor stop the reading.
  useEffect(() => () => reading.current?.abort(), [])
  const take = (changed: Packet) => {
    // Of one that may have arrived another one was made.
    if (changed.packetId === packet.packetId) setHeld({ read, packet: changed })
    else replace({ packet: changed.packetId })
  }
  const look = async () => {
    const stop = new AbortController()
    reading.current = stop
    const shown = { items: 0, done: 0, stop: () => stop.abort() }
    setLooking(shown)
    try {
      const { packetId } = packet
      for await (const event of await client.packet.lookAgain({ matter, packetId }, { signal: stop.signal })) {
        if (event.type === 'packet') take(event.packet)
        else if (event.type === 'looking-begin') setLooking({ ...shown, items: event.items })
        else setLooking((now) => now && { ...now, done: event.index + 1 })
      }
    } catch (caught) {
      if (!stop.signal.aborted) throw caught
    } finally {
      setLooking(null)
    }
  }
  return {
    packet,
    looking,
    lookAgain: () => action.run(look, t('outgoing.unchanged')),
    isBusy: action.isBusy,
    failure: action.failure,
    change: (change: PacketChange) =>
      action.run(async () => {
        const { packetId } = packet
        take(await client.packet.change({ matter, packetId, change }))
      }, t('outgoing.unchanged')),
    abandon: () => action.run(() => client.packet.abandon({ matter, packetId: packet.packetId }), t('outgoing.kept')),
  }
}

export type PacketWork = ReturnType<typeof usePacketWork>
