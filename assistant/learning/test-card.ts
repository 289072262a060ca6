import type { Card, CardTest, CardText, TestingEvent } from '../../contract/knowledge/card.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import type { EvaluationTools } from '../evaluation/evaluation-tools.ts'
import type { CardTools } from './card-from-mistake.ts'
import { approvedCards, cardRow, keepCard, textOf } from '../cards/card-rows.ts'
import { gateThreshold } from '../cards/gate-threshold.ts'
import { correctionOf } from '../cards/kept-corrections.ts'
import { lintCard } from '../cards/lint-card.ts'
import { matterTerms, toKnownTerms } from '../packets/matter-terms.ts'
import { modelFor } from '../models/model-for.ts'
import { changedQuestions, compareOn, type Comparing, questionsOfCards, type RegressionQuestion } from './regression.ts'
import { isRight, type Tried, tryQuestion } from './try-question.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

type Progress = Exclude<TestingEvent, { type: 'testing-end' }>
type Outcome = Pick<CardTest, 'question' | 'regression'>
type Found = Outcome & {
  /** The titles of the cards that its question finds instead of it. */
  readonly instead: readonly string[]
}

/**
 * The consistency filter: with the card the question that it comes from is now right, and what was right before stays right.
 * Greedy and with one seed. A card that passes is `tested`; the result is kept with the card. `more`: further questions of the
 * regression set. Throws `WRONG_USE` where the matter of its question is gone, `NO_MODEL`.
 */
