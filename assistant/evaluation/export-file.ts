import type { EvaluationRun, RunRow } from '../../contract/evaluation/evaluation.ts'
import { compareKept } from './compare-kept.ts'
import { rowsAsCsv, rowsAsJsonl } from './export-run.ts'
import { measuredRows } from './known-answers.ts'
import { runFacts } from './report/run-facts.ts'
import { runReport } from './report/run-report.ts'
import { summariseRun } from './summarise-run.ts'

export type ExportedRun = { readonly run: EvaluationRun; readonly rows: readonly RunRow[] }

/** A run as a file: a report with plots, or its rows. `against`: the run that the report compares it with. */
export function exportFile(
  { run, rows: kept }: ExportedRun,
  against: ExportedRun | null,
  format: 'html' | 'jsonl' | 'csv',
): File {
  const { rows } = measuredRows(kept)
  const name = `${run.setName}, run ${run.number}`.replace(/[^\p{L}\p{N} ,-]+/gu, ' ')
  if (format === 'jsonl') return new File([rowsAsJsonl(rows)], `${name}.jsonl`)
  if (format === 'csv') return new File([rowsAsCsv(rows)], `${name}.csv`)
  const comparison = against && { ...compareKept(against, { run, rows: kept }), with: `run ${against.run.number}` }
  const title = `Run ${run.number}, ${run.setName}`
  return new File(
    [runReport({ title, facts: runFacts(run), summary: summariseRun(kept), rows, comparison })],
    `${name}.html`,
  )
}
