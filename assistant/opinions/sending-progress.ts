import type { ConsentedPacket } from '../../disclosure/packet/consented-packet.ts'
import type { NamedIn } from '../../library/matter-library.ts'
import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import type { CloudModel, CloudReply } from '../../models/cloud/cloud-model.ts'
import type { PacketRecord } from '../disclosure/packet-record.ts'
import type { SendingRecord } from '../disclosure/record-sending.ts'
import type { EvidenceSource } from '../questions/evidence-source.ts'
import type { OpenMatter } from '../home/open-matters.ts'

export type SendOpinionOptions = {
  readonly matter: OpenMatter
  readonly packet: PacketRecord
  readonly consented: ConsentedPacket
  readonly model: CloudModel
  /** The intention is in the ledger already. */
  readonly record: SendingRecord
  readonly lists: WordLists
  /** The documents that its question names. */
  readonly named: readonly NamedIn[]
  /** Where the authorities of the reply are looked up. */
  readonly search: () => Promise<readonly EvidenceSource[]>
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
