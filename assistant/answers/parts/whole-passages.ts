import type { Part, PlanOptions } from './plan-parts.ts'

/** All passages whole in one call, as others do it: to measure against. */
export async function wholePassages({ passages }: Pick<PlanOptions, 'passages'>): Promise<readonly Part[]> {
  return [{ passages: passages.map((passage) => ({ ...passage, read: null })), note: '', isApart: false }]
}
