import { isDeepStrictEqual } from 'node:util'
import type { Calibrated } from '../../../contract/answers/confidence.ts'
import { EvaluationRun, RunRow } from '../../../contract/evaluation/evaluation.ts'
import { isGiven } from '../../../contract/evaluation/outcomes.ts'
import type { GateMeasure, GateThreshold } from '../../../contract/knowledge/card.ts'
import type { EvaluationRuns } from '../../../store/evaluation-rows.ts'
import type { RunKeepingTools } from '../evaluation-tools.ts'
import { BEGINNING, keepGateThreshold } from '../../cards/gate-threshold.ts'
import { calibrate } from '../../confidence/calibrate.ts'
import { canMeasure, FEWEST_ANSWERS } from '../../confidence/measure-confidence.ts'
import { readableRows } from '../../home/readable-rows.ts'
import { bootstrapInterval } from '../../statistics/estimates.ts'
import { auroc } from '../../statistics/score-measures.ts'
import { knownAnswers } from './summarise-run.ts'
import { Failure } from '../../../wording/failure.ts'
import { message, type Message } from '../../../wording/message.ts'

export type CalibratingRun = {
  readonly run: Pick<EvaluationRun, 'set' | 'model' | 'setName' | 'settings'>
  readonly rows: readonly RunRow[]
  /** Where the run is kept, with others on the same questions. */
  readonly runs: EvaluationRuns
}

/**
 * Calibrates the model of a run on its answers, and the gate of its cards, in the place of what was there. The gate stays as it was,
 * which `gateLeft` says, where too few were written without a card, or only the sure ones. Throws `WRONG_USE` where the answers are too
 * few.
 */
export function calibrateOnRun(
  { run, rows, runs }: CalibratingRun,
  { calibrations, session, now, events }: RunKeepingTools,
): Calibrated {
  const { model, setName: set, settings } = run
  if (settings.passages === 'off')
    throw new Failure('WRONG_USE', message('failures.evaluation.calibratedWithoutDocuments'))
  const answers = knownAnswers(rows)
  const from = { set, at: now().toISOString() }
  const calibration = model && calibrate(answers, { model, ...from })
  if (!calibration) {
    const right = answers.filter(({ isRight }) => isRight).length
    throw new Failure(
      'WRONG_USE',
      message('failures.evaluation.tooFewToCalibrate', { count: answers.length, right, wrong: answers.length - right }),
    )
  }
  calibrations.keep(calibration)
  const withoutCard = gateAnswers(run, rows, runs)
  const gate = withoutCard && calibrateGate(withoutCard, from)
  if (gate) keepGateThreshold(session.store().app.settings, model.sha256, gate)
  events.tell({ type: 'evaluations-changed', matter: null })
  return { ...calibration.summary, gateLeft: gate ? null : whyGateLeft(withoutCard) }
}

function whyGateLeft(withoutCard: readonly GateAnswer[] | null): Message {
  return message(withoutCard === null ? 'evaluation.gateLeft.onlySure' : 'evaluation.gateLeft.tooFew')
}

/** What is told of it must fit the source of a threshold. */
const NAME_CHARACTERS = 200

/** An answer that was written without a card. `rightWithCard`: of the same question with one; null: it was not asked so, or none fits. */
export type GateAnswer = {
  readonly margin: number
  readonly isRight: boolean
  readonly rightWithCard: boolean | null
}

/**
 * From how sure on a model needs no card, by answers that are known to be right or wrong: where the margin tells them apart best,
 * or, where enough questions were asked with their card too, where the most are right in the end. A margin that tells nothing sets no
 * threshold, and that is said. Null where there are too few answers to say anything.
 */
export function calibrateGate(
  answers: readonly GateAnswer[],
  from: Pick<GateMeasure, 'set' | 'at'>,
): GateThreshold | null {
  const scored = answers.map(({ margin, isRight }) => ({ score: margin, isRight }))
  const area = auroc(scored)
  if (area === null || !canMeasure(answers)) return null
  const aurocInterval = bootstrapInterval(scored, auroc)
  const pairs = answers.filter(({ rightWithCard }) => rightWithCard !== null)
  const by = pairs.length >= FEWEST_ANSWERS ? 'cards' : 'answers'
  const right = answers.filter(({ isRight }) => isRight).length
  const told = { ...from, answers: answers.length, right, auroc: area, aurocInterval, by } as const
  const tells = aurocInterval[0] > 0.5
  const measured: GateMeasure = { ...told, tells }
  const source = sourceOf(measured)
  if (!tells) return { threshold: BEGINNING.threshold, source, measured }
  return { threshold: by === 'cards' ? best(pairs, rightInTheEnd) : best(answers, toldApart), source, measured }
}

