import type { OpenMatter } from '../open-matters.ts'
import { refuseFinal, updatePacket } from './packet-record.ts'

/** Gives a packet up for good, and records that it was. Throws `WRONG_USE` for one that was sent, `NOT_FOUND`. */
export function abandonPacket({ store }: OpenMatter, packetId: string): void {
  updatePacket(store, packetId, (record) => {
    refuseFinal(record)
    const { seq } = store.ledger.append('packet-abandoned', { packetId, packetHash: record.hash })
    return { ...record, state: 'abandoned', consent: null, ledgerEntries: [...record.ledgerEntries, seq] }
  })
}
