import { randomUUID } from 'node:crypto'
import type { Card, CardOrigin, CardText, Correction, MistakeKind } from '../../contract/knowledge/card.ts'
import type { KnownTerm } from '../../disclosure/identifiers/identifier.ts'
import type { Detection, FindIdentifiers } from '../../disclosure/packet/mask-segments.ts'
import { type CardRecord, keepCard, textHash } from '../cards/card-rows.ts'
import { matterTerms, toKnownTerms } from '../packets/matter-terms.ts'
import { redactText } from '../packets/redact-text.ts'
import type { Events } from '../home/events.ts'
import type { HomeSession } from '../home/home-session.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { userName } from '../home/settings.ts'
import type { Knowledge } from '../rules/knowledge.ts'
import type { EvaluationRun, RunRow } from '../../contract/evaluation/evaluation.ts'
import { isMistake } from '../../contract/evaluation/outcomes.ts'
import type { EvaluationTools } from '../evaluation/evaluation-tools.ts'
import { evaluationPlace, type EvaluationPlace } from '../questions/evaluation-place.ts'
import { withOptions } from '../evaluation/scoring/closed-answers.ts'
import { findSet, questionsOf } from '../questions/question-set.ts'
import { rowsOfRun, runNamed } from '../evaluation/runs.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** A question that a model answered wrong, with what is right. */
type Mistake = {
  readonly matter: OpenMatter
  readonly from: Correction['from']
  readonly answerId: string | null
  readonly question: string
  readonly wrong: string
  readonly expected: string
  readonly mistake: MistakeKind
  readonly student: Card['student']
}

/** What cards are made with. The assistant has all of it. */
export type CardTools = {
  readonly session: HomeSession
  readonly detection: () => Promise<Detection>
  readonly knowledge: Knowledge
  readonly now: () => Date
  readonly events: Events
}

const TITLE_CHARACTERS = 80

/** A question may have four times as many as what a card keeps of it. */
const TRIGGER_CHARACTERS = 1000

/**
 * Begins a card for a mistake that a person has confirmed, or an evaluation shown. The question and what is right stay in the
 * matter, under its key; the card gets their id, and the question without its names. Its two parts are still to be written.
 */
export async function cardFromMistake(mistake: Mistake, tools: CardTools): Promise<Card> {
  return cardFromCorrection(keepCorrection(mistake, tools.now()), mistake, tools)
}

export type Begun = Pick<Mistake, 'matter' | 'student'> & {
  /** What it starts with, and who wrote that. */
  readonly start?: (Pick<CardText, 'summary'> & { readonly teacher: string }) | null
}

/** Begins a card for a mistake that is kept already. */
export async function cardFromCorrection(
  { correctionId, from, answerId, question, mistake }: Correction,
  { matter, student, start = null }: Begun,
  tools: CardTools,
): Promise<Card> {
  const trigger = shortened(await generalQuestion(question, matter, tools), TRIGGER_CHARACTERS)
  const text: CardText = {
    ...BLANK,
    summary: start?.summary ?? '',
    title: shortened(trigger, TITLE_CHARACTERS),
    trigger,
    mistake,
  }
  const origin: CardOrigin = { kind: ORIGINS[from], matter: matter.id, correction: correctionId, pack: null }
  const card = createCard(text, { origin, student, ...(start ? { teacher: start.teacher } : {}) }, tools)
  const data = { correctionId, card: card.card, from }
  matter.store.ledger.append('answer-corrected', answerId === null ? data : { ...data, answerId })
  return card
}

const ORIGINS = { user: 'correction', evaluation: 'evaluation', opinion: 'opinion' } as const

