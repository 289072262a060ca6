import type { Judging } from '../../../contract/opinions/comparing.ts'

type Measured = NonNullable<Judging['measured']> & {
  /** How likely each word of the judging question is whatever is asked: natural-log probabilities over `pairs.json`, each label alike. */
  readonly priors: readonly number[]
}

/**
 * How often each model gave our own label to a pair that rules cannot tell, over the pairs of bench/alignment/held-out.json
 * (`npm run bench -- alignment`).
 */
const MEASURED: Readonly<Record<string, Measured>> = {
  'qwen2.5-coder-0.5b-instruct-q4_k_m': { right: 24, of: 47, priors: [-1.363, -1.155, -1.246] },
  'qwen2.5-coder-1.5b-instruct-q4_k_m': { right: 37, of: 47, priors: [-1.209, -1.289, -2.026] },
}

export function measuredOf(model: string): Judging['measured'] {
  const { right, of } = MEASURED[model] ?? {}
  return right === undefined || of === undefined ? null : { right, of }
}

/** None for a model that was never measured: its words count as they are. */
export function stancePriors(model: string): readonly number[] {
  return MEASURED[model]?.priors ?? []
}