function sourceOf({ set, answers, right, auroc: area, aurocInterval: [from, to], by, tells }: GateMeasure): string {
  const name = set.length <= NAME_CHARACTERS ? set : `${set.slice(0, NAME_CHARACTERS - 1)}…`
  const told = `${answers} answers, ${right} right, AUROC ${area.toFixed(2)}, ${from.toFixed(2)}–${to.toFixed(2)}`
  if (!tells) return `not calibrated: on ${name} the margin did not tell right from wrong (${told})`
  return `calibrated on ${name}${by === 'cards' ? ', with and without cards' : ''} (${told})`
}

type Worth = (answers: readonly GateAnswer[], threshold: number) => number

/** Of equally good ones the lowest: a card costs a second prompt. */
function best(answers: readonly GateAnswer[], worth: Worth): number {
  const margins = [...new Set(answers.map(({ margin }) => margin))].toSorted((one, other) => one - other)
  const between = margins.slice(1).map((margin, index) => (margin + (margins[index] ?? margin)) / 2)
  const tried = [0, ...between, 1].map((threshold) => ({ threshold, worth: worth(answers, threshold) }))
  return tried.reduce((top, one) => (one.worth > top.worth + 1e-9 ? one : top)).threshold
}

/** Share of the right answers that would get no card, less that of the wrong ones (Youden). */
function toldApart(answers: readonly GateAnswer[], threshold: number): number {
  const sure = (isRight: boolean) => {
    const these = answers.filter((one) => one.isRight === isRight)
    return these.filter(({ margin }) => margin >= threshold).length / these.length
  }
  return sure(true) - sure(false)
}

function rightInTheEnd(answers: readonly GateAnswer[], threshold: number): number {
  return answers.filter(({ margin, isRight, rightWithCard }) => (margin >= threshold ? isRight : rightWithCard)).length
}

export type GateRun = Pick<EvaluationRun, 'set' | 'model' | 'settings'>

/**
 * The answers without a card to the questions of a run, its own or those of the newest such run with cards off, each with what became of
 * it in the newest with cards always. Null where only a run is known in which some got a card: these are the unsure ones, and by the
 * sure ones alone no answer would ever need a card.
 */
export function gateAnswers(run: GateRun, rows: readonly RunRow[], runs: EvaluationRuns): readonly GateAnswer[] | null {
  const without = run.settings.cards === 'off' ? rows : (rowsOfRunWith('off', run, runs) ?? rows)
  if (without.some(({ cards }) => cards.length > 0)) return null
  const withCard = new Map(
    rowsWithCards(run, runs).map((row) => [`${row.id} ${row.question}`, row.outcome === 'right']),
  )
  return without.flatMap(({ id, question, signals, outcome }) => {
    const margin = signals?.margin ?? null
    if (margin === null || !isGiven({ outcome })) return []
    return [{ margin, isRight: outcome === 'right', rightWithCard: withCard.get(`${id} ${question}`) ?? null }]
  })
}

function rowsWithCards(run: GateRun, runs: EvaluationRuns): readonly RunRow[] {
  const rows = rowsOfRunWith('always', run, runs) ?? []
  return rows.filter(({ cards, outcome }) => cards.length > 0 && outcome !== 'unjudged')
}

/** Of the newest whole run that differs in its cards alone; null where there is none. */
function rowsOfRunWith(
  cards: 'off' | 'always',
  { set, model, settings }: GateRun,
  runs: EvaluationRuns,
): readonly RunRow[] | null {
  const wanted = { ...settings, cards }
  const found = readableRows(EvaluationRun, runs.list()).find(
    (one) =>
      one.state === 'done' &&
      one.set === set &&
      one.model?.sha256 === model?.sha256 &&
      isDeepStrictEqual(one.settings, wanted),
  )
  return found ? readableRows(RunRow, runs.rows(found.run)) : null
}