/** A draft; written by the user where nobody else is named. */
export function createCard(
  text: CardText,
  { origin, student, teacher }: Pick<Card, 'origin' | 'student'> & { readonly teacher?: string },
  { session, now, events }: Pick<CardTools, 'session' | 'now' | 'events'>,
): Card {
  const { app } = session.store()
  const at = now().toISOString()
  const record: CardRecord = {
    ...text,
    card: randomUUID(),
    version: 1,
    status: 'draft',
    sentBack: false,
    sha256: textHash(text),
    student,
    teacher: teacher ?? userName(app.settings),
    promptVersion: null,
    origin,
    createdAt: at,
    changedAt: at,
    approvedBy: null,
    approvedOn: null,
    test: null,
  }
  const card = keepCard(app, record, 'card-created')
  events.tell({ type: 'cards-changed' })
  return card
}

export function keepCorrection(
  { matter, from, answerId, question, wrong, expected, mistake }: Omit<Mistake, 'student'>,
  now: Date,
): Correction {
  const correction: Correction = {
    correctionId: randomUUID(),
    createdAt: now.toISOString(),
    from,
    answerId,
    question,
    wrong,
    expected,
    mistake,
  }
  matter.store.corrections.save(correction)
  return correction
}

const BLANK: Omit<CardText, 'title' | 'trigger' | 'mistake'> = {
  summary: '',
  knowledge: [],
  domain: null,
  jurisdiction: null,
  always: false,
  validFrom: null,
  validTo: null,
}

async function generalQuestion(question: string, matter: OpenMatter, { detection, knowledge }: CardTools) {
  const { find, isOrdinaryWord } = await detection()
  return generalText(question, toKnownTerms(await matterTerms(matter, knowledge, isOrdinaryWord)), find)
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}

/** A text with the kind of thing in the place of each name and number: `How much does [PERSON] pay from [DATE] on?` */
export function generalText(text: string, terms: readonly KnownTerm[], find: FindIdentifiers): string {
  return redactText(text, { known: terms }, find).text.replace(/\[([A-Z-]+?)-\d[^\]]*\]/g, '[$1]')
}

type FailedItem = {
  readonly matter: string
  readonly run: string
  /** Its id in the set. */
  readonly question: string
  readonly mistake: MistakeKind
}

/**
 * Begins a card from a question that a run of the matter answered wrong or by half, or refused though it has an answer. Throws
 * `NOT_FOUND`, and `WRONG_USE` for one that was answered right, has no known answer, or is not asked of the documents of the matter.
 */
export async function cardFromRun(
  { matter: wanted, run: id, question, mistake }: FailedItem,
  assistant: EvaluationTools & CardTools,
): Promise<Card> {
  const matter = await assistant.matters.open(wanted)
  const place = await evaluationPlace(assistant, matter.id)
  const rows = rowsOfRun(place, id)
  const run = runNamed(place, id)
  const row = rows.find((one) => one.id === question)
  if (!row) throw new Failure('NOT_FOUND', message('failures.lessons.noAnswerInRun', { run: run.number, question }))
  const expected = neededAnswer(row, run)
  const asked = await questionAsAsked(row, run, place, assistant)
  const item = { question: asked, wrong: row.answer, expected, mistake }
  return cardFromMistake({ matter, from: 'evaluation', answerId: null, student: run.model, ...item }, assistant)
}

function neededAnswer(row: RunRow, { number }: EvaluationRun): string {
  const { id, gold } = row
  if (gold === null) throw new Failure('WRONG_USE', message('failures.lessons.noKnownAnswer', { question: id }))
  if (!isMistake(row))
    throw new Failure('WRONG_USE', message('failures.lessons.notMistaken', { question: id, run: number }))
  return gold
}

/** A row holds the question without its options. */
async function questionAsAsked(
  { id, question }: RunRow,
  { set: wanted, settings }: EvaluationRun,
  place: EvaluationPlace,
  { samplesFolder }: Pick<EvaluationTools, 'samplesFolder'>,
): Promise<string> {
  const set = await findSet(place, wanted, samplesFolder)
  if (set.documents !== 'matter')
    throw new Failure('WRONG_USE', message('failures.lessons.passagesOfTheirOwn', { set: set.name }))
  const kept = (await questionsOf(place, set)).find((one) => one.id === id && one.question === question)
  return kept && settings.options === 'shown' ? withOptions(question, kept.options) : question
}
