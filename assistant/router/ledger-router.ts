import type { LedgerEntry } from '../../contract/matter.ts'
import type { Assistant } from '../assistant.ts'
import { api, signalOr } from './contract-base.ts'

export const ledgerRouter = {
  list: api.ledger.list.handler(async ({ input, context: { assistant } }) => {
    return (await ledgerOf(assistant, input?.matter ?? null)).list() as LedgerEntry[]
  }),
  verify: api.ledger.verify.handler(async ({ input, context: { assistant }, signal }) => {
    return (await ledgerOf(assistant, input?.matter ?? null)).verify(signalOr(signal))
  }),
}

/** Needs no index, so the matter itself is not opened. */
async function ledgerOf({ session, matters }: Assistant, matter: string | null) {
  const store = session.store()
  if (matter === null) return store.app.ledger
  return (await store.matter(matters.row(matter).id)).ledger
}
