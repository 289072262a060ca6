import { describe, expect, test } from 'vitest'
import { proofLines } from '../../../../assistant/answers/claims/proof-lines.ts'
import { programOf } from '../../../../assistant/rules/kernel/ask-kernel.ts'
import { calculate } from '../../../../assistant/rules/kernel/calculate.ts'
import { gateText } from '../../../../assistant/rules/kernel/gate-statement.ts'
import { sayFact } from '../../../../assistant/rules/kernel/statement-text.ts'
import { compilePacks } from '../../../../kb/compile/compile-packs.ts'
import { convertedOf } from '../../../../kb/prove/statement-of.ts'
import { readShippedPack } from '../../../kb/read-shipped-pack.ts'

const compiled = compilePacks([readShippedPack('clinical')])
const { vocabulary } = programOf(compiled)

function factOf(text: string) {
  const { fact, statement } = gateText(text, vocabulary)
  if (!fact) throw new Error(`"${text}" does not pass the gate`)
  return { fact: { ...fact, id: 'f' }, statement }
}

describe('a value in another unit than that of its relation', () => {
  test('is said as it was stated, with the converted one apart', () => {
    const { fact } = factOf('creatinine(patient, 98 umol/L)')
    expect(sayFact(fact, vocabulary)).toBe('the serum creatinine of the patient is 98 µmol/L')
    expect(convertedOf(fact, vocabulary)).toBe('about 1.109 mg/dL')
    const { fact: denied } = factOf('no creatinine(patient, 98 umol/L)')
    expect(sayFact(denied, vocabulary)).toBe('the serum creatinine of the patient is not 98 µmol/L')
  })

  test('of the unit of its relation is said once', () => {
    const { fact } = factOf('creatinine(patient, 1.1 mg/dL)')
    expect(sayFact(fact, vocabulary)).toBe('the serum creatinine of the patient is 1.1 mg/dL')
    expect(convertedOf(fact, vocabulary)).toBe(null)
  })

  test('stands in a proof with what the rules count', () => {
    const { statement } = factOf('creatinine(patient, 495 umol/L)')
    const { proof } = calculate(compiled, { name: 'sofa', inputs: [statement], asOf: '2026-06-03' })
    const lines = proof ? proofLines(proof).map(({ text }) => text) : []
    expect(lines).toContain('the serum creatinine of the patient is 495 µmol/L (about 5.6 mg/dL) (fact)')
  })
})
