import { rmSync } from 'node:fs'
import { MUTANTS } from './mutants.ts'
import { createPrologOracle } from './prolog-oracle.ts'
import { tryMutant } from './try-mutant.ts'

/** `node test/kb/infer/run-mutants.ts`: each fault with the disagreements that show it first. */
async function main(): Promise<number> {
  const oracle = await createPrologOracle()
  let unnoticed = 0
  for (const mutant of MUTANTS) {
    const disagreements = await tryMutant(mutant, oracle)
    if (disagreements === 0) unnoticed += 1
    process.stdout.write(`${String(disagreements).padStart(5)} by ${mutant.noticedBy.padEnd(11)} ${mutant.name}\n`)
  }
  rmSync('out/mutants', { recursive: true, force: true })
  return unnoticed === 0 ? 0 : 1
}

process.exitCode = await main()
