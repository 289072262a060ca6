import { isDeepStrictEqual } from 'node:util'
import { EvaluationRun, RunRow } from '../../contract/evaluation.ts'
import type { EvaluationRuns } from '../../store/evaluation/evaluation-runs.ts'
import type { GateAnswer } from '../cards/calibrate-gate.ts'

export type GateRun = Pick<EvaluationRun, 'set' | 'model' | 'settings'>

/** The answers of a run that no card was used for, each with what became of it in the newest such run with cards always. */
export function gateAnswers(run: GateRun, rows: readonly RunRow[], runs: EvaluationRuns): readonly GateAnswer[] {
  const withCard = new Map(
    rowsWithCards(run, runs).map((row) => [`${row.id} ${row.question}`, row.outcome === 'right']),
  )
  return rows.flatMap(({ id, question, signals, outcome, cards }) => {
    const margin = signals?.margin ?? null
    if (margin === null || cards.length > 0 || !['right', 'wrong', 'should-refuse'].includes(outcome)) return []
    return [{ margin, isRight: outcome === 'right', rightWithCard: withCard.get(`${id} ${question}`) ?? null }]
  })
}

function rowsWithCards({ set, model, settings }: GateRun, runs: EvaluationRuns): readonly RunRow[] {
  const wanted = { ...settings, cards: 'always' }
  const found = runs
    .list()
    .map((stored) => EvaluationRun.parse(stored))
    .find(
      (one) =>
        one.state === 'done' &&
        one.set === set &&
        one.model?.sha256 === model?.sha256 &&
        isDeepStrictEqual(one.settings, wanted),
    )
  const rows = found ? runs.rows(found.run).map((row) => RunRow.parse(row)) : []
  return rows.filter(({ cards, outcome }) => cards.length > 0 && outcome !== 'unjudged')
}
