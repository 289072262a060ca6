import { createInference } from '../../../kb/infer/inference.ts'
import { compareWithCompletions } from './compare-with-completions.ts'

/** `node test/kb/infer/run-against-completions.ts [cases] [first] [most completions]`: all completions of each case up to 512. */
function main(cases: number, first: number, most: number): number {
  const result = compareWithCompletions(createInference, { first, cases, most })
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
  return result.contradictions.length === 0 ? 0 : 1
}

const [cases = '1000', first = '1', most = '512'] = process.argv.slice(2)
process.exitCode = main(Number(cases), Number(first), Number(most))