export async function* testCard(
  id: string,
  more: readonly RegressionQuestion[],
  assistant: EvaluationTools & CardTools,
  signal: AbortSignal,
): AsyncGenerator<TestingEvent, void, void> {
  const { app } = assistant.session.store()
  const card = cardRow(app, id)
  if (card.status === 'approved')
    throw new Failure('WRONG_USE', message('failures.lessons.testOfApproved', { lesson: card.title }))
  if (card.status === 'retired')
    throw new Failure('WRONG_USE', message('failures.lessons.testOfRetired', { lesson: card.title }))
  const model = await studentOf(card, assistant)
  const lint = await problemsOfCard(card, textOf(card), assistant)
  // A card that may not be approved is not worth the time of a model.
  const { instead, ...outcome } = lint.length > 0 ? UNTRIED : yield* tried(card, model, more, assistant, signal)
  const remarks = remarksOn(card, model, { ...outcome, instead }, lint.length > 0)
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
  if (!isUnchanged(card, now)) throw new Failure('WRONG_USE', message('failures.lessons.changedWhileTested'))
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

const UNTRIED: Found = {
  question: null,
  instead: [],
  regression: { questions: 0, asked: 0, rightBefore: 0, rightAfter: 0, broken: [], lost: 0 },
}

async function* tried(
  card: Card,
  model: LanguageModel,
  more: readonly RegressionQuestion[],
  assistant: EvaluationTools & CardTools,
  signal: AbortSignal,
): AsyncGenerator<Progress, Found, void> {
  const approved = approvedCards(assistant.session.store().app).filter((one) => one.card !== card.card)
  const comparing: Comparing = { model, before: approved, after: [...approved, { ...card, status: 'approved' }] }
  const own = await questionsOfCards(approved, assistant)
  const all = [...own.questions, ...more]
  const changed = await changedQuestions(all, comparing, assistant, signal)
  yield { type: 'testing-progress', done: 0, of: changed.length + 1 }
  const flipped = yield* flip(card, comparing, assistant, signal)
  const right = { before: 0, after: 0 }
  const broken: string[] = []
  for (const [index, one] of changed.entries()) {
    yield { type: 'testing-progress', done: index + 1, of: changed.length + 1 }
    const { rightBefore, rightAfter } = await compareOn(one, comparing, assistant, signal)
    right.before += Number(rightBefore)
    right.after += Number(rightAfter)
    if (rightBefore && !rightAfter) broken.push(one.from)
  }
  const regression = {
    questions: all.length,
    asked: changed.length,
    rightBefore: right.before,
    rightAfter: right.after,
    broken,
    lost: own.lost,
  }
  return { ...flipped, regression }
}

/**
 * The question that the card comes from, without it and, whatever the gate would say, with it beside the approved ones: in use the
 * best of all is found, which may be another.
 */
async function* flip(
  card: Card,
  { model, before, after }: Comparing,
  assistant: EvaluationTools & CardTools,
  signal: AbortSignal,
): AsyncGenerator<Progress, Pick<Found, 'question' | 'instead'>, void> {
  const from = await correctionOf(card, assistant)
  if (from === 'none') return { question: null, instead: [] }
  if (from === 'lost') throw new Failure('WRONG_USE', message('failures.lessons.questionGone', { lesson: card.title }))
  const { question } = from.correction
  const trial = { question, matter: from.matter, model }
  const without = await tryQuestion({ ...trial, cards: before, mode: 'on' }, assistant, signal)
  const rightBefore = isRight(without.answer, from.correction)
  yield { type: 'testing-answer', withCard: false, answer: without.answer, isRight: rightBefore }
  const isAmong = ({ knowledge }: Tried) => knowledge.sources.some((source) => source.card === card.card)
  const gated = await tryQuestion({ ...trial, cards: after, mode: 'on' }, assistant, signal)
  const given = isAmong(gated)
    ? gated
    : await tryQuestion({ ...trial, cards: after, mode: 'always' }, assistant, signal)
  const isGiven = isAmong(given)
  const rightAfter = isGiven && isRight(given.answer, from.correction)
  yield { type: 'testing-answer', withCard: true, answer: given.answer, isRight: rightAfter }
  const { threshold } = gateThreshold(assistant.session.store().app.settings, model.info.sha256)
  return {
    question: { rightBefore, rightAfter, isGiven, margin: gated.knowledge.margin, threshold },
    instead: isGiven ? [] : given.knowledge.sources.map(({ title }) => title),
  }
}

function isPassed({ question, regression }: Outcome): boolean {
  const flips = question === null || (!question.rightBefore && question.rightAfter)
  return flips && regression.broken.length === 0
}

function remarksOn(
  card: Card,
  model: LanguageModel,
  { question, regression, instead }: Found,
  isLinted: boolean,
): readonly string[] {
  if (isLinted) return ['It was not tried on the model: first mend what stands against its text.']
  const { broken, lost } = regression
  return [
    ...(question === null
      ? ['It comes from no mistake, so nothing shows yet that it helps.']
      : questionRemarks(card, question, instead)),
    ...(broken.length > 0 ? [`Right before and wrong with it, of the other questions: ${broken.join(', ')}.`] : []),
    ...(lost > 0 ? [`${lost} questions of other cards could not be asked: their matters have been deleted.`] : []),
    ...studentRemarks(card.student, model.info),
  ]
}

/** The hash of a model is of its file and its adapter. */
function studentRemarks(student: Card['student'], { id, sha256 }: LanguageModel['info']): readonly string[] {
  if (student === null || student.sha256 === sha256) return []
  if (student.id === id) return [`The mistake was made by ${id}; it was tested with another adapter or file of it.`]
  return [`Tested with ${id}; the mistake was made by ${student.id}, which is not installed.`]
}

function questionRemarks(
  { always }: Card,
  question: NonNullable<CardTest['question']>,
  instead: readonly string[],
): readonly string[] {
  const { rightBefore, rightAfter, isGiven, margin, threshold } = question
  if (rightBefore) return ['Its question is answered right without it: there is nothing for it to mend.']
  if (instead.length > 0) {
    const titles = instead.map((title) => `“${title}”`).join(', ')
    return [
      `Its own question finds ${titles} instead. Write what a question looks like nearer to how it is asked, or make the other one narrower.`,
    ]
  }
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
async function studentOf(
  { student }: Card,
  assistant: Pick<EvaluationTools, 'shelf' | 'session'>,
): Promise<LanguageModel> {
  const { models } = await assistant.shelf.list()
  const own = models.find(({ id, installed, kind }) => installed && kind === 'language' && id === student?.id)
  const model = await modelFor(own?.id ?? null, assistant)
  if (!model) throw new Failure('NO_MODEL', message('failures.lessons.testNeedsModel'))
  return model
}

/** What stands against a text of this card, in words; with the terms and the texts of the matter that it comes from. */
export async function problemsOfCard(
  card: Card,
  text: CardText,
  tools: Pick<CardTools, 'session' | 'detection' | 'knowledge'> & Pick<EvaluationTools, 'matters'>,
): Promise<readonly string[]> {
  const { find, isOrdinaryWord } = await tools.detection()
  const from = await correctionOf(card, tools)
  if (from === 'none' || from === 'lost') return lintCard(text, { find, terms: [], specifics: [] })
  const { wrong, expected } = from.correction
  const terms = toKnownTerms(await matterTerms(from.matter, tools.knowledge, isOrdinaryWord))
  return lintCard(text, { find, terms, specifics: [wrong, expected] })
}
