import { expect, test } from 'vitest'
import { computedQuantity } from '../../../../assistant/answers/claims/conclusion-text.ts'
import { ConclusionSource } from '../../../../contract/answers/answer.ts'

const source = (given: Partial<ConclusionSource>): ConclusionSource =>
  ConclusionSource.parse({
    kind: 'conclusion',
    source: 'R1',
    relation: 'cha2ds2vasc',
    args: ['p', '2'],
    rule: 'cha2ds2vasc',
    holds: 'yes',
    sentence: 'the CHA2DS2-VASc score of p is 2',
    summary: '',
    proof: { sentence: '', holds: 'yes', grounds: [] },
    assumed: [],
    missing: [],
    asOf: '2026-06-03',
    asks: ['What is the CHA2DS2-VASc score of …?'],
    ...given,
  })

test('what phrases happen to hold of a value or of the name of somebody is no name that a sentence must have', () => {
  expect(computedQuantity(source({}))?.names).toEqual([])
  const asks = ['Until when can the claim in … be brought?']
  expect(computedQuantity(source({ args: ['claim', '2026-06-20'], asks }))?.names).toEqual([])
})

test('what fills a place of a phrase is, unless it is the value itself', () => {
  const asks = ['What dose of enoxaparin does … need?']
  const dose = source({ args: ['p', 'enoxaparin', '60 mg', 'once_daily'], asks, names: ['enoxaparin', '60 mg'] })
  expect(computedQuantity(dose)).toMatchObject({ names: ['enoxaparin'], values: [{ low: '60', unit: 'mg' }] })
})
