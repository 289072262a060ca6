import type { Judging } from '../../../contract/comparing.ts'

/**
 * How often each model gave our own label to a pair that rules cannot tell, over the pairs held out in developing
 * (`npm run bench -- alignment`, bench/alignment/pairs.json).
 */
const MEASURED: Readonly<Record<string, NonNullable<Judging['measured']>>> = {
  'qwen2.5-coder-0.5b-instruct-q4_k_m': { right: 6, of: 22 },
  'qwen2.5-coder-1.5b-instruct-q4_k_m': { right: 20, of: 30 },
}

export function measuredOf(model: string): Judging['measured'] {
  return MEASURED[model] ?? null
}
