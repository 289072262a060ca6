import type { Assistant } from '../assistant.ts'
import { askAgainAbout, keepWords, keptWords } from '../disclosure/kept-words.ts'
import { listWord, unlistWord } from '../disclosure/listed-words.ts'
import { matterTerms, identifierType } from '../disclosure/matter-terms.ts'
import { namedByModel } from '../disclosure/named-by-model.ts'
import { requireModel } from '../models/model-for.ts'
import { userName } from '../home/settings.ts'
import { api, guarded } from './contract-base.ts'

export const termRouter = {
  list: api.term.list.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const { isOrdinaryWord } = await assistant.detection()
    return [...(await matterTerms(matter, assistant.knowledge, isOrdinaryWord))]
  }),
  findByModel: api.term.findByModel.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, findByModel(input.text, assistant, signal ?? new AbortController().signal)),
  ),
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
  kept: api.term.kept.handler(async ({ input, context: { assistant } }) => [
    ...keptWords(await assistant.matters.open(input.matter)),
  ]),
  keep: api.term.keep.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const by = userName(assistant.session.store().app.settings)
    keepWords(matter, input.words, { by, at: assistant.now().toISOString() })
    assistant.events.tell({ type: 'packets-changed', matter: matter.id })
  }),
  askAgain: api.term.askAgain.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    askAgainAbout(matter, input.word)
    assistant.events.tell({ type: 'packets-changed', matter: matter.id })
  }),
}

async function* findByModel(text: string, assistant: Assistant, signal: AbortSignal) {
  const model = await requireModel('Looking again', assistant)
  using _asked = assistant.foreground.enter()
  const named = yield* namedByModel([text], model, signal)
  yield { type: 'named' as const, terms: named.map(({ text: term, type }) => ({ term, type })) }
}
