import type { Random } from '../../random.ts'
import type { ComparedCalculator, DrawnCase } from './compared-calculator.ts'
import { AS_OF } from './draw.ts'

/** A score or level of the clinical pack, compared to the point. */
export function score(
  name: string,
  draw: (random: Random) => Omit<DrawnCase, 'asOf'>,
  reads?: ComparedCalculator['reads'],
): ComparedCalculator {
  const compared = { pack: 'clinical', name, within: 0 }
  return { ...compared, draw: (random) => ({ ...draw(random), asOf: AS_OF }), ...(reads ? { reads } : {}) }
}

export function ofPatient(relation: string, value: number, unit = ''): string {
  return `${relation}(patient, ${value}${unit && ` ${unit}`})`
}

/** The level itself; what is to be done about it stands in brackets. */
export function beforeBracket(result: string | null): string | null {
  return result?.split(' (')[0] ?? null
}
