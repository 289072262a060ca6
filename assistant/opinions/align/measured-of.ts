import type { Judging } from '../../../contract/comparing.ts'

/**
 * How often each model gave the label of a pair that rules cannot tell: `npm run bench -- alignment` (bench/alignment/pairs.json).
 */
const MEASURED: Readonly<Record<string, NonNullable<Judging['measured']>>> = {}

export function measuredOf(model: string): Judging['measured'] {
  return MEASURED[model] ?? null
}
