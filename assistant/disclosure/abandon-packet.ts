import { AssistantError } from '../home/assistant-error.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { mayHaveArrived, refuseFinal, updatePacket } from './packet-record.ts'

/** Gives a packet up for good, and records that it was. Throws `WRONG_USE` for one that was or may have been sent, `NOT_FOUND`. */
export function abandonPacket({ store }: OpenMatter, packetId: string): void {
  updatePacket(store, packetId, (record) => {
    refuseFinal(record)
    if (mayHaveArrived(record))
      throw new AssistantError('WRONG_USE', 'This packet may have arrived, so it stays as it is recorded.')
    const { seq } = store.ledger.append('packet-abandoned', { packetId, packetHash: record.hash })
    return { ...record, state: 'abandoned', consent: null, ledgerEntries: [...record.ledgerEntries, seq] }
  })
}
