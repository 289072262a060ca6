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

/** In which order the reply is offered: small models prefer what stands first, or last. */
export const OFFERS = ['yes or no', 'no or yes'] as const
export type Offered = (typeof OFFERS)[number]

/** The mean of the odds of a yes over both orders in which it is offered. */
export async function meanYesOverNo(
  score: Score,
  turnsOf: (offered: Offered) => readonly Turn[],
  signal: AbortSignal,
): Promise<number> {
  let sum = 0
  for (const offered of OFFERS) sum += await yesOverNo(score, turnsOf(offered), signal)
  return sum / OFFERS.length
}

/** The logarithm of the sum of what these are the logarithms of, the highest taken off first, for `exp` of a low one is 0. */
export function logSum(values: readonly number[]): number {
  const highest = Math.max(...values)
  return highest + Math.log(values.reduce((sum, value) => sum + Math.exp(value - highest), 0))
}
