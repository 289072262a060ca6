import type { FactForm, ProposalEvent } from '../../contract/knowledge/fact.ts'
import type { Assistant } from '../assembly/assistant.ts'
import { decideFact, enterFact, factForm, type Person, removeFact } from '../facts/enter-fact.ts'
import { factRows } from '../rules/fact-rows.ts'
import { proposeFacts } from '../facts/propose-facts.ts'
import { wantedInMatter } from '../facts/wanted-relations.ts'
import { localDay } from '../home/local-day.ts'
import { packsOf } from '../rules/packs/matter-packs.ts'
import { userName } from '../home/settings.ts'
import { api, guarded, inMatter } from './contract-base.ts'
import { modelFor } from '../models/model-for.ts'

export const factRouter = {
  form: api.fact.form.handler(async ({ input, context: { assistant } }): Promise<FactForm> => {
    const matter = await assistant.matters.open(input.matter)
    const relations = await factForm(assistant.knowledge, matter)
    return { packs: [...packsOf(matter.store.settings)], relations, today: localDay(assistant.now()) }
  }),
  list: api.fact.list.handler(async ({ input, context: { assistant } }) =>
    factRows(assistant.knowledge, await assistant.matters.open(input.matter), localDay(assistant.now())),
  ),
  set: api.fact.set.handler(async ({ input: { matter: wanted, replaces, ...statement }, context: { assistant } }) => {
    const matter = await assistant.matters.open(wanted)
    const made = await enterFact(assistant.knowledge, matter, statement, replaces, person(assistant))
    tellChanged(assistant, matter.id)
    return made
  }),
  setText: api.fact.setText.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const made = await enterFact(assistant.knowledge, matter, input.text, null, person(assistant))
    tellChanged(assistant, matter.id)
    return made
  }),
  unset: api.fact.unset.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    removeFact(matter, input.fact)
    tellChanged(assistant, matter.id)
  }),
  confirm: api.fact.confirm.handler(async ({ input: { fact, edited, ...input }, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const decision = { state: 'confirmed', edited } as const
    const decided = await decideFact(assistant.knowledge, matter, fact, decision, person(assistant))
    tellChanged(assistant, matter.id)
    return decided
  }),
  reject: api.fact.reject.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const decision = { state: 'rejected', edited: null } as const
    const decided = await decideFact(assistant.knowledge, matter, input.fact, decision, person(assistant))
    tellChanged(assistant, matter.id)
    return decided
  }),
  propose: api.fact.propose.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, proposeInMatter(input, assistant, signal)),
  ),
  startProposing: api.fact.startProposing.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    // What cannot be begun is refused here, not told later.
    await wantedInMatter({ matter, knowledge: assistant.knowledge }, 'en')
    assistant.proposing.start(matter)
  }),
  stopProposing: api.fact.stopProposing.handler(({ input, context: { assistant } }) =>
    assistant.proposing.stop(assistant.matters.row(input.matter).id),
  ),
  proposing: api.fact.proposing.handler(({ input, context: { assistant } }) =>
    assistant.proposing.state(assistant.matters.row(input.matter).id),
  ),
}

type ProposeInput = { readonly matter: string; readonly documents: readonly string[]; readonly model: string | null }

function proposeInMatter(
  { matter: wanted, documents, model }: ProposeInput,
  assistant: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<ProposalEvent, void, void> {
  return inMatter(assistant, wanted, signal, async function* ({ matter, ended }) {
    const { knowledge, foreground, now } = assistant
    const options = {
      matter,
      knowledge,
      foreground,
      now,
      model: await modelFor(model, assistant),
      asOf: localDay(now()),
    }
    for await (const event of proposeFacts(documents, options, ended)) {
      if (event.type === 'proposal') tellChanged(assistant, matter.id)
      yield event
    }
  })
}

function person({ session, now }: Assistant): Person {
  return { by: userName(session.store().app.settings), at: now().toISOString(), asOf: localDay(now()) }
}

function tellChanged({ events }: Assistant, matter: string): void {
  events.tell({ type: 'facts-changed', matter })
}
