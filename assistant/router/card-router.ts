import type { Assistant } from '../assembly/assistant.ts'
import { cardFromMistake, cardFromRun, createCard, keepCorrection } from '../learning/card-from-mistake.ts'
import { cardRow, cardRows, cardScope, keepCardScope } from '../cards/card-rows.ts'
import { approveCard, retireCard, saveCard } from '../cards/change-card.ts'
import { correctionsIn } from '../cards/kept-corrections.ts'
import { exportTraining, exportYaml } from '../learning/export-cards.ts'
import { gateThreshold, keepGateThreshold } from '../cards/gate-threshold.ts'
import { importCards, readCardFiles } from '../cards/card-files.ts'
import { judgeCard } from '../learning/judge-card.ts'
import { problemsOfCard, testCard } from '../learning/test-card.ts'
import { readQuestionFile } from '../learning/regression.ts'
import { teacherAmong, writeParts } from '../learning/write-card.ts'
import { api, guarded, signalOr } from './contract-base.ts'

export const cardRouter = {
  list: api.card.list.handler(async ({ context: { assistant } }) => [...cardRows(appOf(assistant))]),
  get: api.card.get.handler(async ({ input, context: { assistant } }) => cardRow(appOf(assistant), input.card)),
  create: api.card.create.handler(async ({ input: { about, ...text }, context: { assistant } }) => {
    const own = { kind: 'user', matter: null, correction: null, pack: null } as const
    if (about === null) return createCard(text, { origin: own, student: null }, assistant)
    const matter = await assistant.matters.open(about.matter)
    const { question, expected } = about
    const mistake = {
      matter,
      from: 'user',
      answerId: null,
      question,
      wrong: '',
      expected,
      mistake: text.mistake,
    } as const
    const { correctionId: correction } = keepCorrection(mistake, assistant.now())
    return createCard(text, { origin: { ...own, matter: matter.id, correction }, student: null }, assistant)
  }),
  correct: api.card.correct.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const { answerId, question, answer: wrong, model: student } = matter.store.answers.get(input.answerId)
    const { expected, mistake } = input
    return cardFromMistake({ matter, from: 'user', answerId, question, wrong, expected, mistake, student }, assistant)
  }),
  fromRun: api.card.fromRun.handler(({ input, context: { assistant } }) => cardFromRun(input, assistant)),
  teacher: api.card.teacher.handler(async ({ input, context: { assistant } }) => {
    const { models } = await assistant.shelf.list()
    return { model: teacherAmong(models, cardRow(appOf(assistant), input.card).student) }
  }),
  write: api.card.write.handler(async ({ input, context: { assistant }, signal }) => {
    const card = cardRow(appOf(assistant), input.card)
    const { summary, knowledge, ...by } = await writeParts(card, input.model, assistant, signalOr(signal))
    return { summary, knowledge: [...knowledge], ...by }
  }),
  save: api.card.save.handler(async ({ input: { card, ...written }, context: { assistant } }) =>
    told(assistant, saveCard(appOf(assistant), card, written, assistant.now())),
  ),
  lint: api.card.lint.handler(async ({ input, context: { assistant } }) => [
    ...(await problemsOfCard(cardRow(appOf(assistant), input.card), input.text, assistant)),
  ]),
  test: api.card.test.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, testing(input, assistant, signalOr(signal))),
  ),
  approve: api.card.approve.handler(async ({ input, context: { assistant } }) =>
    told(assistant, approveCard(appOf(assistant), input.card, input.by, assistant.now())),
  ),
  retire: api.card.retire.handler(async ({ input, context: { assistant } }) =>
    told(assistant, retireCard(appOf(assistant), input.card, assistant.now())),
  ),
  judge: api.card.judge.handler(async ({ input: { matter: wanted, ...judgement }, context: { assistant } }) => {
    const matter = await assistant.matters.open(wanted)
    const card = judgeCard(appOf(assistant), matter, judgement, assistant.now())
    assistant.events.tell({ type: 'answers-changed', matter: matter.id })
    return told(assistant, card)
  }),
  corrections: api.card.corrections.handler(async ({ input, context: { assistant } }) => [
    ...correctionsIn(await assistant.matters.open(input.matter)),
  ]),
  scope: api.card.scope.handler(async ({ input, context: { assistant } }) =>
    cardScope((await assistant.matters.open(input.matter)).store.settings),
  ),
  changeScope: api.card.changeScope.handler(
    async ({ input: { matter: wanted, ...change }, context: { assistant } }) => {
      const { settings } = (await assistant.matters.open(wanted)).store
      const before = cardScope(settings)
      const { domains = before.domains, jurisdictions = before.jurisdictions } = change
      keepCardScope(settings, { domains, jurisdictions })
      return { domains, jurisdictions }
    },
  ),
  gate: api.card.gate.handler(async ({ input, context: { assistant } }) =>
    gateThreshold(appOf(assistant).settings, input.sha256),
  ),
  setGate: api.card.setGate.handler(async ({ input: { sha256, ...threshold }, context: { assistant } }) => {
    keepGateThreshold(appOf(assistant).settings, sha256, threshold)
    return threshold
  }),
  import: api.card.import.handler(async ({ input, context: { assistant } }) => {
    const cards = importCards(appOf(assistant), await readCardFiles(input.path), null, assistant.now())
    assistant.events.tell({ type: 'cards-changed' })
    return [...cards]
  }),
  export: api.card.export.handler(async ({ input, context: { assistant } }) => {
    const { path, format, cards: wanted, matter } = input
    const app = appOf(assistant)
    const cards = wanted === null ? cardRows(app) : wanted.map((card) => cardRow(app, card))
    if (format === 'yaml') return exportYaml(cards, path, app)
    return exportTraining(cards, matter === null ? null : await assistant.matters.open(matter), { path, format }, app)
  }),
}

function appOf({ session }: Assistant) {
  return session.store().app
}

function told<T>({ events }: Assistant, value: T): T {
  events.tell({ type: 'cards-changed' })
  return value
}

type Testing = { readonly card: string; readonly questions: { readonly path: string; readonly matter: string } | null }

async function* testing({ card, questions }: Testing, assistant: Assistant, signal: AbortSignal) {
  const matter = questions === null ? null : await assistant.matters.open(questions.matter)
  const read = questions === null ? [] : await readQuestionFile(questions.path)
  const more = matter === null ? [] : read.map((one) => ({ ...one, matter, from: `line ${one.line} of the file` }))
  yield* testCard(card, more, assistant, signal)
}
