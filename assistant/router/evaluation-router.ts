import { keepSettings, keptSettings } from '../answers/answer-settings.ts'
import type { Assistant } from '../assembly/assistant.ts'
import { forgetGateThreshold } from '../cards/gate-threshold.ts'
import { escalationCurve } from '../escalation/escalation-curve.ts'
import { evaluate } from '../evaluation/evaluate.ts'
import { calibrateOnRun } from '../evaluation/metrics/calibrate-on-run.ts'
import { compareKeptRuns } from '../evaluation/metrics/compare-runs.ts'
import { measuredRows } from '../evaluation/metrics/summarise-run.ts'
import { exportRun } from '../evaluation/run-export.ts'
import { listRuns, resumeRun, rowsOfRun, runNamed, startRuns } from '../evaluation/runs.ts'
import { createSet, importQuestions, importSet, saveQuestion } from '../evaluation/sets/edit-set.ts'
import { proposeIntoSet } from '../evaluation/sets/propose-questions.ts'
import { sha256 } from '../home/sha256.ts'
import { opinionAgreement } from '../opinions/agreement/agreement-over-time.ts'
import { decidedRate } from '../opinions/agreement/second-opinion-rate.ts'
import { adoptBest, listOptimisations, startOptimisation } from '../optimisation/optimisations.ts'
import { type EvaluationPlace, evaluationPlace } from '../questions/evaluation-place.ts'
import { findSet, listSets, questionsOf, refuseFolder } from '../questions/question-set.ts'
import { api, guarded, signalOr } from './contract-base.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

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
    if (!matter) throw new Failure('WRONG_USE', message('failures.evaluation.setNeedsMatter'))
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
  going: api.evaluation.going.handler(({ context: { assistant } }) => assistant.evaluations.going),
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
    return compareKeptRuns(keptRun(place, input.before), keptRun(place, input.after))
  }),
  export: api.evaluation.export.handler(async ({ input, context: { assistant } }) => {
    const place = await evaluationPlace(assistant, input.matter)
    const against = input.against === null ? null : keptRun(place, input.against)
    const file = exportRun(keptRun(place, input.run), against, input.format)
    const { run, format } = input
    place.matter?.store.ledger.append('evaluation-exported', { run, format, sha256: sha256(await file.bytes()) })
    return { file }
  }),
  calibrate: api.evaluation.calibrate.handler(async ({ input, context: { assistant } }) => {
    const place = await evaluationPlace(assistant, input.matter)
    return calibrateOnRun({ ...keptRun(place, input.run), runs: place.runs }, assistant)
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
  return { run: runNamed(place, run), rows: rowsOfRun(place, run) }
}

function tell({ events }: Assistant, matter: string | null): void {
  events.tell({ type: 'evaluations-changed', matter })
}

function tellPlace(assistant: Assistant, { matter }: EvaluationPlace): void {
  tell(assistant, matter?.id ?? null)
}

export const optimisationRouter = {
  list: api.optimisation.list.handler(async ({ input, context: { assistant } }) => [
    ...listOptimisations(await evaluationPlace(assistant, input.matter), assistant),
  ]),
  start: api.optimisation.start.handler(({ input, context: { assistant } }) => startOptimisation(input, assistant)),
  stop: api.optimisation.stop.handler(({ input, context: { assistant } }) =>
    assistant.evaluations.stop(input.optimisation),
  ),
  keep: api.optimisation.keep.handler(async ({ input, context: { assistant } }) => {
    adoptBest(await evaluationPlace(assistant, input.matter), input.optimisation, assistant)
  }),
  reset: api.optimisation.reset.handler(({ input, context: { assistant } }) => {
    keepSettings(assistant.session.store().app.settings, input.sha256, null)
    assistant.events.tell({ type: 'evaluations-changed', matter: null })
  }),
  kept: api.optimisation.kept.handler(({ input, context: { assistant } }) =>
    keptSettings(assistant.session.store().app.settings, input.sha256),
  ),
}
