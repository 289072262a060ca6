import type { BiasCheckEvent } from '../../contract/opinions/bias-check.ts'
import type { ComparingEvent } from '../../contract/opinions/comparing.ts'
import type { RankingEvent } from '../../contract/opinions/differential.ts'
import type { OpinionEvent } from '../../contract/opinions/opinion.ts'
import { passageSource } from '../answers/evidence/passage-source.ts'
import { exportPaper } from '../answers/export/answer-on-paper.ts'
import type { Assistant } from '../assembly/assistant.ts'
import { consentToPacket } from '../packets/consent-to-packet.ts'
import { cardRow } from '../cards/card-rows.ts'
import { packetRecord } from '../packets/packet-record.ts'
import { beginSending } from '../packets/record-sending.ts'
import { decideRouting } from '../escalation/advise-opinion.ts'
import { localDay } from '../home/local-day.ts'
import { readSettings, userName } from '../home/settings.ts'
import { sha256 } from '../home/sha256.ts'
import { modelFor, requireModel } from '../models/model-for.ts'
import { compareConsultation } from '../opinions/align/judge-open-pairs.ts'
import { conferenceOnPaper } from '../opinions/conference/conference-on-paper.ts'
import { gatherConference } from '../opinions/conference/conference.ts'
import { consultationNamed, consultations, deleteConsultation } from '../opinions/consultations.ts'
import { checkBiasHere } from '../opinions/counterfactual/ask-swapped.ts'
import { decide, saidFirst } from '../opinions/decisions/decide.ts'
import { decisionNamed, decisionRow, decisionsIn } from '../opinions/decisions/kept-decisions.ts'
import { cardFromDecision, ruleFromDecision } from '../opinions/decisions/learn-from-decision.ts'
import { differentialOf } from '../opinions/differential/merge-rankings.ts'
import { rankConsultation } from '../opinions/differential/rank-consultation.ts'
import { refuseForbidden, sendOpinion } from '../opinions/send-opinion.ts'
import { exportName } from '../paper/paper-block.ts'
import { api, guarded, inMatter, signalOr } from './contract-base.ts'
import { message } from '../../wording/message.ts'

/** The part of `opinion` that asks the model of this computer with sex and origin swapped. */
const biasRouter = {
  checkBias: api.opinion.checkBias.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, checkInMatter(input, assistant, signal)),
  ),
}

/** The part of `opinion` that makes a document of a consultation. */
const conferenceRouter = {
  export: api.opinion.export.handler(async ({ input, context: { assistant }, signal }) => {
    const { matters, knowledge, now, fontsFolder } = assistant
    const matter = await matters.open(input.matter)
    const { consultation, format } = input
    const conference = await gatherConference(
      consultation,
      { knowledge, matter, asOf: localDay(now()) },
      signalOr(signal),
    )
    const bytes = await exportPaper(conferenceOnPaper(conference), format, fontsFolder)
    matter.store.ledger.append('consultation-exported', { consultation, format, sha256: sha256(bytes) })
    const name = `${exportName(conference.consultation.question)}.${format}`
    return { file: new File([bytes as Uint8Array<ArrayBuffer>], name) }
  }),
}

/** The part of `opinion` that is about who was right. */
const decisionRouter = {
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
    tellOpinionsChanged(assistant, matter.id)
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
    tellOpinionsChanged(assistant, matter.id)
    return card
  }),
  proposeRule: api.opinion.proposeRule.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    return ruleFromDecision(matter, decisionNamed(matter, input.decisionId), assistant)
  }),
}

/** The part of `opinion` that is about candidates. */
const differentialRouter = {
  differential: api.opinion.differential.handler(async ({ input, context: { assistant }, signal }) => {
    const { matters, knowledge, now } = assistant
    const matter = await matters.open(input.matter)
    return differentialOf(input.consultation, { knowledge, matter, asOf: localDay(now()) }, signalOr(signal))
  }),
  rank: api.opinion.rank.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, rankInMatter(input, assistant, signal)),
  ),
}

