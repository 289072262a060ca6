import type { EvaluationRun, RunComparison, RunRow } from '../../contract/evaluation/evaluation.ts'
import { AssistantError } from '../home/assistant-error.ts'
import { compareRuns } from './compare-runs.ts'

export type KeptRows = { readonly run: Pick<EvaluationRun, 'number'>; readonly rows: readonly RunRow[] }

/**
 * Two runs as they are kept. Throws `WRONG_USE` where one has no judged answer, which it names, where they were scored in different
 * ways, or they share no question.
 */
export function compareKept(before: KeptRows, after: KeptRows): RunComparison {
  for (const { run, rows } of [before, after])
    if (rows.every(({ outcome }) => outcome === 'unjudged'))
      throw new AssistantError('WRONG_USE', `Run ${run.number} has no judged answer, so it cannot be compared.`)
  const scorers = [...before.rows, ...after.rows].map(({ scorer }) => scorer)
  const older = [before, after].find(({ rows }) => rows.some(({ scorer }) => scorer < Math.max(...scorers)))
  if (older)
    throw new AssistantError(
      'WRONG_USE',
      `Run ${older.run.number} was scored by an earlier version, which took half answers for right ones. Run it again to compare.`,
    )
  return compareRuns(before.rows, after.rows)
}
