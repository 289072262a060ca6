import type { Interval } from '../../contract/answers/confidence.ts'

/** Counts of pairs: rows are what the one chose, columns what the other chose, both in the same order. */
export type AgreementTable = readonly (readonly number[])[]

/** How near misses count: not at all, or less the further off (for categories that have an order). */
export type KappaWeights = 'none' | 'linear' | 'quadratic'

type Kappa = {
  readonly kappa: number
  /** Of 95 %, large-sample. Its ends may lie beyond what kappa can be. */
  readonly interval: Interval
  readonly pairs: number
  /** Share agreed, near misses counted by their weight; and what chance alone would give. */
  readonly agreed: number
  readonly byChance: number
}

/** Of the normal distribution, for 95 %, two-sided. */
const Z = 1.959963984540054

/**
 * Cohen's kappa, with the interval from the large-sample variance of Fleiss, Cohen and Everitt (Psychological Bulletin 72, 1969). Null
 * where chance alone would make all agree, or there is no pair: there kappa is not defined.
 */
export function cohensKappa(table: AgreementTable, weights: KappaWeights = 'none'): Kappa | null {
  const pairs = sumOf(table.flat())
  if (pairs === 0) return null
  const rows = table.map((row) => sumOf(row) / pairs)
  const columns = table.map((_, column) => sumOf(table.map((row) => row[column] ?? 0)) / pairs)
  const weight = (row: number, column: number) => weightOf(Math.abs(row - column), table.length, weights)
  const over = (term: (share: number, row: number, column: number) => number) =>
    sumOf(table.flatMap((counts, row) => counts.map((count, column) => term(count / pairs, row, column))))
  const agreed = over((share, row, column) => share * weight(row, column))
  const byChance = over((_, row, column) => at(rows, row) * at(columns, column) * weight(row, column))
  if (1 - byChance < Number.EPSILON) return null
  const kappa = (agreed - byChance) / (1 - byChance)
  const ofRow = rows.map((_, row) => sumOf(columns.map((share, column) => share * weight(row, column))))
  const ofColumn = columns.map((_, column) => sumOf(rows.map((share, row) => share * weight(row, column))))
  const spread = over(
    (share, row, column) => share * (weight(row, column) - (at(ofRow, row) + at(ofColumn, column)) * (1 - kappa)) ** 2,
  )
  const variance = (spread - (kappa - byChance * (1 - kappa)) ** 2) / (pairs * (1 - byChance) ** 2)
  const half = Z * Math.sqrt(Math.max(0, variance))
  return { kappa, interval: [kappa - half, kappa + half], pairs, agreed, byChance }
}

function weightOf(steps: number, categories: number, weights: KappaWeights): number {
  if (weights === 'none' || steps === 0) return Number(steps === 0)
  const share = steps / (categories - 1)
  return 1 - (weights === 'linear' ? share : share ** 2)
}

function at(shares: readonly number[], index: number): number {
  return shares[index] ?? 0
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/**
 * Exact two-sided McNemar test: how likely so uneven a split of the questions that changed is by chance alone. `better` and
 * `worse` count those that became right and those that became wrong. 1 where nothing changed.
 */
export function mcnemar(better: number, worse: number): number {
  const changed = better + worse
  const tail = Math.min(better, worse)
  let term = 0.5 ** changed
  let sum = 0
  for (let k = 0; k <= tail; k += 1) {
    sum += term
    term *= (changed - k) / (k + 1)
  }
  return Math.min(1, 2 * sum)
}
