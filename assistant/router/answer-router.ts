import { ask } from '../answers/ask.ts'
import { passageSource } from '../answers/passage-source.ts'
import { AssistantError } from '../assistant-error.ts'
import { readSettings } from '../settings.ts'
import { api, guarded } from './contract-base.ts'

const NO_MODEL = 'none'

export const answerRouter = {
  ask: api.answer.ask.handler(async function* ({ input, context: { assistant }, signal }) {
    const { matters, shelf, session, foreground, answers, now, events } = assistant
    const matter = await matters.open(input.matter)
    const wanted = input.model ?? null
    const model =
      wanted === NO_MODEL
        ? null
        : await shelf.language(wanted ?? readSettings(session.store().app.settings).languageModel)
    if (wanted !== null && wanted !== NO_MODEL && !model)
      throw new AssistantError('NO_MODEL', `${wanted} does not write answers.`)
    const stop = new AbortController()
    let answerId = ''
    const options = {
      matter,
      sources: [passageSource(matter)],
      model,
      embedder: (await shelf.embedder())?.info.revision ?? null,
      foreground,
      now,
      onBegin(id: string) {
        answerId = id
        answers.begin(id, stop)
      },
    }
    try {
      yield* guarded(ask(input, options, signal ? AbortSignal.any([signal, stop.signal]) : stop.signal))
    } finally {
      answers.end(answerId)
      events.tell({ type: 'answers-changed', matter: matter.id })
    }
  }),
  stop: api.answer.stop.handler(({ input, context: { assistant } }) => assistant.answers.stop(input.answerId)),
  list: api.answer.list.handler(async ({ input, context: { assistant } }) => {
    const { store } = await assistant.matters.open(input.matter)
    return [...store.answers.list()]
  }),
  get: api.answer.get.handler(async ({ input, context: { assistant } }) => {
    const { store } = await assistant.matters.open(input.matter)
    return store.answers.get(input.answerId)
  }),
  delete: api.answer.delete.handler(async ({ input, context: { assistant } }) => {
    const { store, id } = await assistant.matters.open(input.matter)
    store.answers.delete(input.answerId)
    store.ledger.append('answer-deleted', { answerId: input.answerId })
    assistant.events.tell({ type: 'answers-changed', matter: id })
  }),
}
