import { namesOf } from './match-row.ts'
import type { PreparedCondition } from './prepared-rule.ts'
import type { Run } from './run.ts'

/** Cheaper than any atom; dearer than a comparison, which looks nothing up. */
const COST_OF_ABSENCE = 1.5
const COST_OF_FRESH = 0.5

/** The position of the cheapest condition that can be judged now. What is done is left out. */
export function cheapestCondition(
  conditions: readonly PreparedCondition[],
  done: readonly boolean[],
  run: Run,
): number {
  let best = -1
  let least = Infinity
  for (let index = 0; index < conditions.length; index += 1) {
    const condition = conditions[index]
    if (condition === undefined || done[index] === true || !isReady(condition, run)) continue
    const cost = costOf(condition, run)
    if (cost >= least) continue
    least = cost
    best = index
    if (cost === 0) break
  }
  if (best < 0) throw new Error(`the conditions of rule ${run.prepared.rule.id} cannot be put in an order`)
  return best
}

function isReady(condition: PreparedCondition, run: Run): boolean {
  for (const slot of condition.needs) if (run.slots[slot] === undefined) return false
  return true
}

function costOf(condition: PreparedCondition, run: Run): number {
  if (condition.kind !== 'atom') return 0
  if (condition.negated) return COST_OF_ABSENCE
  if (run.fresh?.condition === condition) return COST_OF_FRESH
  return run.source.cost(condition.atom.relation, namesOf(condition.atom, run.slots))
}
