import { expect, test } from 'vitest'
import { createInference } from '../../../kb/infer/inference.ts'
import { compareWithProlog } from './compare-with-prolog.ts'
import { createPrologOracle } from './prolog-oracle.ts'

test('answers 20,000 queries to random programs as SWI-Prolog does, at least a third of them not empty', async () => {
  const oracle = await createPrologOracle()
  const { queries, answered, disagreements } = compareWithProlog(createInference, oracle, { first: 1, queries: 20_000 })
  expect(disagreements).toEqual([])
  expect(queries).toBeGreaterThanOrEqual(20_000)
  expect(answered / queries).toBeGreaterThan(1 / 3)
})
