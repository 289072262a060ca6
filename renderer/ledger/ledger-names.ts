import type { Fact } from '../../contract/fact.ts'
import type { PacketRow } from '../../contract/packet.ts'
import type { EntryData } from './entry-data.ts'

/** What the ids of a ledger stand for, as far as it is still there. */
export type LedgerNames = {
  readonly questions: ReadonlyMap<string, string>
  readonly documents: ReadonlyMap<string, string>
  readonly facts: ReadonlyMap<string, Fact>
  readonly matters: ReadonlyMap<string, string>
  /** Packets of the matter, by their id. */
  readonly packets: ReadonlyMap<string, PacketRow>
  /** What was about to be sent, by the number of its entry. */
  readonly intents: ReadonlyMap<number, EntryData>
  /** The entries of intents that were completed, well or not. */
  readonly ended: ReadonlySet<number>
  /** Whose window this is: said as "you". */
  readonly userName: string
}
