import type { Fact } from '../../contract/knowledge/fact.ts'
import type { LedgerEntry } from '../../contract/matter.ts'
import type { PacketRow } from '../../contract/opinions/packet.ts'
import type { Shape } from '../parts/glyph.tsx'
import type { Tone } from '../parts/marks.tsx'
import type { EntryData } from './entry-data.ts'

/** What an entry is about, as the filters of the ledger know it. */
export type LedgerSubject = 'left' | 'questions' | 'documents' | 'people'

/** An entry in plain words: `title` says what happened, `rest` to what, `detail` the particulars below it. */
export type EntryWords = {
  readonly title: string
  readonly rest?: string
  readonly detail?: string
  readonly shape?: Shape
  readonly tone?: Tone
  readonly about?: readonly LedgerSubject[]
}

/** How the entries of one kind are said. */
export type KindWords = (data: EntryData, names: LedgerNames, entry: LedgerEntry) => EntryWords

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
