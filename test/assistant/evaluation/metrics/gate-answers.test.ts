import { describe, expect, test } from 'vitest'
import { calibrateGate, gateAnswers, type GateRun } from '../../../../assistant/evaluation/metrics/calibrate-on-run.ts'
import { type EvaluationRun, type RunRow, RunSettings } from '../../../../contract/evaluation/evaluation.ts'
import type { EvaluationRuns } from '../../../../store/evaluation-rows.ts'
import { openTestStore, temporaryFolder } from '../../../store/temporary-home.ts'
import { inventRows } from '../invented-rows.ts'

type Cards = RunSettings['cards']

const runWith = (cards: Cards): GateRun => ({
  set: 'leases',
  model: { id: 'invented', sha256: 'a'.repeat(64) },
  settings: RunSettings.parse({ cards, seed: 7 }),
})

/** Sixty answers whose margin tells whether they are right; then as a gate at 0.6 leaves them, the unsure ones with a card. */
const WITHOUT = inventRows(60, { heldOut: true })
const given = (row: RunRow): RunRow => ({ ...row, outcome: 'right', cards: ['c'] })
const isUnsure = ({ signals }: RunRow) => (signals?.margin ?? 1) < 0.6
const GATED = WITHOUT.map((row) => (isUnsure(row) ? given(row) : row))

function keep(runs: EvaluationRuns, cards: Cards, rows: readonly RunRow[]): void {
  const number = runs.nextNumber()
  const run: EvaluationRun = {
    ...runWith(cards),
    run: String(number),
    number,
    setName: 'Leases',
    matter: null,
    state: 'done',
    embedder: null,
    startedAt: '2026-06-01T00:00:00.000Z',
    endedAt: null,
    done: rows.length,
    of: rows.length,
    leftMs: null,
    stage: null,
    failure: null,
    summary: null,
  }
  runs.save(run)
  for (const row of rows) runs.addRow(run.run, row)
}

async function answersBeside(
  kept: readonly (readonly [Cards, readonly RunRow[]])[],
  cards: Cards,
  rows: readonly RunRow[] = GATED,
) {
  await using folder = await temporaryFolder()
  await using opened = await openTestStore(folder.path)
  const { evaluationRuns: runs } = opened.store.app
  for (const [mode, all] of kept) keep(runs, mode, all)
  return gateAnswers(runWith(cards), rows, runs)
}

describe('what a gate is calibrated on', () => {
  test('is nothing where the unsure answers of the run got a card, for the sure ones alone would close it for good', async () => {
    expect(await answersBeside([], 'on')).toBeNull()
    expect(await answersBeside([['always', WITHOUT.map(given)]], 'on')).toBeNull()
    expect(await answersBeside([], 'always', WITHOUT.map(given))).toBeNull()
  })

  test('is the same questions of a run without cards, where there is one: the unsure ones among them', async () => {
    const kept = [
      ['off', WITHOUT],
      ['always', WITHOUT.map(given)],
    ] as const
    const answers = (await answersBeside(kept, 'on')) ?? []
    expect(answers).toHaveLength(60)
    expect(answers.filter(({ margin, rightWithCard }) => margin < 0.6 && rightWithCard === true)).toHaveLength(
      WITHOUT.filter(isUnsure).length,
    )
    const gate = calibrateGate(answers, { set: 'leases', at: '2026-06-01T00:00:00.000Z' })
    expect(gate?.threshold).toBeGreaterThan(0.6)
  })

  test('is the run itself where it is one without cards, or none of its answers got one', async () => {
    expect(await answersBeside([], 'off', WITHOUT)).toHaveLength(60)
    expect(await answersBeside([], 'on', WITHOUT)).toHaveLength(60)
  })
})
