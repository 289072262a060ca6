import type { Card, MistakeKind } from '../../contract/knowledge/card.ts'
import type { EvaluationRun, RunRow } from '../../contract/evaluation/evaluation.ts'
import { isMistake } from '../../contract/evaluation/outcomes.ts'
import type { EvaluationTools } from '../evaluation/evaluation-tools.ts'
import { type CardTools, cardFromMistake } from './card-from-mistake.ts'
import { type EvaluationPlace, evaluationPlace } from '../questions/evaluation-place.ts'
import { withOptions } from '../evaluation/scoring/closed-answers.ts'
import { findSet, questionsOf } from '../questions/question-set.ts'
import { rowsOfRun, runNamed } from '../evaluation/runs.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

export type FailedItem = {
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
