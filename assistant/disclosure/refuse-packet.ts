import type { ErrorCode } from '../../contract/errors.ts'
import type { PacketState } from '../../contract/opinions/packet.ts'
import { AssistantError } from '../home/assistant-error.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { findPacketRecord, isFinal, mayHaveArrived, type PacketRecord, updatePacket } from './packet-record.ts'

export type Refusal = {
  readonly code: Extract<ErrorCode, 'OFFLINE' | 'NO_CONSENT'>
  /** For the ledger. */
  readonly reason:
    | 'network-off'
    | 'forbidden'
    | 'unknown-packet'
    | 'state'
    | 'provider'
    | 'hash'
    | 'flags'
    | 'changed'
    | 'terms'
  /** For the user. */
  readonly message: string
  /** What becomes of the packet; null: it stays as it is. */
  readonly state: PacketState | null
}

/** Records that something was not sent, and gives the error to throw. Nothing that the caller made up gets into the ledger. */
export function refusePacket({ store }: OpenMatter, record: PacketRecord | null, refusal: Refusal): AssistantError {
  const { code, reason, message, state } = refusal
  const known = record ? { packetId: record.packetId, packetHash: record.hash } : {}
  const { seq } = store.ledger.append('packet-refused', { reason, ...known })
  if (record && findPacketRecord(store, record.packetId))
    updatePacket(store, record.packetId, (now) => ({
      ...now,
      // What is on its way, or may have arrived once, stays as it is.
      ...(isFinal(now) || mayHaveArrived(now) ? {} : { state: state ?? now.state, why: message, consent: null }),
      ledgerEntries: [...now.ledgerEntries, seq],
    }))
  return new AssistantError(code, message)
}
