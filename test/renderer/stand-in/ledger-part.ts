import { implement } from '@orpc/server'
import { contract } from '../../../contract/index.ts'
import type { LedgerEntry } from '../../../contract/matter.ts'

const os = implement(contract)

/** A record of five entries. */
export function ledgerPart() {
  const { ledger } = os
  const kinds = ['home-created', 'document-added', 'document-added', 'question-asked', 'question-asked']
  return {
    list: ledger.list.handler(() => kinds.map(ledgerEntry)),
    verify: ledger.verify.handler(() => ({ entries: kinds.length, valid: true, firstBad: null, why: null })),
  }
}

function ledgerEntry(kind: string, index: number): LedgerEntry {
  return {
    seq: index + 1,
    time: `2026-06-03T09:5${index}:00.000Z`,
    kind,
    data: {},
    previous: `${index}a7c`.repeat(16),
    hash: `${index + 1}a7c`.repeat(16),
  }
}
