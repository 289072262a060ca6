import type { Lexicon } from '../../checks/quotes/harmless-slip.ts'
import type { ConsentedPacket } from '../../disclosure/packet/consented-packet.ts'
import type { CloudModel, CloudReply } from '../../models/cloud/cloud-model.ts'
import type { PacketRecord } from '../disclosure/packet-record.ts'
import type { SendingRecord } from '../disclosure/record-sending.ts'
import type { OpenMatter } from '../open-matters.ts'

export type SendOpinionOptions = {
  readonly matter: OpenMatter
  readonly packet: PacketRecord
  readonly consented: ConsentedPacket
  readonly model: CloudModel
  /** The intention is in the ledger already. */
  readonly record: SendingRecord
  readonly lexicon: Lexicon
  readonly now: () => Date
}

/** What of a sending is known so far. */
export type SendingProgress = {
  readonly opinionId: string
  readonly sentAt: string
  text: string
  attempts: number
  /** An attempt was followed by another one, which only happens where the bytes may be there. */
  mayHaveArrived: boolean
  reply: CloudReply | null
}
