import { rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { MUTANTS } from './mutants.ts'
import { createPrologOracle } from './prolog-oracle.ts'
import { tryMutant } from './try-mutant.ts'

const oracle = await createPrologOracle()

afterAll(() => rmSync('out/mutants', { recursive: true, force: true }))

test.each(MUTANTS)('the comparison with $noticedBy notices a kernel that $name', async (mutant) => {
  expect(await tryMutant(mutant, oracle)).toBeGreaterThan(0)
})
