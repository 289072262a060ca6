import type { CompiledPacks } from '../../../kb/compile/compiled-packs.ts'
import { compareCalculator } from './compared/compare-calculator.ts'
import { COMPARED_CALCULATORS } from './compared/compared-calculators.ts'
import { compiledPack } from './compared/compiled-pack.ts'

const SHOWN = 3

/** `node test/kb/packs/run-against-independent.ts COUNT [SEED]`: one JSON line a calculator, with its first disagreements. */
function main([count = '1000', seed = '1']: readonly string[]): number {
  const compiled = new Map<string, CompiledPacks>()
  let all = 0
  for (const one of COMPARED_CALCULATORS) {
    const found = compareCalculator(one, compiledPack(one.pack, compiled), { seed: Number(seed), count: Number(count) })
    all += found.length
    const line = { calculator: `${one.pack}/${one.name}`, inputs: Number(count), disagreements: found.length }
    process.stdout.write(`${JSON.stringify({ ...line, first: found.slice(0, SHOWN) })}\n`)
  }
  process.stdout.write(`${JSON.stringify({ calculators: COMPARED_CALCULATORS.length, disagreements: all })}\n`)
  return all === 0 ? 0 : 1
}

process.exitCode = main(process.argv.slice(2))
