import { expect, test } from 'vitest'
import type { ProofStep, SumPart } from '../../../contract/knowledge/proof.ts'
import { scoreItems } from '../../../contract/knowledge/score-parts.ts'

type Sum = Extract<ProofStep, { kind: 'sum' }>

function part(say: string, low: string, high: string, holds: SumPart['holds']): SumPart {
  return { say, points: { low, high }, isScale: true, item: 0, coversAll: true, holds, steps: [] }
}

function linesOf(...parts: SumPart[]): readonly SumPart[] {
  const sum: Sum = { kind: 'sum', result: { low: '0', high: '9' }, parts }
  return scoreItems(sum, (steps) => steps).parts
}

test('of parts that leave nothing out one that gives nothing may count too', () => {
  const [line] = linesOf(
    part('below 50', '0', '0', 'unknown'),
    part('50 to 90', '0', '1', 'unknown'),
    part('above 90', '0', '2', 'unknown'),
  )
  expect(line?.points).toEqual({ low: '0', high: '2' })
})

test('the only part that is left counts, and is not said to be unknown', () => {
  const [line] = linesOf(part('none', '0', '0', 'no'), part('ascites', '0', '2', 'unknown'))
  expect(line).toMatchObject({ points: { low: '2', high: '2' }, holds: 'yes' })
})
