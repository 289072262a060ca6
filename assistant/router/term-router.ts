import { listWord, unlistWord } from '../disclosure/listed-words.ts'
import { matterTerms, identifierType } from '../disclosure/matter-terms.ts'
import { api } from './contract-base.ts'

export const termRouter = {
  list: api.term.list.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const { isOrdinaryWord } = await assistant.detection()
    return [...(await matterTerms(matter, assistant.knowledge, isOrdinaryWord))]
  }),
  add: api.term.add.handler(async ({ input, context: { assistant } }) => {
    const { store, id } = await assistant.matters.open(input.matter)
    const { term, type } = input
    listWord(store, { term, type: identifierType(type), addedAt: assistant.now().toISOString() })
    assistant.events.tell({ type: 'packets-changed', matter: id })
  }),
  remove: api.term.remove.handler(async ({ input, context: { assistant } }) => {
    const { store, id } = await assistant.matters.open(input.matter)
    unlistWord(store, input.term)
    assistant.events.tell({ type: 'packets-changed', matter: id })
  }),
}
