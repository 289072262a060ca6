import type { Card, CardTest, TestingEvent } from '../../contract/card.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import { AssistantError } from '../assistant-error.ts'
import type { Assistant } from '../assistant.ts'
import { modelFor } from '../models/model-for.ts'
import { approvedCards, cardRow, keepCard, textOf } from './card-rows.ts'
import { correctionOf } from './correction-of.ts'
import { gateThreshold } from './gate-threshold.ts'
import { isRight } from './is-right.ts'
import { problemsOfCard } from './problems-of-card.ts'
import { changedQuestions, type Comparing, compareOn, questionsOfCards, type RegressionQuestion } from './regression.ts'
import { tryQuestion } from './try-question.ts'

type Progress = Exclude<TestingEvent, { type: 'testing-end' }>
type Outcome = Pick<CardTest, 'question' | 'regression'>

/**
 * The consistency filter: with the card the question that it comes from is now right, and what was right before stays right.
 * Greedy and with one seed. A card that passes is `tested`; the result is kept with the card. `more`: further questions of the
 * regression set. Throws `WRONG_USE` where the matter of its question is gone, `NO_MODEL`.
 */
export async function* testCard(
  id: string,
  more: readonly RegressionQuestion[],
  assistant: Assistant,
  signal: AbortSignal,
): AsyncGenerator<TestingEvent, void, void> {
  const { app } = assistant.session.store()
  const card = cardRow(app, id)
  if (card.status === 'retired' || card.status === 'approved')
    throw new AssistantError('WRONG_USE', `“${card.title}” is ${card.status}. Change its text to test it anew.`)
  const model = await studentOf(card, assistant)
  const lint = await problemsOfCard(card, textOf(card), assistant)
  // A card that may not be approved is not worth the time of a model.
  const outcome = lint.length > 0 ? UNTRIED : yield* tried(card, model, more, assistant, signal)
  const remarks = remarksOn(card, model, outcome, lint.length > 0)
  const passed = lint.length === 0 && isPassed(outcome)
  const test: CardTest = {
    testedAt: assistant.now().toISOString(),
    sha256: card.sha256,
    passed,
    remarks: [...remarks],
    model: { id: model.info.id, sha256: model.info.sha256 },
    lint: [...lint],
    ...outcome,
  }
  const now = cardRow(app, id)
  if (!isUnchanged(card, now))
    throw new AssistantError(
      'WRONG_USE',
      'The card was changed, retired or sent back while it was tested, so the result was not kept. Test it again.',
    )
  const kept = keepCard(
    app,
    { ...now, status: passed ? 'tested' : 'draft', sentBack: !passed && now.sentBack, test },
    passed ? 'card-tested' : 'card-test-failed',
  )
  assistant.events.tell({ type: 'cards-changed' })
  yield { type: 'testing-end', card: kept }
}

/** A test takes minutes, in which a person may retire the card or say that it did harm; the text stays the same by that. */
function isUnchanged(card: Card, now: Card): boolean {
  return now.sha256 === card.sha256 && now.status === card.status && now.changedAt === card.changedAt
}

const UNTRIED: Outcome = {
  question: null,
  regression: { questions: 0, asked: 0, rightBefore: 0, rightAfter: 0, lost: 0 },
}

async function* tried(
  card: Card,
  model: LanguageModel,
  more: readonly RegressionQuestion[],
  assistant: Assistant,
  signal: AbortSignal,
): AsyncGenerator<Progress, Outcome, void> {
  const approved = approvedCards(assistant.session.store().app).filter((one) => one.card !== card.card)
  const comparing: Comparing = { model, before: approved, after: [...approved, { ...card, status: 'approved' }] }
  const own = await questionsOfCards(approved, assistant)
  const all = [...own.questions, ...more]
  const changed = await changedQuestions(all, comparing, assistant, signal)
  yield { type: 'testing-progress', done: 0, of: changed.length + 1 }
  const question = yield* flip(card, comparing, assistant, signal)
  const right = { before: 0, after: 0 }
  for (const [index, one] of changed.entries()) {
    yield { type: 'testing-progress', done: index + 1, of: changed.length + 1 }
    const { rightBefore, rightAfter } = await compareOn(one, comparing, assistant, signal)
    right.before += Number(rightBefore)
    right.after += Number(rightAfter)
  }
  const regression = {
    questions: all.length,
    asked: changed.length,
    rightBefore: right.before,
    rightAfter: right.after,
    lost: own.lost,
  }
  return { question, regression }
}

