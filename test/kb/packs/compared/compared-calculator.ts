import type { Random } from '../../random.ts'

/** One calculator of a pack beside its second implementation. */
export type ComparedCalculator = {
  readonly pack: string
  /** Its relation. */
  readonly name: string
  /** The second implementation's result is within so much of the pack's: its rounding. 0 for points, days and words. */
  readonly within: number
  draw(random: Random): DrawnCase
  /** What of the pack's result is compared; left out: all of it. */
  readonly reads?: (result: string | null) => string | null
}

export type DrawnCase = {
  /** As in `fact.setText`. */
  readonly facts: readonly string[]
  readonly asOf: string
  /** Null: the calculator has no result for these. */
  readonly expected: number | string | null
}
