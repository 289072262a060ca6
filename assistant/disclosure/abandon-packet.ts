import type { OpenMatter } from '../open-matters.ts'
import { refuseFinal } from './change-packet.ts'
import { type PacketRecord, packetRecord } from './packet-record.ts'

/** Gives a packet up for good, and records that it was. Throws `WRONG_USE` for one that was sent, `NOT_FOUND`. */
export function abandonPacket({ store }: OpenMatter, packetId: string): void {
  const record = packetRecord(store, packetId)
  refuseFinal(record)
  const { seq } = store.ledger.append('packet-abandoned', { packetId, packetHash: record.hash })
  const ledgerEntries = [...record.ledgerEntries, seq]
  const abandoned: PacketRecord = { ...record, state: 'abandoned', consent: null, ledgerEntries }
  store.packets.save(abandoned)
}
