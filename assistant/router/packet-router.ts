import type { LookingEvent, PrepareInput, PreparingEvent } from '../../contract/opinions/packet.ts'
import { createShowSource } from '../answers/draft/prompt-source.ts'
import { passageSource } from '../answers/evidence/passage-source.ts'
import type { Assistant } from '../assembly/assistant.ts'
import { abandonPacket, changePacket } from '../packets/change-packet.ts'
import { allowSending, isSendingAllowed } from '../packets/consent-to-packet.ts'
import { identifierType, matterTerms } from '../packets/matter-terms.ts'
import { askAgainAbout, keepWords, keptWords, listWord, unlistWord } from '../packets/matter-words.ts'
import { lookAgain, namedByModel } from '../packets/named-by-model.ts'
import { packetRecord, packetRecords, toPacket, toPacketRow } from '../packets/packet-record.ts'
import { preparePacket } from '../packets/prepare-packet.ts'
import { localDay } from '../home/local-day.ts'
import { userName } from '../home/settings.ts'
import { requireModel } from '../models/model-for.ts'
import { packetCandidates } from '../opinions/differential/candidates.ts'
import { localAnalysis } from '../opinions/local-analysis.ts'
import { conclusionSource } from '../rules/conclusion-source.ts'
import { api, guarded, inMatter } from './contract-base.ts'
import { message } from '../../wording/message.ts'

export const packetRouter = {
  prepare: api.packet.prepare.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, prepareInMatter(input, assistant, signal)),
  ),
  get: api.packet.get.handler(async ({ input, context: { assistant } }) => {
    const { store } = await assistant.matters.open(input.matter)
    return toPacket(packetRecord(store, input.packetId))
  }),
  list: api.packet.list.handler(async ({ input, context: { assistant } }) => {
    const { store } = await assistant.matters.open(input.matter)
    return packetRecords(store).map(toPacketRow)
  }),
  change: api.packet.change.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const by = userName(assistant.session.store().app.settings)
    const changed = await changePacket(input.packetId, input.change, matter, { ...toolsOf(assistant), userName: by })
    tellChanged(assistant, matter.id)
    return changed
  }),
  lookAgain: api.packet.lookAgain.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, lookInMatter(input, assistant, signal)),
  ),
  abandon: api.packet.abandon.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    abandonPacket(matter, input.packetId)
    tellChanged(assistant, matter.id)
  }),
  sending: api.packet.sending.handler(async ({ input, context: { assistant } }) => ({
    allowed: isSendingAllowed(await assistant.matters.open(input.matter)),
  })),
  allowSending: api.packet.allowSending.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    allowSending(matter, input.allowed)
    tellChanged(assistant, matter.id)
  }),
}

type Input = ReturnType<typeof PrepareInput.parse>

function prepareInMatter(
  input: Input,
  assistant: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<PreparingEvent, void, void> {
  return inMatter(assistant, input.matter, signal, async function* ({ matter, ended }) {
    const { shelf, foreground, knowledge, now } = assistant
    const options = {
      ...toolsOf(assistant),
      matter,
      passages: passageSource(matter, await assistant.references.of(matter.id)),
      conclusions: conclusionSource({ knowledge, matter, embedder: await shelf.embedder(), today: localDay(now()) }),
      candidates: (question: string, asked: boolean | null) =>
        packetCandidates(question, asked, { knowledge, matter, asOf: localDay(now()) }, ended),
      async *analyse(...[question, sources, aborted]: Parameters<Parameters<typeof preparePacket>[1]['analyse']>) {
        const model = await requireModel(message('failures.outgoing.informedNeedsModel'), assistant)
        using _asked = foreground.enter()
        return yield* localAnalysis({ model, question, sources, show: createShowSource(matter.store.pages) }, aborted)
      },
    }
    try {
      yield* preparePacket(input, options, ended)
    } finally {
      tellChanged(assistant, matter.id)
    }
  })
}

function lookInMatter(
  input: { readonly matter: string; readonly packetId: string },
  assistant: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<LookingEvent, void, void> {
  return inMatter(assistant, input.matter, signal, async function* ({ matter, ended }) {
    const tools = {
      ...toolsOf(assistant),
      model: await requireModel(message('failures.outgoing.lookingNeedsModel'), assistant),
    }
    using _asked = assistant.foreground.enter()
    try {
      yield* lookAgain(input.packetId, matter, tools, ended)
    } finally {
      tellChanged(assistant, matter.id)
    }
  })
}

/** What packets are made with. */
function toolsOf({ detection, providers, knowledge, now }: Assistant) {
  return { detection, providers, knowledge, now }
}

function tellChanged({ events }: Assistant, matter: string): void {
  events.tell({ type: 'packets-changed', matter })
}

export const providerRouter = {
  list: api.provider.list.handler(({ context: { assistant } }) => assistant.providers.list()),
  save: api.provider.save.handler(({ input, context: { assistant } }) => {
    const saved = assistant.providers.save(input)
    assistant.events.tell({ type: 'providers-changed' })
    return saved
  }),
  remove: api.provider.remove.handler(({ input, context: { assistant } }) => {
    assistant.providers.remove(input.provider)
    assistant.events.tell({ type: 'providers-changed' })
  }),
  test: api.provider.test.handler(({ input, context: { assistant }, signal }) =>
    assistant.providers.test(input.provider, signal ?? new AbortController().signal),
  ),
}

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
    // Who names a word means it whatever it seems to be.
    const words = input.words.map((word) => ({ word, kind: 'name' as const }))
    keepWords(matter, words, { by, at: assistant.now().toISOString() })
    assistant.events.tell({ type: 'packets-changed', matter: matter.id })
  }),
  askAgain: api.term.askAgain.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    askAgainAbout(matter, input.word)
    assistant.events.tell({ type: 'packets-changed', matter: matter.id })
  }),
}

async function* findByModel(text: string, assistant: Assistant, signal: AbortSignal) {
  const model = await requireModel(message('failures.outgoing.lookingNeedsModel'), assistant)
  using _asked = assistant.foreground.enter()
  const named = yield* namedByModel([text], model, signal)
  yield { type: 'named' as const, terms: named.map(({ text: term, type }) => ({ term, type })) }
}
