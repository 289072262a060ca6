import { createInference } from '../../../kb/infer/inference.ts'
import { compareWithProlog } from './compare-with-prolog.ts'
import { createPrologOracle } from './prolog-oracle.ts'

/**
 * `node test/kb/infer/run-against-prolog.ts [queries] [first seed]`: a million queries to random programs, compared with
 * SWI-Prolog. A fresh Prolog every so often, since it keeps every program that it has read.
 */
const QUERIES_A_PROLOG = 28_000

async function main(queries: number, first: number): Promise<number> {
  let seed = first
  let asked = 0
  let answered = 0
  while (asked < queries) {
    const part = Math.min(QUERIES_A_PROLOG, queries - asked)
    const result = compareWithProlog(createInference, await createPrologOracle(), { first: seed, queries: part })
    seed += 1000
    asked += result.queries
    answered += result.answered
    process.stdout.write(`${asked} queries, ${answered} with answers, ${result.disagreeing} disagreements\n`)
    if (result.disagreeing === 0) continue
    process.stdout.write(`${result.disagreements.join('\n')}\n`)
    return 1
  }
  return 0
}

process.exitCode = await main(Number(process.argv[2] ?? 1_000_000), Number(process.argv[3] ?? 100_000))
