import type { EvaluationRun, RunRow } from '../../contract/evaluation/evaluation.ts'
import { t } from '../../wording/translate.ts'
import { csv } from '../surveys/csv.ts'
import { compareKeptRuns } from './metrics/compare-runs.ts'
import { measuredRows, summariseRun } from './metrics/summarise-run.ts'
import { runFacts, runReport } from './run-report.ts'

/** One JSON object a line. */
export function rowsAsJsonl(rows: readonly RunRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

const COLUMNS = ['id', 'type', 'question', 'gold', 'answerable', 'answer', 'state', 'outcome'] as const
const NUMBERS = ['keyFacts', 'goldRecall', 'score', 'band', 'quotes', 'quotesAtOffsets', 'totalMs'] as const

/** For a spreadsheet. */
export function rowsAsCsv(rows: readonly RunRow[]): string {
  const columns = [...COLUMNS, ...NUMBERS]
  return csv([columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))])
}

type ExportedRun = { readonly run: EvaluationRun; readonly rows: readonly RunRow[] }

/** A run as a file: a report with plots, or its rows. `against`: the run that the report compares it with. */
export function exportRun(
  { run, rows: kept }: ExportedRun,
  against: ExportedRun | null,
  format: 'html' | 'jsonl' | 'csv',
): File {
  const { rows } = measuredRows(kept)
  const name = t('report.fileName', { set: run.setName, number: String(run.number) }).replace(
    /[^\p{L}\p{N} ,-]+/gu,
    ' ',
  )
  if (format === 'jsonl') return new File([rowsAsJsonl(rows)], `${name}.jsonl`)
  if (format === 'csv') return new File([rowsAsCsv(rows)], `${name}.csv`)
  const comparison = against && {
    ...compareKeptRuns(against, { run, rows: kept }),
    with: t('report.run', { number: against.run.number }),
  }
  const title = t('report.title', { number: run.number, set: run.setName })
  return new File(
    [runReport({ title, facts: runFacts(run), summary: summariseRun(kept), rows, comparison })],
    `${name}.html`,
  )
}
