import type { LedgerEntry } from '../../contract/matter.ts'
import { sentenceCase } from '../wording/sentence-case.ts'
import type { EntryWords, KindWords } from './kind-words.ts'
import type { LedgerNames } from './ledger-names.ts'
import { MATTER_KINDS } from './matter-kinds.ts'
import { PROGRAM_KINDS } from './program-kinds.ts'
import { SENDING_KINDS } from './sending-kinds.ts'

const KINDS: Readonly<Record<string, KindWords>> = { ...MATTER_KINDS, ...PROGRAM_KINDS, ...SENDING_KINDS }

/** An entry as a person reads it. The ledger holds ids and hashes; what they name is said where it is still there. */
export function entryWords(entry: LedgerEntry, names: LedgerNames): EntryWords {
  const say = Object.hasOwn(KINDS, entry.kind) ? KINDS[entry.kind] : undefined
  return say?.(entry.data, names, entry) ?? asItIs(entry)
}

/** Kinds that this version does not know are shown as they stand. */
function asItIs({ kind, data }: LedgerEntry): EntryWords {
  const detail = Object.keys(data).length === 0 ? '' : JSON.stringify(data)
  return { title: sentenceCase(kind.replaceAll('-', ' ')), detail }
}
