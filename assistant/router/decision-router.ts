import type { Assistant } from '../assembly/assistant.ts'
import { cardRow } from '../cards/card-rows.ts'
import { cardFromDecision, ruleFromDecision } from '../opinions/decisions/learn-from-decision.ts'
import { decide, saidFirst } from '../opinions/decisions/decide.ts'
import { decisionNamed, decisionRow, decisionsIn } from '../opinions/decisions/kept-decisions.ts'
import { consultationNamed } from '../opinions/consultations.ts'
import { differentialOf } from '../opinions/differential/merge-rankings.ts'
import { localDay } from '../home/local-day.ts'
import { userName } from '../home/settings.ts'
import { api, signalOr } from './contract-base.ts'

/** The part of `opinion` that is about who was right. */
export const decisionRouter = {
  decide: api.opinion.decide.handler(async ({ input: { matter: id, ...wanted }, context: { assistant }, signal }) => {
    const { matters, knowledge, now, session } = assistant
    const { app } = session.store()
    const matter = await matters.open(id)
    using _user = matter.users.enter()
    const { consultation } = wanted
    const first = async () => {
      const on = { knowledge, matter, asOf: localDay(now()) }
      return saidFirst(
        await differentialOf(consultation, on, signalOr(signal)),
        consultationNamed(matter, consultation),
      )
    }
    const isAlive = (card: string) => cardRow(app, card).status !== 'retired'
    const decided = await decide(wanted, matter, { userName: userName(app.settings), now, first, isAlive })
    tellChanged(assistant, matter.id)
    return decisionRow(matter, decided)
  }),
  decisions: api.opinion.decisions.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const wanted = decisionsIn(matter).filter(
      ({ consultation }) => input.consultation === null || consultation === input.consultation,
    )
    return wanted.map((decision) => decisionRow(matter, decision))
  }),
  card: api.opinion.card.handler(async ({ input: { matter: id, decisionId, start }, context: { assistant } }) => {
    const matter = await assistant.matters.open(id)
    using _user = matter.users.enter()
    const card = await cardFromDecision(matter, { decision: decisionNamed(matter, decisionId), start }, assistant)
    tellChanged(assistant, matter.id)
    return card
  }),
  proposeRule: api.opinion.proposeRule.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    return ruleFromDecision(matter, decisionNamed(matter, input.decisionId), assistant)
  }),
}

function tellChanged({ events }: Assistant, matter: string): void {
  events.tell({ type: 'opinions-changed', matter })
}
