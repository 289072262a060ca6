import { calculate } from '../../../../assistant/rules/kernel/calculate.ts'
import { gateText } from '../../../../assistant/rules/kernel/gate-statement.ts'
import { programOf } from '../../../../assistant/rules/kernel/ask-kernel.ts'
import type { CompiledPacks } from '../../../../kb/compile/compiled-packs.ts'
import { createRandom } from '../../random.ts'
import type { ComparedCalculator, DrawnCase } from './compared-calculator.ts'
import { worded } from '../../worded-problem.ts'

/** The second implementation computes in floating point. */
const FLOAT = 1e-9

export type Disagreement = DrawnCase & { readonly calculator: string; readonly got: string | null }

/** Runs a calculator of a pack and its second implementation on random inputs; the same seed, the same inputs. */
export function compareCalculator(
  compared: ComparedCalculator,
  compiled: CompiledPacks,
  { seed, count }: { readonly seed: number; readonly count: number },
): readonly Disagreement[] {
  const random = createRandom(seed)
  const cases = Array.from({ length: count }, () => compared.draw(random))
  return cases.flatMap((drawn) => {
    const got = resultOf(compared, compiled, drawn)
    return agrees(got, drawn.expected, compared.within)
      ? []
      : [{ ...drawn, calculator: `${compared.pack}/${compared.name}`, got }]
  })
}

/** All the digits of a number; as shown, for points, days and words. */
function resultOf(
  { name, reads }: ComparedCalculator,
  compiled: CompiledPacks,
  { facts, asOf }: DrawnCase,
): string | null {
  const { vocabulary } = programOf(compiled)
  const inputs = facts.map((text) => {
    const { statement, problem } = gateText(text, vocabulary)
    if (!statement) throw new Error(`${name}: ${text}: ${Object.values(worded(problem)).join(' ')}`)
    return statement
  })
  const { result, full } = calculate(compiled, { name, inputs, asOf })
  return reads ? reads(result) : (full ?? result)
}

function agrees(got: string | null, expected: DrawnCase['expected'], within: number): boolean {
  if (typeof expected !== 'number') return got === expected
  return got !== null && Math.abs(Number(got) - expected) <= within + FLOAT
}
