import { expect, test } from 'vitest'
import { byField, type ChosenField, type WorkField } from '../../contract/work-field.ts'

const ALL = [
  { name: 'scores', field: 'medicine' },
  { name: 'own rules', field: null },
  { name: 'deadlines', field: 'law' },
] as const

const namesFor = (chosen: ChosenField) =>
  byField<{ readonly name: string; readonly field: WorkField | null }>(ALL, chosen, ({ field }) => field).map(
    ({ name }) => name,
  )

test('what is of the chosen field comes first, and nothing is left out', () => {
  expect(namesFor('law')).toEqual(['deadlines', 'own rules', 'scores'])
  expect(namesFor('medicine')).toEqual(['scores', 'own rules', 'deadlines'])
})

test('where both fields are chosen, or none yet, the order stays', () => {
  expect(namesFor('both')).toEqual(['scores', 'own rules', 'deadlines'])
  expect(namesFor(null)).toEqual(['scores', 'own rules', 'deadlines'])
})
