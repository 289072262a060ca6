import type { ConfidenceMeasures } from '../../contract/answers/confidence.ts'
import type { RunRow } from '../../contract/evaluation/evaluation.ts'
import { isGiven } from '../../contract/evaluation/outcomes.ts'
import { crossMeasure, type KnownAnswer } from '../confidence/calibrate.ts'
import { measureConfidence } from '../confidence/measure-confidence.ts'
import { questionKey } from '../questions/question-key.ts'

type GivenRow = RunRow & { readonly signals: NonNullable<RunRow['signals']> }

/** The answers that were given; a half one is not right. A refusal shows no confidence that could be wrong. */
export function knownAnswers(rows: readonly RunRow[]): readonly KnownAnswer[] {
  return givenRows(rows).map(({ question, signals, outcome }) => ({
    question: questionKey(question),
    signals,
    isRight: outcome === 'right',
  }))
}

/**
 * How well confidence told the right answers of a run from the wrong ones. Where all scores came from a calibration on other
 * questions they are measured as they were shown; else each answer is scored by a fit that did not see it, and the row says
 * so in `measured`.
 */
export function measuredRows(rows: readonly RunRow[]): {
  readonly rows: readonly RunRow[]
  readonly confidence: ConfidenceMeasures | null
} {
  const given = givenRows(rows)
  const shown = given.flatMap(({ score, band, heldOut, outcome }) =>
    score !== null && band !== null && heldOut ? [{ score, band, isRight: outcome === 'right' }] : [],
  )
  if (given.length > 0 && shown.length === given.length)
    return { rows, confidence: measureConfidence('held-out', shown) }
  const crossed = crossMeasure(knownAnswers(rows))
  if (!crossed) return { rows, confidence: null }
  const scored = new Map(given.map(({ id }, index) => [id, crossed.scored[index]]))
  const withScores = rows.map((row): RunRow => {
    const one = scored.get(row.id)
    return one ? { ...row, measured: { score: one.score, band: one.band } } : row
  })
  return { rows: withScores, confidence: crossed.measures }
}

function givenRows(rows: readonly RunRow[]): readonly GivenRow[] {
  return rows.filter((row): row is GivenRow => row.signals !== null && isGiven(row))
}
