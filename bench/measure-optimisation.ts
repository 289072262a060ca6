import { readFile } from 'node:fs/promises'
import { AnswerSettings } from '../contract/optimisation.ts'
import type { Measurement } from './main.ts'
import { compareSearches, type ScoreTable } from './optimisation/compare-searches.ts'

const SEEDS = 200
const COUNTS = [1, 2, 4, 6, 8, 10, 12, 16, 20, 24, 32, 40, 48]

/** The Gaussian process against random search, on the table that `measure-setting-scores.ts` measured. */
export async function* measureOptimisation(): AsyncGenerator<Measurement> {
  const file = new URL('optimisation/table.json', import.meta.url)
  const { model, set, ...table } = JSON.parse(await readFile(file, 'utf8')) as ScoreTable & {
    model: string
    set: string
  }
  const settings = table.settings.map((one) => AnswerSettings.parse(one))
  const n = { settings: settings.length, questions: table.questions.length, seeds: SEEDS }
  const counts = COUNTS.filter((count) => count <= settings.length)
  for (const line of compareSearches({ ...table, settings }, SEEDS, counts))
    yield { bench: 'optimisation', model, set, ...n, ...rounded(line) }
}

function rounded(line: object): object {
  return JSON.parse(
    JSON.stringify(line, (_, value: unknown) => (typeof value === 'number' ? Math.round(1000 * value) / 1000 : value)),
  ) as object
}
