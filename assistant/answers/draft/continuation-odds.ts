import type { Turn } from '../../../models/language-model.ts'

/** Each is a token of its own, and all mean the same. */
const YES = ['yes', 'Yes', ' yes', ' Yes']
const NO = ['no', 'No', ' no', ' No']

type Score = (
  turns: readonly Turn[],
  continuations: readonly string[],
  signal: AbortSignal,
) => Promise<readonly number[]>

/** How much likelier a model is to go on with a yes than with a no, in natural-log odds. */
export async function yesOverNo(score: Score, turns: readonly Turn[], signal: AbortSignal): Promise<number> {
  const scores = await score(turns, [...YES, ...NO], signal)
  return logSum(scores.slice(0, YES.length)) - logSum(scores.slice(YES.length))
}

/** The logarithm of the sum of what these are the logarithms of, the highest taken off first, for `exp` of a low one is 0. */
export function logSum(values: readonly number[]): number {
  const highest = Math.max(...values)
  return highest + Math.log(values.reduce((sum, value) => sum + Math.exp(value - highest), 0))
}
