import type { Answer } from '../../../contract/answers/answer.ts'
import type { Differential } from '../../../contract/opinions/differential.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import type { LedgerEntry } from '../../../store/ledger.ts'
import type { PacketRecord } from '../../disclosure/packet-record.ts'
import type { DecisionOnPaper } from './read-decisions.ts'

/** All of one consultation that a document of it is made from. */
export type Conference = {
  readonly matter: string
  readonly consultation: Consultation
  readonly local: Answer | null
  readonly differential: Differential
  readonly decisions: readonly DecisionOnPaper[]
  /** Newest first. */
  readonly packets: readonly PacketRecord[]
  /** Of the ledger, those about it. */
  readonly entries: readonly LedgerEntry[]
}
