import type { RunRow, RunSummary, TypeSummary } from '../../contract/evaluation.ts'
import { shareFrom, shareOf } from '../statistics/share-of.ts'
import { measuredRows } from './known-answers.ts'
import { quantile } from './retrieval-metrics.ts'

/** Whether a question ended as it should: answered right, or refused where nothing answers it. */
export function endedRight({ outcome }: Pick<RunRow, 'outcome'>): boolean {
  return outcome === 'right' || outcome === 'right-refusal'
}

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
  }
}

function shares(rows: readonly RunRow[]): Omit<TypeSummary, 'type'> {
  const judged = rows.filter(({ outcome }) => outcome !== 'unjudged')
  const answerable = judged.filter((row) => row.answerable)
  const unanswerable = judged.filter((row) => !row.answerable)
  return {
    right: shareOf(judged, endedRight),
    wrong: shareOf(judged, ({ outcome }) => outcome === 'wrong' || outcome === 'should-refuse'),
    refused: shareOf(answerable, ({ outcome }) => outcome === 'wrong-refusal'),
    rightRefusals: shareOf(unanswerable, ({ outcome }) => outcome === 'right-refusal'),
  }
}
