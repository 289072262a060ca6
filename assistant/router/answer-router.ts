import { type AnswerEvent, AskInput } from '../../contract/answers/answer.ts'
import { Routing } from '../../contract/answers/routing.ts'
import { ask } from '../answers/ask.ts'
import { exportAnswers } from '../answers/export/answer-on-paper.ts'
import { prepareAsking } from '../answers/prepare-asking.ts'
import type { Assistant } from '../assembly/assistant.ts'
import { countUse } from '../cards/card-rows.ts'
import { correctionsIn } from '../cards/kept-corrections.ts'
import { adviseOpinion, decideRouting, routingOf } from '../escalation/advise-opinion.ts'
import { RED_FLAG_TOPICS } from '../escalation/red-flag-topics.ts'
import { readableRows } from '../home/readable-rows.ts'
import { sha256 } from '../home/sha256.ts'
import { exportName } from '../paper/paper-block.ts'
import { api, guarded, inMatter } from './contract-base.ts'

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
  export: api.answer.export.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const { store } = matter
    const answers = input.answerIds.map((id) => store.answers.get(id))
    const bytes = await exportAnswers(answers, correctionsIn(matter), input.format, assistant.fontsFolder)
    store.ledger.append('answers-exported', { answerIds: input.answerIds, format: input.format, sha256: sha256(bytes) })
    const name = `${exportName(answers[0]?.question ?? '')}.${input.format}`
    return { file: new File([bytes as Uint8Array<ArrayBuffer>], name) }
  }),
  delete: api.answer.delete.handler(async ({ input, context: { assistant } }) => {
    const { store, id } = await assistant.matters.open(input.matter)
    store.answers.delete(input.answerId)
    store.ledger.append('answer-deleted', { answerId: input.answerId })
    assistant.events.tell({ type: 'answers-changed', matter: id })
  }),
}

async function* askInMatter(
  raw: AskInput,
  assistant: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<AnswerEvent, void, void> {
  const input = AskInput.parse(raw)
  const { answers, events, session } = assistant
  // A home that is being locked gives no store any more, and waits until this answer has ended.
  const { app } = session.store()
  yield* inMatter(assistant, input.matter, signal, async function* ({ matter, stop, ended }) {
    const asked = { id: '' }
    const options = {
      ...(await prepareAsking(matter, input, assistant)),
      onBegin(id: string) {
        asked.id = id
        answers.begin(id, stop)
      },
    }
    try {
      // Whoever stopped it by now was told that nothing is kept.
      if (signal?.aborted) return
      for await (const event of ask(input, options, ended)) {
        if (event.type !== 'answer-end') yield event
        else {
          countUse(app, event)
          // The answer is kept by now; a suggestion that cannot be made takes nothing from it.
          const routing = await adviseOpinion(event, matter, assistant, ended).catch(() => null)
          yield { ...event, routing }
        }
      }
    } finally {
      answers.end(asked.id)
      events.tell({ type: 'answers-changed', matter: matter.id })
    }
  })
}

export const routingRouter = {
  get: api.routing.get.handler(async ({ input, context: { assistant } }) =>
    routingOf(await assistant.matters.open(input.matter), input.answerId),
  ),
  list: api.routing.list.handler(async ({ input, context: { assistant } }) => {
    const { store } = await assistant.matters.open(input.matter)
    return [...readableRows(Routing, store.routings.list())]
  }),
  dismiss: api.routing.dismiss.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const decided = decideRouting(matter, input.answerId, 'dismissed', assistant.now())
    assistant.events.tell({ type: 'routings-changed', matter: matter.id })
    return decided
  }),
  topics: api.routing.topics.handler(() => [...RED_FLAG_TOPICS]),
}
