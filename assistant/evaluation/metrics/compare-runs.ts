import type { EvaluationRun, RunComparison, RunRow } from '../../../contract/evaluation/evaluation.ts'
import { endedRight } from '../../../contract/evaluation/outcomes.ts'
import { bootstrapInterval, shareOf } from '../../statistics/estimates.ts'
import { mcnemar } from '../../statistics/paired-statistics.ts'
import { Failure } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'

/** Two runs on the questions that both have judged, paired by question. Throws `WRONG_USE` where they share none. */
export function compareRuns(before: readonly RunRow[], after: readonly RunRow[]): RunComparison {
  const later = new Map(after.map((row) => [row.id, row]))
  const pairs = before.flatMap((row) => {
    const other = later.get(row.id)
    const isPair = other && other.question === row.question && [row, other].every((one) => one.outcome !== 'unjudged')
    return isPair ? [{ id: row.id, was: endedRight(row), is: endedRight(other) }] : []
  })
  if (pairs.length === 0) throw new Failure('WRONG_USE', message('failures.evaluation.noneToCompare'))
  const rightToWrong = pairs.filter(({ was, is }) => was && !is)
  const wrongToRight = pairs.filter(({ was, is }) => !was && is)
  const difference = (drawn: typeof pairs) =>
    drawn.reduce((sum, { was, is }) => sum + Number(is) - Number(was), 0) / drawn.length
  return {
    questions: pairs.length,
    rightBefore: shareOf(pairs, ({ was }) => was),
    rightAfter: shareOf(pairs, ({ is }) => is),
    rightToWrong: rightToWrong.map(({ id }) => id),
    wrongToRight: wrongToRight.map(({ id }) => id),
    p: mcnemar(wrongToRight.length, rightToWrong.length),
    difference: difference(pairs),
    differenceInterval: bootstrapInterval(pairs, (drawn) => difference([...drawn])),
  }
}

type KeptRows = { readonly run: Pick<EvaluationRun, 'number'>; readonly rows: readonly RunRow[] }

/**
 * Two runs as they are kept. Throws `WRONG_USE` where one has no judged answer, which it names, where they were scored in different
 * ways, or they share no question.
 */
export function compareKeptRuns(before: KeptRows, after: KeptRows): RunComparison {
  for (const { run, rows } of [before, after])
    if (rows.every(({ outcome }) => outcome === 'unjudged'))
      throw new Failure('WRONG_USE', message('failures.evaluation.notJudged', { run: run.number }))
  const scorers = [...before.rows, ...after.rows].map(({ scorer }) => scorer)
  const older = [before, after].find(({ rows }) => rows.some(({ scorer }) => scorer < Math.max(...scorers)))
  if (older) throw new Failure('WRONG_USE', message('failures.evaluation.scoredEarlier', { run: older.run.number }))
  return compareRuns(before.rows, after.rows)
}
