import type { Turn } from '../../models/language-model.ts'
import { logSum } from '../statistics/log-sum.ts'

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
