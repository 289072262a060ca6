import { describe, expect, test } from 'vitest'
import type { Calculation } from '../../../contract/knowledge/rule.ts'
import { reasonsAgainst, resultWords } from '../../../contract/knowledge/sheet-words.ts'

const fails = (text: string) => ({ kind: 'fails' as const, text, proofs: [] })
const ground = (rule: string, steps: readonly ReturnType<typeof fails>[]) => ({
  rule,
  title: rule,
  source: null,
  sourceRead: false,
  reviewed: false,
  jurisdiction: null,
  validFrom: null,
  validTo: null,
  pack: 'clinical',
  steps: [...steps],
})
const REFUSED: Pick<Calculation, 'result' | 'unit' | 'missing' | 'proof'> = {
  result: null,
  unit: '%',
  missing: [],
  proof: {
    sentence: 'the risk is …',
    holds: 'no',
    grounds: [ground('men', [fails('39 years ≥ 40 years')]), ground('women', [fails('39 years ≥ 40 years')])],
  },
}
const MISSING = [{ relation: 'born', args: ['patient', ''], question: 'When was the patient born?' }]

describe('a calculation without a result', () => {
  test('says that a condition is not met, and each such condition once', () => {
    expect(resultWords(REFUSED)).toBe('Not calculated: a condition is not met')
    expect(reasonsAgainst(REFUSED)).toEqual(['39 years ≥ 40 years'])
  })

  test('is not known yet while an input is missing, and then gives no reasons', () => {
    const open = { ...REFUSED, missing: MISSING } as typeof REFUSED
    expect(resultWords(open)).toBe('Not known yet')
    expect(reasonsAgainst(open)).toEqual([])
  })

  test('points to its steps where all is known and one of them cannot be computed, as beyond a calendar', () => {
    const beyond: typeof REFUSED = { ...REFUSED, proof: { sentence: '', holds: 'unknown', grounds: [] } }
    expect(resultWords(beyond)).toBe('Not calculated: see how it was worked out')
  })
})

test('a result stands with its unit', () => {
  expect(resultWords({ result: '5.7 or 10.7', unit: '%', missing: [], proof: null })).toBe('5.7 or 10.7 %')
})
