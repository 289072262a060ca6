import { nextSetting, randomOrder } from '../../assistant/optimisation/search-settings.ts'
import { settingDistance } from '../../assistant/optimisation/setting-space.ts'
import { drawSample } from '../../assistant/evaluation/draw-sample.ts'
import { bootstrapInterval, mean } from '../../assistant/statistics/estimates.ts'
import type { AnswerSettings } from '../../contract/evaluation/optimisation.ts'

/** Scores of settings (rows) on questions (columns). */
export type ScoreTable = {
  readonly settings: readonly AnswerSettings[]
  readonly questions: readonly string[]
  readonly scores: readonly (readonly number[])[]
}

export type Compared = {
  readonly evaluations: number
  /** Mean gain over the usual settings, on the questions that did not choose, with its interval over the seeds. */
  readonly process: number
  readonly processInterval: readonly [number, number]
  readonly random: number
  readonly randomInterval: readonly [number, number]
  readonly difference: number
  readonly differenceInterval: readonly [number, number]
  /** The same on the questions that choose, where a search can show what it found. */
  readonly processTuned: number
  readonly randomTuned: number
  readonly tunedDifferenceInterval: readonly [number, number]
}

/**
 * The Gaussian process and random search on a table, both from the usual settings on. Each seed draws its own halves of the
 * questions and its own order.
 */
export function compareSearches(table: ScoreTable, seeds: number, counts: readonly number[]): readonly Compared[] {
  const apart = measuredDistance(table.settings)
  const most = Math.max(...counts)
  const runs = Array.from({ length: seeds }, (_, seed) => searched(table, { seed, most, apart }))
  return counts.map((evaluations) => {
    const gains = runs.map(({ process, random, gain }) => ({
      process: gain(process.slice(0, evaluations)),
      random: gain(random.slice(0, evaluations)),
    }))
    const held = gains.map(({ process, random }) => ({ process: process.heldOut, random: random.heldOut }))
    const tuned = gains.map(({ process, random }) => ({ process: process.tuned, random: random.tuned }))
    return {
      evaluations,
      ...means(held),
      processTuned: mean(tuned.map(({ process }) => process)),
      randomTuned: mean(tuned.map(({ random }) => random)),
      tunedDifferenceInterval: interval(tuned.map(({ process, random }) => process - random)),
    }
  })
}

function means(gains: readonly { readonly process: number; readonly random: number }[]) {
  const process = gains.map((one) => one.process)
  const random = gains.map((one) => one.random)
  const difference = gains.map((one) => one.process - one.random)
  return {
    process: mean(process),
    processInterval: interval(process),
    random: mean(random),
    randomInterval: interval(random),
    difference: mean(difference),
    differenceInterval: interval(difference),
  }
}

type Searching = { readonly seed: number; readonly most: number; readonly apart: typeof settingDistance }

/** Each distance is needed some thousand times. */
function measuredDistance(settings: readonly AnswerSettings[]): typeof settingDistance {
  const rows = new Map(
    settings.map((one) => [one, new Map(settings.map((other) => [other, settingDistance(one, other)]))]),
  )
  return (one, other) => rows.get(one)?.get(other) ?? settingDistance(one, other)
}

function searched({ settings, questions, scores }: ScoreTable, { seed, most, apart }: Searching) {
  const columns = questions.map((_, column) => column)
  const tunedColumns = drawSample(columns, Math.ceil(columns.length / 2), seed)
  const heldColumns = columns.filter((column) => !tunedColumns.includes(column))
  const rows = new Map(settings.map((one, row) => [one, scores[row] ?? []]))
  const score = (one: AnswerSettings, of: readonly number[]) => mean(of.map((column) => rows.get(one)?.[column] ?? 0))
  const process: AnswerSettings[] = []
  while (process.length < most) {
    const observed = process.map((at) => ({ at, value: score(at, tunedColumns) }))
    const next = nextSetting({ space: settings, distance: apart, seed }, observed)
    if (next === null) break
    process.push(next)
  }
  const [usual] = settings
  const gain = (tried: readonly AnswerSettings[]) => {
    const best = tried.reduce((one, other) => (score(other, tunedColumns) > score(one, tunedColumns) ? other : one))
    const over = (of: readonly number[]) => score(best, of) - (usual ? score(usual, of) : 0)
    return { heldOut: over(heldColumns), tuned: over(tunedColumns) }
  }
  // Random search draws on where the process begins to learn.
  return { process, random: randomOrder(settings, seed), gain }
}

function interval(values: readonly number[]): readonly [number, number] {
  return bootstrapInterval(values, mean)
}
