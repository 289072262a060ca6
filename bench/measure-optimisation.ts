import { readFile } from 'node:fs/promises'
import { AnswerSettings } from '../contract/evaluation/optimisation.ts'
import type { Measurement } from './measurement.ts'
import { compareSearches, type ScoreTable } from './optimisation/compare-searches.ts'
import { inventedTable } from './optimisation/invented-table.ts'

const SEEDS = 200
const COUNTS = [1, 2, 4, 6, 8, 10, 12, 16, 20, 24, 32, 40, 48]

/**
 * The Gaussian process against random search: on the table that `measure-setting-scores.ts` measured, and on an invented one, which
 * shows whether the search works where there is something to find.
 */
export async function* measureOptimisation(): AsyncGenerator<Measurement> {
  const text = await readFile(new URL('optimisation/table.json', import.meta.url), 'utf8')
  const { model, set, ...table } = JSON.parse(text) as ScoreTable & { model: string; set: string }
  yield* compared({ model, set }, { ...table, settings: table.settings.map((one) => AnswerSettings.parse(one)) })
  yield* compared({ model: null, set: 'invented' }, inventedTable(1))
}

function* compared(what: object, table: ScoreTable): Generator<Measurement> {
  const { settings, questions } = table
  const n = { settings: settings.length, questions: questions.length, seeds: SEEDS }
  const counts = COUNTS.filter((count) => count <= settings.length)
  for (const line of compareSearches(table, SEEDS, counts))
    yield { bench: 'optimisation', ...what, ...n, ...rounded(line) }
}

function rounded(line: object): object {
  return JSON.parse(
    JSON.stringify(line, (_, value: unknown) => (typeof value === 'number' ? Math.round(1000 * value) / 1000 : value)),
  ) as object
}
