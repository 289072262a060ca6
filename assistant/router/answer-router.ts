import type { AnswerEvent, AskInput } from '../../contract/answer.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import { ask } from '../answers/ask.ts'
import { passageSource } from '../answers/passage-source.ts'
import type { Assistant } from '../assistant.ts'
import { AssistantError } from '../assistant-error.ts'
import { readSettings } from '../settings.ts'
import { api, guarded } from './contract-base.ts'
import { finishedByItself } from './finished-by-itself.ts'

const NO_MODEL = 'none'

export const answerRouter = {
  ask: api.answer.ask.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, askInMatter(input, assistant, signal)),
  ),
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

async function* askInMatter(
  input: AskInput,
  assistant: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<AnswerEvent, void, void> {
  const { matters, shelf, foreground, answers, now, events } = assistant
  const matter = await matters.open(input.matter)
  using _user = matter.users.enter()
  const stop = new AbortController()
  const asked = { id: '' }
  const options = {
    matter,
    sources: [passageSource(matter)],
    model: await modelFor(input.model ?? null, assistant),
    embedder: (await shelf.embedder())?.info.revision ?? null,
    foreground,
    now,
    onBegin(id: string) {
      asked.id = id
      answers.begin(id, stop)
    },
  }
  try {
    const ended = AbortSignal.any([stop.signal, matter.closing, ...(signal ? [signal] : [])])
    yield* finishedByItself(ask(input, options, ended), stop)
  } finally {
    answers.end(asked.id)
    events.tell({ type: 'answers-changed', matter: matter.id })
  }
}

async function modelFor(wanted: string | null, { shelf, session }: Assistant): Promise<LanguageModel | null> {
  if (wanted === NO_MODEL) return null
  const model = await shelf.language(wanted ?? readSettings(session.store().app.settings).languageModel)
  if (wanted !== null && !model) throw new AssistantError('NO_MODEL', `${wanted} does not write answers.`)
  return model
}
