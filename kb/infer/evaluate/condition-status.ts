import { compareValues } from '../../values/compare-values.ts'
import type { Value } from '../../values/value.ts'
import { evaluateExpression, type Problem } from './evaluate-expression.ts'
import { isOther } from '../individuals.ts'
import { matchRow, namesOf, remember, restore, type Run } from './rule-run.ts'
import type { PreparedAtom, PreparedCondition } from './prepared-rule.ts'
import type { Row } from '../row.ts'

export type Status = 'yes' | 'unknown' | 'no'

/**
 * Whether a condition holds for the variables as they are; free ones mean "any at all". A comparison that cannot be
 * computed is not known. An assignment holds if its variable has that value.
 */
export function conditionStatus(condition: PreparedCondition, run: Run): Status {
  if (condition.kind === 'atom') {
    const status = atomStatus(condition.atom, run)
    return condition.negated ? opposite(status) : status
  }
  if (condition.kind === 'comparison') return compareSides(condition, run).status
  const value = evaluateExpression(condition.expression, run)
  const held = run.slots[condition.slot]
  if (value.kind === 'problem' || held === undefined) return 'unknown'
  return compareValues('=', held, value)
}

type ComparedSides = {
  readonly status: Status
  readonly left: Value | Problem
  readonly right: Value | Problem
}

export function compareSides(condition: PreparedCondition & { readonly kind: 'comparison' }, run: Run): ComparedSides {
  const left = evaluateExpression(condition.left, run)
  const right = evaluateExpression(condition.right, run)
  if (left.kind === 'problem' || right.kind === 'problem') return { status: 'unknown', left, right }
  // The stand-in for whoever is not recorded may stand for two different people on the two sides.
  if (isOther(left) && isOther(right)) return { status: 'unknown', left, right }
  return { status: compareValues(condition.operator, left, right), left, right }
}

/** `yes`: a certain row surely matches. `no`: none can. */
function atomStatus(atom: PreparedAtom, run: Run): Status {
  let status: Status = 'no'
  const held = remember(atom, run.slots)
  for (const row of run.source.rows(atom.relation, namesOf(atom, run.slots))) {
    run.meter.tick()
    const match = matchRow(atom, row, run.slots)
    restore(atom, run.slots, held)
    if (match === 'no') continue
    if (match === 'yes' && row.certainty === 'certain') return 'yes'
    status = 'unknown'
  }
  return status
}

/** The rows that decide a negated atom or an exception, for its proof. */
export function rowsMatching(atom: PreparedAtom, run: Run): readonly Row[] {
  const held = remember(atom, run.slots)
  return run.source.rows(atom.relation, namesOf(atom, run.slots)).filter((row) => {
    run.meter.tick()
    const match = matchRow(atom, row, run.slots)
    restore(atom, run.slots, held)
    return match !== 'no'
  })
}

export function opposite(status: Status): Status {
  if (status === 'unknown') return status
  return status === 'yes' ? 'no' : 'yes'
}

/** What the answers to a goal say about it. */
export function goalStatus(rows: readonly Row[]): 'yes' | 'unknown' | 'no' {
  if (rows.some((row) => row.certainty === 'certain')) return 'yes'
  return rows.length > 0 ? 'unknown' : 'no'
}
