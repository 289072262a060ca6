import type { Value } from '../values/value.ts'

/**
 * What a function gives. A problem never means "no": when it is `certain` it occurs for every value of the ranges and there
 * is no result; else for some of them only, and for the others the result lies `within`.
 */
export type Outcome =
  | { readonly value: Value }
  | { readonly problem: string; readonly certain: true }
  | { readonly problem: string; readonly certain: false; readonly within: Value }

export function impossible(problem: string): Outcome {
  return { problem, certain: true }
}

/** The same outcome, but for some values of the ranges there is none. */
export function doubtful(problem: string, outcome: Outcome): Outcome {
  return 'value' in outcome ? { problem, certain: false, within: outcome.value } : outcome
}
