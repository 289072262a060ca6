import { isExact, type Value } from '../../values/value.ts'
import { conditionStatus } from './condition-status.ts'
import { evaluateAggregate } from './evaluate-aggregate.ts'
import { evaluateSum } from './evaluate-sum.ts'
import { isOther } from '../individuals.ts'
import { CONSTANT, type PreparedAtom } from './prepared-rule.ts'
import type { RuleGround } from '../row.ts'
import type { Run } from './rule-run.ts'
import { solve } from './solve.ts'

export type Derived = {
  readonly values: readonly Value[]
  readonly many: boolean
  readonly ground: RuleGround
}

/**
 * Every way in which the rule derives a row with these names (undefined: any). First the conditions, then for each way the
 * sum and aggregates, then the conditions on their results, then the exceptions.
 */
export function evaluateRule(run: Run, names: readonly (string | undefined)[], derived: (one: Derived) => void): void {
  if (!giveNames(run.prepared.head, names, run)) return
  solve(run.prepared.before, run, true, (certain) => {
    withResults(run, certain, (sure) => {
      solve(run.prepared.after, run, sure, (all) => {
        const certainty = exceptionsAllow(run, all)
        if (certainty !== 'no') derived(derive(run, certainty === 'yes'))
        return false
      })
    })
    return false
  })
}

/** False: the rule concludes about other names. */
export function giveNames(head: PreparedAtom, names: readonly (string | undefined)[], run: Run): boolean {
  for (const [place, name] of names.entries()) {
    if (name === undefined) continue
    const slot = head.slots[place] ?? CONSTANT
    const held = slot === CONSTANT ? head.constants[place] : run.slots[slot]
    if (held === undefined) run.slots[slot] = { kind: 'name', name }
    else if (held.kind !== 'name' || held.name !== name) return false
  }
  return true
}

/** Goes on with the results of the sum and the aggregates in their variables; not at all where a minimum does not exist. */
export function withResults(run: Run, certain: boolean, goOn: (certain: boolean) => void): void {
  const { sum, aggregates } = run.prepared
  if (sum === null && aggregates.length === 0) {
    goOn(certain)
    return
  }
  const held = [...run.slots]
  let sure = certain
  let exists = true
  if (sum !== null) {
    const result = evaluateSum(sum, run)
    run.slots[sum.slot] = result.value
    sure &&= result.problem === null
  }
  for (const aggregate of aggregates) {
    const result = evaluateAggregate(aggregate, run)
    exists = result !== null
    if (result === null) break
    run.slots[aggregate.slot] = result.value
    sure &&= result.certain
  }
  if (exists) goOn(sure)
  for (const [slot, value] of held.entries()) run.slots[slot] = value
}

function exceptionsAllow(run: Run, certain: boolean): 'yes' | 'unknown' | 'no' {
  let allowed: 'yes' | 'unknown' = certain ? 'yes' : 'unknown'
  for (const exception of run.prepared.exceptions) {
    const status = conditionStatus(exception, run)
    if (status === 'yes') return 'no'
    if (status === 'unknown') allowed = 'unknown'
  }
  return allowed
}

function derive(run: Run, certain: boolean): Derived {
  const { prepared } = run
  const values = prepared.head.slots.map((slot, place) => {
    const value = slot === CONSTANT ? prepared.head.constants[place] : run.slots[slot]
    if (value === undefined) throw new Error(`rule ${prepared.rule.id} concludes with a variable that has no value`)
    return value
  })
  return {
    values,
    many: run.many > 0 && !values.every((value) => isExact(value) && !isOther(value)),
    ground: {
      rule: prepared,
      bindings: [...run.slots],
      matched: [...run.matched],
      certain,
      round: run.round,
      key: null,
    },
  }
}
