import { randomUUID } from 'node:crypto'
import type { CalibrationSummary, Share } from '../../contract/answers/confidence.ts'
import type {
  CompleteEvaluationInput,
  EvaluationRun,
  RunRow,
  RunSummary,
} from '../../contract/evaluation/evaluation.ts'
import type { GateThreshold } from '../../contract/knowledge/card.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import type { RunKeepingTools } from './evaluation-tools.ts'
import { gateThreshold } from '../cards/gate-threshold.ts'
import { writePrivateFile } from '../home/write-private-file.ts'
import { calibrateOnRun, type CalibratingRun } from './metrics/calibrate-on-run.ts'
import { measuredRows, summariseRun } from './metrics/summarise-run.ts'
import { runFacts, runReport } from './run-report.ts'
import { Failure, saidOf } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'
import { messageText } from '../../wording/message-text.ts'

type FolderRun = {
  readonly input: Pick<
    CompleteEvaluationInput,
    'folder' | 'sample' | 'answerableOnly' | 'seed' | 'rules' | 'cards' | 'strategy' | 'model' | 'calibrate' | 'html'
  >
  readonly setName: string
  /** How many questions the sample was drawn from. */
  readonly drawnFrom: number
  readonly model: LanguageModel
  readonly embedder: string | null
  readonly startedAt: string
}

type KeptRun = {
  readonly number: number
  readonly summary: RunSummary
  readonly calibration: CalibrationSummary | null
  /** From how sure on the model gets no card, where it was calibrated. */
  readonly gate: GateThreshold | null
  /** Why the gate stays as it was, though the model was calibrated. */
  readonly gateLeft: Message | null
  /** Why the model was not calibrated, though that was asked for. */
  readonly notCalibrated: Message | null
  /** Why the report was not written, though that was asked for. */
  readonly notWritten: Message | null
}

/**
 * Keeps what was measured on a folder as a run that belongs to no matter, so that it can be compared later; writes the
 * report and calibrates the model where that was asked for.
 */
export async function keepFolderRun(
  rows: readonly RunRow[],
  { input, setName, drawnFrom, model, embedder, startedAt }: FolderRun,
  assistant: RunKeepingTools,
): Promise<KeptRun> {
  const { evaluationRuns } = assistant.session.store().app
  const { sample, answerableOnly, seed, rules, cards, model: wanted } = input
  const strategy = input.strategy === null ? {} : { strategy: input.strategy }
  const summary = summariseRun(rows)
  const run: EvaluationRun = {
    run: randomUUID(),
    number: evaluationRuns.nextNumber(),
    set: input.folder,
    setName,
    matter: null,
    state: 'done',
    settings: {
      passages: 'on',
      rules,
      cards,
      options: 'shown',
      sample,
      answerableOnly,
      seed,
      model: wanted,
      ...strategy,
    },
    model: { id: model.info.id, sha256: model.info.sha256 },
    embedder,
    startedAt,
    endedAt: assistant.now().toISOString(),
    done: rows.length,
    of: rows.length,
    drawnFrom,
    leftMs: null,
    stage: null,
    failure: null,
    summary,
  }
  evaluationRuns.save(run)
  for (const row of rows) evaluationRuns.addRow(run.run, row)
  const calibrated = input.calibrate ? tryCalibrating({ run, rows, runs: evaluationRuns }, assistant) : NOTHING
  const title = `Run ${run.number}, ${setName}`
  const report = { title, facts: runFacts(run), summary, rows: measuredRows(rows).rows, comparison: null }
  const notWritten = input.html === null ? null : await tryWriting(input.html, runReport(report))
  assistant.events.tell({ type: 'evaluations-changed', matter: null })
  return { number: run.number, summary, ...calibrated, notWritten }
}

const NOTHING = { calibration: null, gate: null, gateLeft: null, notCalibrated: null }

/** What was measured must not be lost because a disk is full; gives why it was not written. */
async function tryWriting(file: string, text: string): Promise<Message | null> {
  try {
    await writePrivateFile(file, text)
    return null
  } catch (error) {
    return message('evaluation.notWritten', { file, reason: saidOf(error) })
  }
}

/** What was measured must not be lost because it is too little to calibrate on. */
function tryCalibrating(run: CalibratingRun, assistant: RunKeepingTools) {
  try {
    const { gateLeft, ...calibration } = calibrateOnRun(run, assistant)
    return {
      ...NOTHING,
      calibration,
      gateLeft,
      gate: gateThreshold(assistant.session.store().app.settings, calibration.model.sha256),
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { ...NOTHING, notCalibrated: error.said }
  }
}

/** `confidence` of the line that `eval` prints (`docs/measuring.md`), with how it was measured, n and intervals beside it. */
export function confidenceLine({
  summary: { confidence },
  calibration,
  gate,
  gateLeft,
  notCalibrated,
}: Pick<KeptRun, 'summary' | 'calibration' | 'gate' | 'gateLeft' | 'notCalibrated'>) {
  const told = {
    gate,
    gateLeft: gateLeft && messageText(gateLeft),
    notCalibrated: notCalibrated && messageText(notCalibrated),
  }
  const kept = calibration && { method: calibration.method, limits: calibration.limits, answers: calibration.answers }
  if (!confidence)
    return {
      auroc: null,
      ece: null,
      confidentWrong: null,
      highBandShare: null,
      why: 'too few answers: it takes 20, of them 5 right and 5 wrong ones',
      calibration: kept,
      ...told,
    }
  const { auroc, aurocInterval, ece, eceInterval, confidentWrong, wrongInHigh, highBand, how, answers, right } =
    confidence
  return {
    auroc,
    aurocInterval,
    ece,
    eceInterval,
    confidentWrong: valueOf(confidentWrong),
    highBandShare: valueOf(highBand),
    confidentWrongOf: confidentWrong,
    wrongInHigh,
    highBand,
    how,
    answers,
    right,
    highReached: highBand.count > 0,
    calibration: kept,
    ...told,
  }
}

/** The shares of a run, each with what it was counted from and its interval. */
export function shareLines({ right, half, wrong, wrongGreen, refused, rightRefusals, quotes, byType }: RunSummary) {
  return { right, half, wrong, wrongGreen, refused, rightRefusals, quotesAtOffsets: quotes, byType }
}

function valueOf({ count, of }: Share): number | null {
  return of === 0 ? null : count / of
}
