import type { LedgerEntry } from '../../contract/matter.ts'
import { textIn } from './entry-data.ts'

/** How often something left a matter: by its own ledger and by the program's, which must agree. */
export type SendingCounts = {
  readonly here: number
  readonly program: number
  /** Whether the matter came from an exported file: what was sent before left from where it was, and is not counted. */
  readonly isImported: boolean
}

/** `program`: entries of the program's ledger, of any matter. */
export function countSendings(
  entries: readonly LedgerEntry[],
  program: readonly LedgerEntry[],
  matter: string,
): SendingCounts {
  const ofMatter = program.filter(({ data }) => textIn(data, 'matter') === matter)
  const here = sinceLast('imported', entries)
  return {
    here: here.filter(({ kind }) => kind === 'sending-intended').length,
    program: sinceLast('matter-imported', ofMatter).filter(({ kind }) => kind === 'sending').length,
    isImported: here.length < entries.length,
  }
}

function sinceLast(kind: string, entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return entries.slice(entries.findLastIndex((entry) => entry.kind === kind) + 1)
}
