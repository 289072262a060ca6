import type { Calculator } from '../../contract/rule.ts'

/** A copy of a pack has calculators of the same names. */
export function calculatorKey({ pack, name }: Pick<Calculator, 'pack' | 'name'>): string {
  return `${pack} ${name}`
}
