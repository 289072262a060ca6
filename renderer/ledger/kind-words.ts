import type { LedgerEntry } from '../../contract/matter.ts'
import type { Shape } from '../parts/glyph.tsx'
import type { Tone } from '../parts/state-mark.tsx'
import type { EntryData } from './entry-data.ts'
import type { LedgerNames } from './ledger-names.ts'

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
