import { implement } from '@orpc/server'
import { contract } from '../../../contract/index.ts'
import type { LedgerEntry } from '../../../contract/ledger.ts'
import { complaintAbout, EMPTY_LEDGER, ledgerLines } from '../../../store/ledger.ts'

const { ledger } = implement(contract)

/** The same record for every matter and for the program. */
export function ledgerPart(state: { readonly ledger: readonly LedgerEntry[] }) {
  return {
    list: ledger.list.handler(({ input }) => state.ledger.slice(input.after)),
    verify: ledger.verify.handler(() => {
      const entries = state.ledger.length
      for (const [index, entry] of state.ledger.entries()) {
        const why = complaintAbout(entry, state.ledger[index - 1] ?? EMPTY_LEDGER)
        if (why) return { entries, valid: false, firstBad: index + 1, why }
      }
      return { entries, valid: true, firstBad: null, why: null }
    }),
    export: ledger.export.handler(() => ({ file: new File([ledgerLines(state.ledger)], 'ledger.jsonl') })),
  }
}
