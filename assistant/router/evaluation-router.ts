import { EvaluationRun } from '../../contract/evaluation/evaluation.ts'
import type { Assistant } from '../assistant.ts'
import { AssistantError } from '../home/assistant-error.ts'
import { forgetGateThreshold } from '../cards/gate-threshold.ts'
import { calibrateOn } from '../evaluation/calibrate-on.ts'
import { compareKept } from '../evaluation/compare-kept.ts'
import { createSet, saveQuestion } from '../evaluation/edit-set.ts'
import { evaluate } from '../evaluation/evaluate.ts'
import { type EvaluationPlace, evaluationPlace } from '../questions/evaluation-place.ts'
import { exportFile } from '../evaluation/export-file.ts'
import { importQuestions, importSet } from '../evaluation/import-set.ts'
import { measuredRows } from '../evaluation/known-answers.ts'
import { proposeIntoSet } from '../evaluation/propose-into-set.ts'
import { findSet, listSets, questionsOf, refuseFolder } from '../questions/question-set.ts'
import { listRuns, resumeRun, rowsOfRun, startRuns } from '../evaluation/run-rows.ts'
import { decidedRate } from '../opinions/decisions/second-opinion-rate.ts'
import { opinionAgreement } from '../opinions/agreement/opinion-agreement.ts'
import { escalationCurve } from '../escalation/escalation-curve.ts'
import { sha256 } from '../home/sha256.ts'
import { api, guarded, signalOr } from './contract-base.ts'

