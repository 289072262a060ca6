import { implement } from '@orpc/server'
import { calibrate } from '../../../assistant/confidence/calibrate.ts'
import { compareRuns } from '../../../assistant/evaluation/metrics/compare-runs.ts'
import { knownAnswers, measuredRows, summariseRun } from '../../../assistant/evaluation/metrics/summarise-run.ts'
import { contract } from '../../../contract/index.ts'
import type {
  EvaluationRun,
  QuestionSet,
  RunRow,
  RunSettings,
  SetQuestion,
} from '../../../contract/evaluation/evaluation.ts'
import { escalationCurve } from '../../../assistant/escalation/escalation-curve.ts'
import { inventRow, inventRows } from '../../assistant/evaluation/invented-rows.ts'
import { inventAgreement } from './invented-agreement.ts'
import { inventMatters } from './invented-matters.ts'
import type { StandInState } from './stand-in-assistant.ts'

const os = implement(contract)
const MODEL = { id: 'qwen3-4b', sha256: '3f9a77c0c21d' }

/** Questions on the leases of the sample matter; two runs on them, the second without rules; nothing changes them. */
function inventEvaluation() {
  const set: QuestionSet = {
    set: 'leases',
    name: 'Own questions, leases',
    origin: 'built',
    matter: inventMatters()[0]?.id ?? null,
    documents: 'matter',
    folder: null,
    questions: 212,
    unanswerable: 41,
    multipleChoice: 0,
    proposed: 1,
    addedAt: '2026-05-20T09:00:00.000Z',
  }
  const rows = new Map<string, readonly RunRow[]>([
    ['r2', inventRun(0, true)],
    ['r1', inventRun(3, false)],
  ])
  const runs = [...rows].map(([run, all], index): EvaluationRun => {
    const settings: RunSettings = {
      passages: 'on',
      rules: index === 0 ? 'on' : 'off',
      cards: 'on',
      options: 'shown',
      sample: null,
      seed: 7,
      model: null,
    }
    const at = { startedAt: '2026-06-03T09:00:00.000Z', endedAt: '2026-06-03T11:00:00.000Z' }
    const ended = { state: 'done', done: 212, of: 212, leftMs: null, stage: null, failure: null } as const
    const summary = summariseRun(all)
    return {
      run,
      number: 2 - index,
      set: set.set,
      setName: set.name,
      matter: inventMatters()[0]?.id ?? null,
      settings,
      model: MODEL,
      embedder: null,
      ...at,
      ...ended,
      summary,
    }
  })
  const answers = knownAnswers(rows.get('r2') ?? [])
  const calibration = calibrate(answers, { model: MODEL, set: set.name, at: '2026-06-03T11:05:00.000Z' })
  return { set, rows, runs, calibration }
}

let invented: ReturnType<typeof inventEvaluation> | null = null

/** Made when it is first looked at: the calibration takes longer than all else of the stand-in. */
function evaluated() {
  invented ??= inventEvaluation()
  return invented
}

export function evaluationPart(state: Pick<StandInState, 'going' | 'hasRuns'>) {
  const { evaluation } = os
  return {
    run: evaluation.run.handler(async function* () {}),
    sets: evaluation.sets.handler(() => [evaluated().set]),
    questions: evaluation.questions.handler(() => [...QUESTIONS]),
    importSet: evaluation.importSet.handler(() => evaluated().set),
    importFile: evaluation.importFile.handler(() => evaluated().set),
    createSet: evaluation.createSet.handler(() => evaluated().set),
    deleteSet: evaluation.deleteSet.handler(() => {}),
    saveQuestion: evaluation.saveQuestion.handler(({ input }) => input.question),
    deleteQuestion: evaluation.deleteQuestion.handler(() => {}),
    propose: evaluation.propose.handler(async function* () {
      yield { type: 'proposal-end' as const, proposed: 1, dropped: 2 }
    }),
    runs: evaluation.runs.handler(() => (state.hasRuns ? evaluated().runs : [])),
    going: evaluation.going.handler(() => state.going),
    rows: evaluation.rows.handler(({ input }) => [...measuredRows(evaluated().rows.get(input.run) ?? []).rows]),
    start: evaluation.start.handler(({ input }) => {
      state.going = { done: 0, of: input.settings[0]?.sample ?? 212 }
      return evaluated().runs
    }),
    stop: evaluation.stop.handler(() => {}),
    resume: evaluation.resume.handler(() => {}),
    deleteRun: evaluation.deleteRun.handler(() => {}),
    compare: evaluation.compare.handler(({ input }) =>
      compareRuns(evaluated().rows.get(input.before) ?? [], evaluated().rows.get(input.after) ?? []),
    ),
    export: evaluation.export.handler(() => ({ file: new File(['report'], 'report.html') })),
    calibrate: evaluation.calibrate.handler(({ errors }) => {
      const { calibration } = evaluated()
      if (!calibration) throw errors.WRONG_USE()
      return { ...calibration.summary, gateLeft: null }
    }),
    calibrations: evaluation.calibrations.handler(() => {
      const { calibration } = evaluated()
      return calibration ? [calibration.summary] : []
    }),
    agreement: evaluation.agreement.handler(() => inventAgreement()),
    escalation: evaluation.escalation.handler(({ input }) => {
      const second = 'run' in input.second ? input.second.run : ''
      return escalationCurve(evaluated().rows.get(input.run) ?? [], {
        run: 1,
        rows: evaluated().rows.get(second) ?? [],
      })
    }),
    forgetCalibration: evaluation.forgetCalibration.handler(() => {}),
  }
}

const QUESTIONS: readonly SetQuestion[] = [
  {
    id: 'q1',
    type: 'own',
    question: 'When must the break notice be served?',
    answer: 'not less than six months before the break date',
    answerable: true,
    options: [],
    goldSpans: [{ doc: 'Lease, signed copy.pdf', start: 31_204, end: 31_260 }],
    context: [],
    state: 'accepted',
  },
  {
    id: 'q2',
    type: 'proposed',
    question: 'How much is the deposit of Unit 4?',
    answer: '18,000 pounds',
    answerable: true,
    options: [],
    goldSpans: [{ doc: 'Rent deposit deed.pdf', start: 120, end: 164 }],
    context: [],
    state: 'proposed',
  },
]

const TYPES = ['factual', 'multi hop', 'summary']

function inventRun(worse: number, heldOut: boolean): readonly RunRow[] {
  const answered = inventRows(171, { heldOut }).map((row, index): RunRow => {
    const isWorse = worse > 0 && index % 9 === worse
    const outcome = isWorse && row.outcome === 'right' ? 'wrong' : row.outcome
    return {
      ...row,
      outcome,
      type: TYPES[index % 3] ?? '',
      quotes: 2,
      quotesAtOffsets: 2,
      totalMs: 17_000 + 20 * index,
    }
  })
  const unanswerable = Array.from({ length: 41 }, (_, index) =>
    inventRow({
      id: `u${index}`,
      type: 'not answerable',
      answerable: false,
      gold: null,
      answer: '',
      state: 'not-found',
      outcome: 'right-refusal',
    }),
  )
  return [...answered, ...unanswerable]
}
