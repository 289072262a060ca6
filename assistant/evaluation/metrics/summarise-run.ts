import type { ConfidenceMeasures } from '../../../contract/answers/confidence.ts'
import type {
  EndCounts,
  RunRow,
  RunSummary,
  ShownCounts,
  TypeSummary,
} from '../../../contract/evaluation/evaluation.ts'
import { endedRight, endedWrong, isGiven, shownAs } from '../../../contract/evaluation/outcomes.ts'
import { crossMeasure, type KnownAnswer } from '../../confidence/calibrate.ts'
import { measureConfidence } from '../../confidence/measure-confidence.ts'
import { questionKey } from '../../questions/question-key.ts'
import { shareFrom, shareOf } from '../../statistics/estimates.ts'
import { quantile } from './retrieval-metrics.ts'

/** What a run comes to; shares are of the questions whose answer is known, with their intervals. */
export function summariseRun(rows: readonly RunRow[]): RunSummary {
  const times = rows.map(({ totalMs }) => totalMs).toSorted((one, other) => one - other)
  const sum = (of: (row: RunRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  const types = [...new Set(rows.map(({ type }) => type))].toSorted()
  return {
    ...shares(rows),
    quotes: shareFrom(
      sum(({ quotesAtOffsets }) => quotesAtOffsets),
      sum(({ quotes }) => quotes),
    ),
    confidence: measuredRows(rows).confidence,
    medianMs: rows.length === 0 ? null : quantile(times, 0.5),
    byType: types.map((type): TypeSummary => ({ type, ...shares(rows.filter((row) => row.type === type)) })),
    shown: shownCounts(rows),
    wrongGreen: shareOf(
      rows.filter(({ state, outcome }) => outcome !== 'unjudged' && shownAs(state) === 'green'),
      (row) => !endedRight(row),
    ),
  }
}

function shares(rows: readonly RunRow[]): Omit<TypeSummary, 'type'> {
  const judged = rows.filter(({ outcome }) => outcome !== 'unjudged')
  const answerable = judged.filter((row) => row.answerable)
  const unanswerable = judged.filter((row) => !row.answerable)
  return {
    right: shareOf(judged, endedRight),
    half: shareOf(judged, (row) => row.outcome === 'half' && !endedWrong(row)),
    wrong: shareOf(judged, endedWrong),
    refused: shareOf(answerable, ({ outcome }) => outcome === 'wrong-refusal'),
    rightRefusals: shareOf(unanswerable, ({ outcome }) => outcome === 'right-refusal'),
  }
}

/** How the questions ended, by what the user was shown. */
export function shownCounts(rows: readonly (Pick<RunRow, 'outcome'> & { readonly state: string })[]): ShownCounts {
  const of = (shown: keyof ShownCounts): EndCounts => {
    const own = rows.filter(({ state }) => shownAs(state) === shown)
    const count = (...outcomes: readonly RunRow['outcome'][]) =>
      own.filter(({ outcome }) => outcomes.includes(outcome)).length
    return {
      right: count('right', 'right-refusal'),
      half: count('half'),
      wrong: count('wrong', 'should-refuse'),
      refused: count('wrong-refusal'),
    }
  }
  return { green: of('green'), inPart: of('inPart'), notWritten: of('notWritten') }
}

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