export const opinionRouter = {
  ...biasRouter,
  ...conferenceRouter,
  ...decisionRouter,
  ...differentialRouter,
  send: api.opinion.send.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, sendInMatter(input, assistant, signal)),
  ),
  list: api.opinion.list.handler(async ({ input, context: { assistant } }) =>
    consultations(await assistant.matters.open(input.matter)),
  ),
  get: api.opinion.get.handler(async ({ input, context: { assistant } }) =>
    consultationNamed(await assistant.matters.open(input.matter), input.consultation, input.by),
  ),
  compare: api.opinion.compare.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, compareInMatter(input, assistant, signal)),
  ),
  delete: api.opinion.delete.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    deleteConsultation(matter, input.consultation)
    assistant.events.tell({ type: 'opinions-changed', matter: matter.id })
    assistant.events.tell({ type: 'packets-changed', matter: matter.id })
  }),
}

type Input = { readonly matter: string; readonly packetId: string; readonly hash: string }

/** The call is the consent. It is taken, and recorded, before anything else is done. */
function sendInMatter(
  input: Input,
  assistant: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<OpinionEvent, void, void> {
  return inMatter(assistant, input.matter, signal, async function* ({ matter, ended }) {
    const { providers, session, events, now, knowledge, detection } = assistant
    const { settings, sendings } = session.store().app
    const isNetworkOn = () => readSettings(settings).network
    const tellChanged = () => {
      events.tell({ type: 'packets-changed', matter: matter.id })
      events.tell({ type: 'opinions-changed', matter: matter.id })
    }
    const tools = { knowledge, detection, providers, now, isNetworkOn }
    const search = async () => [passageSource(matter, await assistant.references.of(matter.id))]
    try {
      const sender = { sendings, userName: userName(settings), now, detection: await detection() }
      const consented = await consentToPacket(matter, input.packetId, input.hash, tools)
      const lists = await assistant.words()
      const named = await matter.library.namedDocuments(packetRecord(matter.store, input.packetId).question)
      const record = beginSending(matter, consented, sender)
      const packet = packetRecord(matter.store, input.packetId)
      if (packet.answerId !== null) decideRouting(matter, packet.answerId, 'asked', now())
      const model = providers.model(packet.provider, () => refuseForbidden(matter))
      tellChanged()
      yield* sendOpinion({ matter, packet, consented, model, record, lists, named, search, now }, ended)
    } finally {
      tellChanged()
    }
  })
}

function compareInMatter(
  { matter: wanted, consultation }: { readonly matter: string; readonly consultation: string },
  assistant: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<ComparingEvent, void, void> {
  return inMatter(assistant, wanted, signal, async function* ({ matter, ended }) {
    const model = await requireModel(message('failures.opinions.comparingNeedsModel'), assistant)
    using _asked = assistant.foreground.enter()
    try {
      yield* compareConsultation(consultation, matter, model, ended)
    } finally {
      assistant.events.tell({ type: 'opinions-changed', matter: matter.id })
    }
  })
}

function checkInMatter(
  { matter: wanted, consultation }: { readonly matter: string; readonly consultation: string },
  assistant: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<BiasCheckEvent, void, void> {
  return inMatter(assistant, wanted, signal, async function* ({ matter, ended }) {
    const { detection, providers, knowledge, now, words, foreground, events } = assistant
    const model = await requireModel(message('failures.opinions.swappedNeedsModel'), assistant)
    using _asked = foreground.enter()
    const tools = { detection, providers, knowledge, now, matter, model, lists: await words() }
    try {
      yield* checkBiasHere(consultation, tools, ended)
    } finally {
      events.tell({ type: 'opinions-changed', matter: matter.id })
    }
  })
}

function tellOpinionsChanged({ events }: Assistant, matter: string): void {
  events.tell({ type: 'opinions-changed', matter })
}

type RankInput = { readonly matter: string; readonly consultation: string; readonly samples: number }

function rankInMatter(
  input: RankInput,
  assistant: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<RankingEvent, void, void> {
  return inMatter(assistant, input.matter, signal, async function* ({ matter, ended }) {
    const { knowledge, now, foreground, events } = assistant
    using _asked = foreground.enter()
    const options = {
      ...input,
      knowledge,
      matter,
      asOf: localDay(now()),
      lists: await assistant.words(),
      model: (isNeeded: boolean) =>
        isNeeded
          ? requireModel(message('failures.opinions.candidatesNeedModel'), assistant)
          : modelFor(null, assistant),
    }
    try {
      yield* rankConsultation(options, ended)
    } finally {
      events.tell({ type: 'opinions-changed', matter: matter.id })
    }
  })
}
