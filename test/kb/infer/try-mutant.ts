import { compareWithCompletions } from './compare-with-completions.ts'
import { compareWithProlog } from './compare-with-prolog.ts'
import { loadMutant } from './load-mutant.ts'
import type { Mutant } from './mutants.ts'
import type { PrologOracle } from './prolog-oracle.ts'

const QUERIES = 2000
const CASES = 200

/** How many disagreements show it, up to those of the first program that has any; 0: nobody would notice. */
export async function tryMutant(mutant: Mutant, oracle: PrologOracle): Promise<number> {
  const create = await loadMutant(mutant)
  if (mutant.noticedBy === 'prolog')
    return compareWithProlog(create, oracle, { first: 1, queries: QUERIES, enough: 1 }).disagreeing
  return compareWithCompletions(create, { first: 1, cases: CASES, most: 16, enough: 1 }).contradictions.length
}
