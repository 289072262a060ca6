import type { EndCounts, RunRow, RunSummary, ShownCounts, TypeSummary } from '../../contract/evaluation/evaluation.ts'
import { endedRight, endedWrong, shownAs } from '../../contract/evaluation/outcomes.ts'
import { shareFrom, shareOf } from '../statistics/estimates.ts'
import { measuredRows } from './known-answers.ts'
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
