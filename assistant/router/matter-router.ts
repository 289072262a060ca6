import type { LedgerEntry } from '../../contract/ledger.ts'
import { withReserve } from '../../store/home.ts'
import { PASSPHRASE_COST } from '../../store/keys/passphrase-wrap.ts'
import { ledgerLines } from '../../store/ledger.ts'
import { exportMatter, importMatter } from '../../store/matter-archive.ts'
import type { Assistant } from '../assembly/assistant.ts'
import { damagedEntries } from '../assembly/damaged-entries.ts'
import { createSamples, readSamples } from '../assembly/samples.ts'
import { api, signalOr } from './contract-base.ts'

export const matterRouter = {
  list: api.matter.list.handler(({ context: { assistant } }) => [...assistant.session.store().app.matters.list()]),
  create: api.matter.create.handler(async ({ input, context: { assistant } }) => {
    const { session, events, now } = assistant
    const { name, subtitle } = input
    const store = session.store()
    const made = await store.createMatter({ matter: name, subtitle, sample: false, createdAt: now().toISOString() })
    store.app.ledger.append('matter-created', { matter: made.id })
    events.tell({ type: 'matters-changed' })
    return made
  }),
  damaged: api.matter.damaged.handler(async ({ input, context: { assistant } }) =>
    input.matter === null
      ? damagedEntries(assistant.session.store().app.database, 'application', input.kinds)
      : damagedEntries((await assistant.matters.open(input.matter)).store.database, 'matter', input.kinds),
  ),
  rename: api.matter.rename.handler(({ input, context: { assistant } }) => {
    const { session, matters, events } = assistant
    const before = matters.row(input.matter)
    if (before.matter === input.name) return before
    const renamed = matters.rename(before.id, input.name)
    session.store().app.ledger.append('matter-renamed', { matter: renamed.id })
    events.tell({ type: 'matters-changed' })
    return renamed
  }),
  archive: api.matter.archive.handler(({ input, context: { assistant } }) => {
    const { session, matters, events } = assistant
    const { id } = matters.row(input.matter)
    session.store().app.matters.setArchived(id, input.archived)
    events.tell({ type: 'matters-changed' })
    return matters.row(id)
  }),
  delete: api.matter.delete.handler(async ({ input, context: { assistant } }) => {
    const { session, matters, events } = assistant
    const { id } = matters.row(input.matter)
    const store = session.store()
    await withReserve(session.home, () => matters.whileClosed(id, () => store.deleteMatter(id)))
    store.app.ledger.append('matter-deleted', { matter: id })
    events.tell({ type: 'matters-changed' })
  }),
  export: api.matter.export.handler(async ({ input, context: { assistant }, signal }) => {
    const { session, matters, events } = assistant
    const { id } = matters.row(input.matter)
    const store = session.store()
    const made = await exportMatter(store, id, { ...input, cost: PASSPHRASE_COST }, signalOr(signal))
    const { ledger } = await store.matter(id)
    ledger.append('exported', { bytes: made.bytes })
    store.app.ledger.append('matter-exported', { matter: id, bytes: made.bytes })
    events.tell({ type: 'matters-changed' })
    return made
  }),
  import: api.matter.import.handler(async ({ input, context: { assistant }, signal }) => {
    const { session, events } = assistant
    const store = session.store()
    const taken = await importMatter(store, input, signalOr(signal))
    const { ledger } = await store.matter(taken.id)
    ledger.append('imported', {})
    store.app.ledger.append('matter-imported', { matter: taken.id })
    events.tell({ type: 'matters-changed' })
    return taken
  }),
  samples: api.matter.samples.handler(({ context: { assistant } }) => readSamples(assistant.samplesFolder)),
  createSamples: api.matter.createSamples.handler(({ context: { assistant } }) => createSamples(assistant)),
}

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
