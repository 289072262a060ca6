import { isDeepStrictEqual } from 'node:util'
import { EvaluationRun, RunRow } from '../../contract/evaluation/evaluation.ts'
import { isGiven } from '../../contract/evaluation/outcomes.ts'
import type { EvaluationRuns } from '../../store/evaluation-rows.ts'
import type { GateAnswer } from './calibrate-gate.ts'
import { readableRows } from '../home/readable-rows.ts'

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
