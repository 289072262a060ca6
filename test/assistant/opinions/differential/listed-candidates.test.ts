import { expect, test } from 'vitest'
import { listedCandidates } from '../../../../assistant/opinions/differential/candidates.ts'
import type { CandidateRow } from '../../../../contract/opinions/differential.ts'

const row = (name: string, more: Partial<CandidateRow> = {}): CandidateRow => ({
  candidate: name,
  name,
  pack: 'a',
  applies: 'yes',
  about: null,
  weight: '1',
  low: '0',
  high: '2',
  cannotMiss: false,
  decides: [],
  findings: [],
  ...more,
})

test('a candidate of two packs is listed once, and cannot be missed where either says so', () => {
  const listed = listedCandidates([
    row('Sepsis', { decides: ['a lactate'] }),
    row('flu'),
    row('sepsis', { pack: 'b', cannotMiss: true, decides: ['a lactate', 'a culture'] }),
  ])
  expect(listed).toMatchObject([
    { name: 'Sepsis', cannotMiss: true, decides: ['a lactate', 'a culture'] },
    { name: 'flu', cannotMiss: false },
  ])
})

test('one that another pack says is to be considered is considered', () => {
  expect(listedCandidates([row('sepsis', { applies: 'no' }), row('sepsis', { applies: 'yes' })])).toMatchObject([
    { applies: 'yes' },
  ])
})

test('the ninth is listed only where it cannot be missed', () => {
  const many = Array.from({ length: 9 }, (_, index) => row(`cause ${index}`))
  expect(listedCandidates(many)).toHaveLength(8)
  expect(listedCandidates([...many, row('sepsis', { cannotMiss: true })]).at(-1)?.name).toBe('sepsis')
})
