import { copyPack, exportPack, importPack, withItsCards } from '../rules/packs/move-packs.ts'
import { keepJurisdiction, packsOf, rulesNotUsed, usePack } from '../rules/packs/matter-packs.ts'
import { lawsOfPack, packRow, refuseProblems } from '../rules/packs/pack-rows.ts'
import type { MatterJurisdiction } from '../../contract/knowledge/rule.ts'
import type { Assistant } from '../assembly/assistant.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { api } from './contract-base.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

export const packRouter = {
  list: api.pack.list.handler(async ({ context: { assistant } }) => {
    const packs = await assistant.knowledge.shelf.list()
    return Promise.all(packs.map((pack) => packRow(assistant.knowledge, pack)))
  }),
  import: api.pack.import.handler(async ({ input, context: { assistant } }) => {
    const { knowledge, session, events, now } = assistant
    const taken = await importPack(knowledge, input.folder, session.store().app, now())
    events.tell({ type: 'packs-changed' })
    events.tell({ type: 'cards-changed' })
    return taken
  }),
  export: api.pack.export.handler(async ({ input, context: { assistant } }) =>
    exportPack(
      withItsCards(await assistant.knowledge.shelf.named(input.pack), assistant.session.store().app),
      input.folder,
    ),
  ),
  copy: api.pack.copy.handler(async ({ input, context: { assistant } }) => {
    const { knowledge, session, events, now } = assistant
    const copied = await copyPack(
      knowledge,
      await knowledge.shelf.named(input.pack),
      input.name,
      session.store().app,
      now(),
    )
    events.tell({ type: 'packs-changed' })
    return copied
  }),
  remove: api.pack.remove.handler(async ({ input, context: { assistant } }) => {
    const { knowledge, session, events } = assistant
    const { app } = session.store()
    const { shipped, name } = await knowledge.shelf.named(input.pack)
    if (shipped) throw new Failure('WRONG_USE', message('failures.packs.shippedStays', { name }))
    app.packs.remove(name)
    app.ledger.append('pack-removed', { pack: name })
    events.tell({ type: 'packs-changed' })
  }),
  used: api.pack.used.handler(async ({ input, context: { assistant } }) => {
    const { store } = await assistant.matters.open(input.matter)
    return [...packsOf(store.settings)]
  }),
  use: api.pack.use.handler(async ({ input: { pack, on, ...input }, context: { assistant } }) => {
    const { knowledge, matters, events } = assistant
    const { id, store } = await matters.open(input.matter)
    const used = packsOf(store.settings)
    if (on) {
      await knowledge.shelf.named(pack)
      const together = await knowledge.shelf.together([...used, pack])
      refuseProblems((await knowledge.view(together)).problems)
    } else if (!used.includes(pack)) throw new Failure('NOT_FOUND', message('failures.packs.notInUse', { pack }))
    usePack(store.settings, pack, on)
    store.ledger.append('pack-switched', { pack, on })
    events.tell({ type: 'facts-changed', matter: id })
  }),
  jurisdiction: api.pack.jurisdiction.handler(async ({ input, context: { assistant } }) =>
    jurisdictionIn(await assistant.matters.open(input.matter), assistant),
  ),
  setJurisdiction: api.pack.setJurisdiction.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    keepJurisdiction(matter.store.settings, input.jurisdiction)
    matter.store.ledger.append('jurisdiction-changed', { isSaid: input.jurisdiction !== null })
    assistant.events.tell({ type: 'facts-changed', matter: matter.id })
    return jurisdictionIn(matter, assistant)
  }),
}

async function jurisdictionIn(matter: OpenMatter, { knowledge }: Assistant): Promise<MatterJurisdiction> {
  const { shelf, view, of } = knowledge
  const { packs, facts } = await of(matter)
  const laws = await Promise.all((await shelf.list()).map((pack) => lawsOfPack(knowledge, pack)))
  const known = [...new Set(laws.flat())].toSorted()
  return {
    jurisdiction: facts.jurisdiction,
    known,
    rulesNotUsed: [...rulesNotUsed(await view(packs), facts.jurisdiction)],
  }
}
