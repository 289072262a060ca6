import type { PreparedCondition } from '../infer/evaluate/prepared-rule.ts'
import type { Run } from '../infer/evaluate/rule-run.ts'
import { solve } from '../infer/evaluate/solve.ts'
import type { Value } from '../values/value.ts'
import { explainCondition } from './explain-conditions.ts'
import type { Step } from './proof.ts'
import { type Prover, valuesOf } from './prover.ts'
import { statementOf } from './statement-of.ts'

/**
 * The first condition, in the author's order as far as variables allow, without which the ones before it can be met and with
 * which they cannot. Null: all can be met together; the run's variables are then filled in one such way.
 */
export function firstFailing(conditions: readonly PreparedCondition[], run: Run, prover: Prover): Step | null {
  const met: PreparedCondition[] = []
  for (const condition of readyOrder(conditions, run)) {
    const filled = firstSolution([...met, condition], run)
    if (filled === null) return failingStep(condition, met, run, prover)
    met.push(condition)
  }
  const filled = firstSolution(met, run)
  if (filled !== null) fill(run, filled)
  return null
}

type Filled = {
  readonly slots: readonly (Value | undefined)[]
  readonly matched: Run['matched']
}

function firstSolution(conditions: readonly PreparedCondition[], run: Run): Filled | null {
  let filled: Filled | null = null
  solve(conditions, run, true, () => {
    filled = { slots: [...run.slots], matched: [...run.matched] }
    return true
  })
  return filled
}

function fill(run: Run, { slots, matched }: Filled): void {
  for (const [slot, value] of slots.entries()) run.slots[slot] = value
  for (const [position, row] of matched.entries()) run.matched[position] = row
}

function failingStep(condition: PreparedCondition, met: readonly PreparedCondition[], run: Run, prover: Prover): Step {
  const before: Filled = { slots: [...run.slots], matched: [...run.matched] }
  const filled = firstSolution(met, run)
  if (filled !== null) fill(run, filled)
  const step = explainFailure(condition, run, prover)
  fill(run, before)
  return step
}

function explainFailure(condition: PreparedCondition, run: Run, prover: Prover): Step {
  if (condition.kind !== 'atom' || condition.negated) return explainCondition(condition, run, prover)
  const values = valuesOf(condition.atom, run)
  const statement = statementOf(condition.atom.relation, values, prover.inference.program.vocabulary)
  return {
    kind: 'fails',
    status: 'no',
    text: statement.text,
    statement,
    proof: prover.whyNot(condition.atom.relation, values),
  }
}

/** As written, but each condition after those that fill the variables it needs. */
function readyOrder(conditions: readonly PreparedCondition[], run: Run): readonly PreparedCondition[] {
  const filled = new Set(run.slots.flatMap((value, slot) => (value === undefined ? [] : [slot])))
  const left = [...conditions]
  const ordered: PreparedCondition[] = []
  while (left.length > 0) {
    const next = left.findIndex((condition) => condition.needs.every((slot) => filled.has(slot)))
    const [condition] = left.splice(Math.max(next, 0), 1)
    if (condition === undefined) break
    ordered.push(condition)
    for (const slot of slotsFilledBy(condition)) filled.add(slot)
  }
  return ordered
}

function slotsFilledBy(condition: PreparedCondition): readonly number[] {
  if (condition.kind === 'assignment') return [condition.slot]
  return condition.kind === 'atom' && !condition.negated ? condition.atom.slots.filter((slot) => slot >= 0) : []
}
