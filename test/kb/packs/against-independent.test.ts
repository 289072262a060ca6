import { describe, expect, it } from 'vitest'
import type { CompiledPacks } from '../../../kb/compile/compiled-packs.ts'
import { compareCalculator } from './compared/compare-calculator.ts'
import { COMPARED_CALCULATORS } from './compared/compared-calculators.ts'
import { compiledPack } from './compared/compiled-pack.ts'

const SEED = 20_260_603
/** The bar, 1,000, is `node test/kb/packs/run-against-independent.ts 1000`. */
const COUNT = 12

const compiled = new Map<string, CompiledPacks>()

describe('the calculators of the packs and their second implementation, from the sources alone', () => {
  it.each(COMPARED_CALCULATORS.map((one) => [`${one.pack}/${one.name}`, one] as const))('agree on %s', (_, one) => {
    expect(compareCalculator(one, compiledPack(one.pack, compiled), { seed: SEED, count: COUNT })).toEqual([])
  })

  it('would be told apart by one point', () => {
    const [score] = COMPARED_CALCULATORS
    if (!score) throw new Error('nothing is compared')
    const wrong = {
      ...score,
      draw: (random: Parameters<typeof score.draw>[0]) => ({ ...score.draw(random), expected: '77' }),
    }
    expect(compareCalculator(wrong, compiledPack(score.pack, compiled), { seed: SEED, count: 3 })).toHaveLength(3)
  })
})
