import type { PreparedAggregate, PreparedRule } from '../infer/prepared-rule.ts'
import { rowKey } from '../infer/row-key.ts'
import type { Run } from '../infer/run.ts'
import { solve } from '../infer/solve.ts'
import { explainConditions } from './explain-conditions.ts'
import type { AbsenceStep, AggregateStep } from './proof.ts'
import { MOST_SHOWN } from './prover.ts'
import type { Prover } from './prover.ts'
import { valuesOf } from './run-of-ground.ts'
import { showComputed } from './show-computed.ts'
import { statementOf } from './statement-of.ts'

/** What it is made of, each distinct binding once. */
export function explainAggregate(
  aggregate: PreparedAggregate,
  rule: PreparedRule,
  run: Run,
  prover: Prover,
): AggregateStep {
  const { vocabulary } = prover.inference.program
  const value = run.slots[aggregate.slot]
  if (value === undefined) throw new Error(`rule ${rule.rule.id} has an aggregate without a value`)
  const found = new Map<string, AggregateStep['of'][number]>()
  const seen = new Set<string>()
  solve(aggregate.of, run, true, (certain) => {
    const one = run.slots[aggregate.value]
    const key = rowKey(aggregate.slots.flatMap((slot) => run.slots[slot] ?? []))
    seen.add(key)
    if (one === undefined || found.has(key) || found.size >= MOST_SHOWN) return false
    found.set(key, {
      status: certain ? 'yes' : 'unknown',
      value: showComputed(one, [{ kind: 'slot', slot: aggregate.value }], rule, vocabulary),
      steps: explainConditions(aggregate.of, run, prover),
    })
    return false
  })
  return {
    kind: 'aggregate',
    status: 'yes',
    function: aggregate.kind,
    value: showComputed(value, [{ kind: 'slot', slot: aggregate.slot }], rule, vocabulary),
    of: [...found.values()],
    without: seen.size === 0 ? nothingRecorded(aggregate, run, prover) : [],
    more: seen.size - found.size,
  }
}

/**
 * That it is made of nothing is assumed where no rule concludes what would be counted: that one medicine is not taken, which may be
 * recorded, does not say that none is.
 */
function nothingRecorded(aggregate: PreparedAggregate, run: Run, { inference }: Prover): readonly AbsenceStep[] {
  const { vocabulary } = inference.program
  return aggregate.of.flatMap((condition): readonly AbsenceStep[] => {
    if (condition.kind !== 'atom' || condition.negated) return []
    const { relation } = condition.atom
    if (inference.rulesFor(relation).length > 0) return []
    const statement = statementOf(relation, valuesOf(condition.atom, run), vocabulary)
    return [
      { kind: 'assumed-absent', status: 'yes', exception: false, statement, facts: [], instead: null, proofs: [] },
    ]
  })
}
