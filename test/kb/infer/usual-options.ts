import { dayOf } from '../../../kb/values/plain-date.ts'
import { USUAL_BUDGET } from '../../../kb/infer/budget.ts'
import type { InferenceOptions } from '../../../kb/infer/inference.ts'

/** On 2026-06-03, with a clock that stands still: tests of the time limit bring their own. */
export const USUAL_OPTIONS: InferenceOptions = {
  asOf: dayOf('2026-06-03') ?? 0,
  jurisdiction: null,
  statuses: new Set(['approved']),
  budget: USUAL_BUDGET,
  now: () => 0,
}
