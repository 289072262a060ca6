import type { Fact, FormPlace, FormRelation } from '../../contract/knowledge/fact.ts'

export const PATIENT: FormPlace = { kind: 'name', type: 'patient', open: true, choices: [] }
export const CONDITION: FormPlace = {
  kind: 'name',
  type: 'condition',
  open: false,
  choices: [
    { name: 'af', label: 'atrial fibrillation' },
    { name: 'chf', label: 'heart failure' },
  ],
}
export const KILOGRAMS: FormPlace = { kind: 'number', unit: 'kg', units: ['kg', 'lb'], from: '0.3', to: '500' }

export function relation(change: Pick<FormRelation, 'relation' | 'places'> & Partial<FormRelation>): FormRelation {
  return { pack: 'demo', label: null, group: 'Person', say: '', unique: null, latest: false, absent: 'ask', ...change }
}

export const HAS = relation({ relation: 'has', group: 'Conditions', places: [PATIENT, CONDITION] })
export const WEIGHT = relation({
  relation: 'weight',
  unique: [0],
  latest: true,
  places: [PATIENT, KILOGRAMS],
})

export function fact(change: Pick<Fact, 'id' | 'relation' | 'args'> & Partial<Fact>): Fact {
  return {
    holds: 'yes',
    at: null,
    validFrom: null,
    validTo: null,
    sentence: '',
    source: { kind: 'user', by: 'J. Marsh' },
    state: 'confirmed',
    decidedBy: 'J. Marsh',
    decidedAt: null,
    conflicts: [],
    supersededBy: null,
    unusable: null,
    ...change,
  }
}
