import { partStatus } from '../infer/evaluate-sum.ts'
import type { PreparedPart, PreparedRule } from '../infer/prepared-rule.ts'
import type { Run } from '../infer/run.ts'
import { solve } from '../infer/solve.ts'
import { explainConditions } from './explain-conditions.ts'
import { firstFailing } from './first-failing.ts'
import type { Step, SumPart } from './proof.ts'
import type { Prover } from './prover.ts'
import { showComputed } from './show-computed.ts'

/** Every part with why it counts, may count or does not; the run's variables are those of the derivation. */
export function explainSum(rule: PreparedRule, run: Run, prover: Prover): readonly Step[] {
  const { sum } = rule
  const value = sum === null ? undefined : run.slots[sum.slot]
  if (sum === null || value === undefined) return []
  const parts = sum.items.flatMap((item) => item.oneOf.map((part) => explainPart(part, run, prover)))
  const { vocabulary } = prover.inference.program
  const shown = showComputed(value, [{ kind: 'slot', slot: sum.slot }], rule, vocabulary)
  const text = `sum of points ${shown.text}`
  const both = sum.items
    .map((item) => item.oneOf.filter((part) => partStatus(part, run) === 'yes').map((part) => part.part.say))
    .find((sure) => sure.length > 1)
  const steps: readonly Step[] = [{ kind: 'sum', status: 'yes', value: shown, parts }]
  if (both === undefined) return steps
  return [
    ...steps,
    {
      kind: 'problem',
      status: 'unknown',
      text,
      filled: text,
      problem: `both hold: ${both.join('; ')}, and at most one can`,
    },
  ]
}

function explainPart(part: PreparedPart, run: Run, prover: Prover): SumPart {
  const status = partStatus(part, run)
  const shown = { say: part.part.say, add: part.add.toFixed(), status }
  if (status === 'no') {
    const failing = firstFailing(part.when, run, prover)
    return { ...shown, steps: failing === null ? [] : [failing] }
  }
  let steps: readonly Step[] = []
  solve(part.when, run, true, (certain) => {
    if (status === 'yes' && !certain) return false
    steps = explainConditions(part.when, run, prover)
    return true
  })
  return { ...shown, steps }
}
