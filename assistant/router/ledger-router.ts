import type { LedgerEntry } from '../../contract/matter.ts'
import { ledgerLines } from '../../store/ledger.ts'
import type { Assistant } from '../assistant.ts'
import { api, signalOr } from './contract-base.ts'

export const ledgerRouter = {
  list: api.ledger.list.handler(async ({ input, context: { assistant } }) => {
    return (await ledgerOf(assistant, input.matter)).list(input.after) as LedgerEntry[]
  }),
  verify: api.ledger.verify.handler(async ({ input, context: { assistant }, signal }) => {
    return (await ledgerOf(assistant, input.matter)).verify(signalOr(signal))
  }),
  export: api.ledger.export.handler(async ({ input, context: { assistant } }) => {
    const entries = (await ledgerOf(assistant, input.matter)).list()
    return { file: new File([ledgerLines(entries)], 'ledger.jsonl') }
  }),
}

/** Needs no index, so the matter itself is not opened. */
async function ledgerOf({ session, matters }: Assistant, matter: string | null) {
  const store = session.store()
  if (matter === null) return store.app.ledger
  return (await store.matter(matters.row(matter).id)).ledger
}
