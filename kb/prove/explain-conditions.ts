import { compareSides, conditionStatus, opposite } from '../infer/condition-status.ts'
import { evaluateExpression } from '../infer/evaluate-expression.ts'
import type { PreparedCondition } from '../infer/prepared-rule.ts'
import type { Run } from '../infer/run.ts'
import type { Value } from '../values/value.ts'
import { absenceStep } from './absence-step.ts'
import type { Step } from './proof.ts'
import type { Prover } from './prover.ts'
import { filledText } from './filled-text.ts'
import { showComputed } from './show-computed.ts'
import { skippedDays } from './skipped-days.ts'
import { stepOfAtom } from './step-of-row.ts'

/** A step for each condition, with the variables as they are. */
export function explainConditions(conditions: readonly PreparedCondition[], run: Run, prover: Prover): readonly Step[] {
  return conditions.map((condition) => explainCondition(condition, run, prover))
}

export function explainCondition(condition: PreparedCondition, run: Run, prover: Prover): Step {
  if (condition.kind === 'atom') {
    if (condition.negated) return absenceStep(condition.atom, run, false, prover)
    const isOwn = run.prepared.conditions[condition.position] === condition
    return stepOfAtom(condition.atom, run, isOwn ? (run.matched[condition.position] ?? null) : null, prover)
  }
  if (condition.kind === 'comparison') return comparisonStep(condition, run, false, prover)
  return calculationStep(condition, run, prover)
}

/** What an exception does for the conclusion: that it does not hold is a yes. */
export function explainException(exception: PreparedCondition, run: Run, prover: Prover): Step {
  if (exception.kind === 'atom' && !exception.negated) return absenceStep(exception.atom, run, true, prover)
  if (exception.kind === 'atom') {
    const step = stepOfAtom(exception.atom, run, null, prover)
    return step.kind === 'fails' ? absenceStep(exception.atom, run, true, prover) : step
  }
  if (exception.kind === 'comparison') return comparisonStep(exception, run, true, prover)
  throw new Error(`rule ${run.prepared.rule.id} has an assignment as an exception`)
}

function comparisonStep(
  condition: PreparedCondition & { readonly kind: 'comparison' },
  run: Run,
  exception: boolean,
  prover: Prover,
): Step {
  const { vocabulary } = prover.inference.program
  const { left, right, status } = compareSides(condition, run)
  const { text } = condition.condition
  const filled = filledText(text, run, vocabulary)
  if (left.kind === 'problem') return { kind: 'problem', status: 'unknown', text, filled, problem: left.problem }
  if (right.kind === 'problem') return { kind: 'problem', status: 'unknown', text, filled, problem: right.problem }
  return {
    kind: 'comparison',
    status: exception ? opposite(status) : status,
    exception,
    text,
    filled,
    operator: condition.operator,
    left: showComputed(left, [condition.left, condition.right], run.prepared, vocabulary, 'full'),
    right: showComputed(right, [condition.right, condition.left], run.prepared, vocabulary, 'full'),
  }
}

function calculationStep(
  condition: PreparedCondition & { readonly kind: 'assignment' },
  run: Run,
  prover: Prover,
): Step {
  const { text } = condition.condition
  const { vocabulary } = prover.inference.program
  const filled = filledText(text, run, vocabulary)
  const computed = evaluateExpression(condition.expression, run)
  if (computed.kind === 'problem')
    return { kind: 'problem', status: 'unknown', text, filled, problem: computed.problem }
  const value: Value = run.slots[condition.slot] ?? computed
  const result = { kind: 'slot', slot: condition.slot } as const
  const shown = showComputed(value, [result], run.prepared, vocabulary, 'full')
  const isSame = run.slots[condition.slot] === undefined || sameEnds(value, computed)
  return {
    kind: 'calculation',
    status: isSame ? 'yes' : conditionStatus(condition, run),
    text,
    filled,
    skipped: skippedDays(condition.expression, run),
    value: shown,
  }
}

function sameEnds(left: Value, right: Value): boolean {
  if (left.kind === 'number' && right.kind === 'number') return left.low.eq(right.low) && left.high.eq(right.high)
  return left.kind === 'date' && right.kind === 'date' && left.low === right.low && left.high === right.high
}
