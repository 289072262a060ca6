import { Routing } from '../../contract/answers/routing.ts'
import { RED_FLAG_TOPICS } from '../escalation/red-flag-topics.ts'
import { decideRouting, routingOf } from '../escalation/escalation-record.ts'
import { api } from './contract-base.ts'
import { readableRows } from '../home/readable-rows.ts'

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