/** The question that the card comes from, without it and, whatever the gate would say, with it. */
async function* flip(
  card: Card,
  { model, before }: Comparing,
  assistant: Assistant,
  signal: AbortSignal,
): AsyncGenerator<Progress, CardTest['question'], void> {
  const from = await correctionOf(card, assistant)
  if (from === 'none') return null
  if (from === 'lost')
    throw new AssistantError(
      'WRONG_USE',
      `The question that “${card.title}” comes from is gone: its matter was deleted, or what was decided was taken back. The card stays, but its test can no longer be run.`,
    )
  const { question } = from.correction
  const trial = { question, matter: from.matter, model }
  const without = await tryQuestion({ ...trial, cards: before, mode: 'on' }, assistant, signal)
  const rightBefore = isRight(without.answer, from.correction)
  yield { type: 'testing-answer', withCard: false, answer: without.answer, isRight: rightBefore }
  const gated = await tryQuestion({ ...trial, cards: [card], mode: 'on' }, assistant, signal)
  const isUsed = gated.knowledge.sources.length > 0
  const given = isUsed ? gated : await tryQuestion({ ...trial, cards: [card], mode: 'always' }, assistant, signal)
  const isGiven = given.knowledge.sources.length > 0
  const rightAfter = isGiven && isRight(given.answer, from.correction)
  yield { type: 'testing-answer', withCard: true, answer: given.answer, isRight: rightAfter }
  return {
    rightBefore,
    rightAfter,
    isGiven,
    margin: gated.knowledge.margin,
    threshold: gateThreshold(assistant.session.store().app.settings, model.info.sha256).threshold,
  }
}

function isPassed({ question, regression }: Outcome): boolean {
  const flips = question === null || (!question.rightBefore && question.rightAfter)
  return flips && regression.rightAfter >= regression.rightBefore
}

function remarksOn(
  card: Card,
  model: LanguageModel,
  { question, regression }: Outcome,
  isLinted: boolean,
): readonly string[] {
  if (isLinted) return ['It was not tried on the model: first mend what stands against its text.']
  const { rightBefore, rightAfter, lost } = regression
  const other = card.student !== null && card.student.sha256 !== model.info.sha256
  return [
    ...(question === null
      ? ['It comes from no mistake, so nothing shows yet that it helps.']
      : questionRemarks(card, question)),
    ...(rightAfter < rightBefore
      ? [`With it ${rightAfter} of the other questions are right that were ${rightBefore} before.`]
      : []),
    ...(lost > 0 ? [`${lost} questions of other cards could not be asked: their matters have been deleted.`] : []),
    ...(other
      ? [`Tested with ${model.info.id}; the mistake was made by ${card.student?.id}, which is not installed.`]
      : []),
  ]
}

function questionRemarks({ always }: Card, question: NonNullable<CardTest['question']>): readonly string[] {
  const { rightBefore, rightAfter, isGiven, margin, threshold } = question
  if (rightBefore) return ['Its question is answered right without it: there is nothing for it to mend.']
  if (!isGiven)
    return ['Its own question does not find it. Write what a question looks like nearer to how it is asked.']
  if (!rightAfter) return ['Its question is still answered wrong with it.']
  if (!always && margin !== null && margin >= threshold)
    return [
      `The model is sure of its answer (${margin.toFixed(2)}, and from ${threshold} on it gets no card): mark the card “always”, or it will not be used here.`,
    ]
  return []
}

/** The model that made the mistake where it is installed, else the chosen one. */
async function studentOf({ student }: Card, assistant: Assistant): Promise<LanguageModel> {
  const { models } = await assistant.shelf.list()
  const own = models.find(({ id, installed, kind }) => installed && kind === 'language' && id === student?.id)
  const model = await modelFor(own?.id ?? null, assistant)
  if (!model) throw new AssistantError('NO_MODEL', 'Testing a card needs a model. Get one: consilium models')
  return model
}
