import type { BiasCheckEvent } from '../../contract/opinions/bias-check.ts'
import type { ComparingEvent } from '../../contract/opinions/comparing.ts'
import type { OpinionEvent } from '../../contract/opinions/opinion.ts'
import { passageSource } from '../answers/evidence/passage-source.ts'
import { exportPaper } from '../answers/export/answer-on-paper.ts'
import type { Assistant } from '../assembly/assistant.ts'
import { consentToPacket } from '../packets/consent-to-packet.ts'
import { packetRecord } from '../packets/packet-record.ts'
import { beginSending } from '../packets/record-sending.ts'
import { decideRouting } from '../escalation/advise-opinion.ts'
import { localDay } from '../home/local-day.ts'
import { readSettings, userName } from '../home/settings.ts'
import { sha256 } from '../home/sha256.ts'
import { requireModel } from '../models/model-for.ts'
import { compareConsultation } from '../opinions/align/judge-open-pairs.ts'
import { conferenceOnPaper } from '../opinions/conference/conference-on-paper.ts'
import { gatherConference } from '../opinions/conference/conference.ts'
import { consultationNamed, consultations, deleteConsultation } from '../opinions/consultations.ts'
import { checkBiasHere } from '../opinions/counterfactual/ask-swapped.ts'
import { refuseForbidden, sendOpinion } from '../opinions/send-opinion.ts'
import { exportName } from '../paper/paper-block.ts'
import { api, guarded, inMatter, signalOr } from './contract-base.ts'
import { decisionRouter } from './decision-router.ts'
import { differentialRouter } from './differential-router.ts'
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