export const evaluationRouter = {
  run: api.evaluation.run.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, evaluate(input, assistant, signalOr(signal))),
  ),
  sets: api.evaluation.sets.handler(async ({ input, context: { assistant } }) => {
    const own = input.matter === null ? [] : await listSets(await evaluationPlace(assistant, input.matter), '')
    return [...own, ...(await listSets(await evaluationPlace(assistant, null), assistant.samplesFolder))]
  }),
  questions: api.evaluation.questions.handler(async ({ input, context: { assistant } }) => {
    const { place, set } = await setIn(input, assistant)
    return [...(await questionsOf(place, set))]
  }),
  importSet: api.evaluation.importSet.handler(async ({ input, context: { assistant } }) => {
    const place = await evaluationPlace(assistant, input.matter)
    const application = await evaluationPlace(assistant, null)
    const set = await importSet(input.path, { place, application, now: assistant.now })
    tell(assistant, set.matter)
    return set
  }),
  importFile: api.evaluation.importFile.handler(async ({ input, context: { assistant } }) => {
    const place = await evaluationPlace(assistant, input.matter)
    const bytes = Buffer.from(await input.file.arrayBuffer())
    const set = await importQuestions(bytes, input.file.name, { place, now: assistant.now })
    tell(assistant, set.matter)
    return set
  }),
  createSet: api.evaluation.createSet.handler(async ({ input, context: { assistant } }) => {
    const place = await evaluationPlace(assistant, input.matter)
    const { matter } = place
    if (!matter) throw new AssistantError('WRONG_USE', 'A set is built in a matter, from its documents.')
    const set = createSet({ ...place, matter }, input.name, assistant.now())
    tell(assistant, matter.id)
    return set
  }),
  deleteSet: api.evaluation.deleteSet.handler(async ({ input, context: { assistant } }) => {
    const place = await evaluationPlace(assistant, input.matter)
    place.sets.remove(input.set)
    tellPlace(assistant, place)
  }),
  saveQuestion: api.evaluation.saveQuestion.handler(async ({ input, context: { assistant } }) => {
    const { place, set } = await setIn(input, assistant)
    refuseFolder(set)
    const saved = saveQuestion(place, set, input.question)
    tellPlace(assistant, place)
    return saved
  }),
  deleteQuestion: api.evaluation.deleteQuestion.handler(async ({ input, context: { assistant } }) => {
    const { place, set } = await setIn(input, assistant)
    refuseFolder(set)
    place.sets.removeQuestion(set.set, input.id)
    tellPlace(assistant, place)
  }),
  propose: api.evaluation.propose.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, proposeIntoSet(input, assistant, signalOr(signal))),
  ),
  runs: api.evaluation.runs.handler(async ({ input, context: { assistant } }) => [
    ...listRuns(await evaluationPlace(assistant, input.matter), assistant),
  ]),
  rows: api.evaluation.rows.handler(async ({ input, context: { assistant } }) => {
    const place = await evaluationPlace(assistant, input.matter)
    return [...measuredRows(rowsOfRun(place, input.run)).rows]
  }),
  start: api.evaluation.start.handler(async ({ input, context: { assistant } }) => {
    const { place, set } = await setIn(input, assistant)
    return [...startRuns(place, set, input.settings, assistant)]
  }),
  stop: api.evaluation.stop.handler(({ input, context: { assistant } }) => assistant.evaluations.stop(input.run)),
  resume: api.evaluation.resume.handler(async ({ input, context: { assistant } }) =>
    resumeRun(await evaluationPlace(assistant, input.matter), input.run, assistant),
  ),
  deleteRun: api.evaluation.deleteRun.handler(async ({ input, context: { assistant } }) => {
    const place = await evaluationPlace(assistant, input.matter)
    assistant.evaluations.stop(input.run)
    place.runs.remove(input.run)
    tellPlace(assistant, place)
  }),
  compare: api.evaluation.compare.handler(async ({ input, context: { assistant } }) => {
    const place = await evaluationPlace(assistant, input.matter)
    return compareKept(keptRun(place, input.before), keptRun(place, input.after))
  }),
  export: api.evaluation.export.handler(async ({ input, context: { assistant } }) => {
    const place = await evaluationPlace(assistant, input.matter)
    const against = input.against === null ? null : keptRun(place, input.against)
    const file = exportFile(keptRun(place, input.run), against, input.format)
    const { run, format } = input
    place.matter?.store.ledger.append('evaluation-exported', { run, format, sha256: sha256(await file.bytes()) })
    return { file }
  }),
  calibrate: api.evaluation.calibrate.handler(async ({ input, context: { assistant } }) => {
    const place = await evaluationPlace(assistant, input.matter)
    return calibrateOn({ ...keptRun(place, input.run), runs: place.runs }, assistant)
  }),
  calibrations: api.evaluation.calibrations.handler(({ context: { assistant } }) =>
    assistant.calibrations.list().map(({ summary }) => summary),
  ),
  agreement: api.evaluation.agreement.handler(({ input, context: { assistant } }) =>
    opinionAgreement(assistant, input.matter),
  ),
  escalation: api.evaluation.escalation.handler(async ({ input, context: { assistant } }) => {
    const place = await evaluationPlace(assistant, input.matter)
    const { second } = input
    if ('decided' in second) {
      const decided = await decidedRate(assistant, input.matter)
      const rate = decided.count / decided.of
      return escalationCurve(rowsOfRun(place, input.run), { run: null, rate, decided })
    }
    if ('rate' in second) return escalationCurve(rowsOfRun(place, input.run), { run: null, rate: second.rate })
    const { run, rows } = keptRun(place, second.run)
    return escalationCurve(rowsOfRun(place, input.run), { run: run.number, rows })
  }),
  forgetCalibration: api.evaluation.forgetCalibration.handler(({ input, context: { assistant } }) => {
    assistant.calibrations.forget(input.sha256)
    forgetGateThreshold(assistant.session.store().app.settings, input.sha256)
    tell(assistant, null)
  }),
}

type OfSet = { readonly matter: string | null; readonly set: string }

async function setIn({ matter, set }: OfSet, assistant: Assistant) {
  const place = await evaluationPlace(assistant, matter)
  return { place, set: await findSet(place, set, assistant.samplesFolder) }
}

function keptRun(place: EvaluationPlace, run: string) {
  return { run: EvaluationRun.parse(place.runs.get(run)), rows: rowsOfRun(place, run) }
}

function tell({ events }: Assistant, matter: string | null): void {
  events.tell({ type: 'evaluations-changed', matter })
}

function tellPlace(assistant: Assistant, { matter }: EvaluationPlace): void {
  tell(assistant, matter?.id ?? null)
}
