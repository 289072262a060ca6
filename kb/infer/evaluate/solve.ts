import { common, meet } from '../../values/compare-values.ts'
import { conditionStatus } from './condition-status.ts'
import { evaluateExpression, valueOf } from './evaluate-expression.ts'
import { matchRow, namesOf, remember, restore, type Run } from './rule-run.ts'
import type { PreparedCondition } from './prepared-rule.ts'

/** Called with every way in which the conditions hold; true stops the search. */
type Found = (certain: boolean) => boolean

/**
 * Finds all ways in which all conditions hold or may hold, the cheapest condition first. `certain` tells whether what came
 * before is. Returns whether the search was stopped.
 */
export function solve(conditions: readonly PreparedCondition[], run: Run, certain: boolean, found: Found): boolean {
  const done = conditions.map(() => false)
  return solveRest({ conditions, done, run, found }, conditions.length, certain)
}

type Search = {
  readonly conditions: readonly PreparedCondition[]
  readonly done: boolean[]
  readonly run: Run
  readonly found: Found
}

function solveRest(search: Search, left: number, certain: boolean): boolean {
  const { conditions, done, run } = search
  run.meter.tick()
  if (left === 0) return search.found(certain)
  const index = cheapestCondition(conditions, done, run)
  const condition = conditions[index]
  if (condition === undefined) throw new Error(`no condition at ${index}`)
  done[index] = true
  run.meter.enterCondition()
  const stopped = solveOne(search, condition, left - 1, certain)
  run.meter.leaveCondition()
  done[index] = false
  return stopped
}

function solveOne(search: Search, condition: PreparedCondition, left: number, certain: boolean): boolean {
  if (condition.kind === 'atom' && !condition.negated) return solveAtom(search, condition, left, certain)
  if (condition.kind === 'assignment') return solveAssignment(search, condition, left, certain)
  const status = conditionStatus(condition, search.run)
  return status !== 'no' && solveRest(search, left, certain && status === 'yes')
}

type AtomCondition = PreparedCondition & { readonly kind: 'atom' }

function solveAtom(search: Search, condition: AtomCondition, left: number, certain: boolean): boolean {
  const { run } = search
  const { atom } = condition
  const isOwn = run.prepared.conditions[condition.position] === condition
  const held = remember(atom, run.slots)
  const rows =
    run.fresh?.condition === condition ? run.fresh.rows : run.source.rows(atom.relation, namesOf(atom, run.slots))
  for (const row of rows) {
    run.meter.tick()
    const match = matchRow(atom, row, run.slots)
    if (match !== 'no') {
      const sure = certain && match === 'yes' && row.certainty === 'certain'
      if (isOwn) run.matched[condition.position] = row
      if (row.many) run.many += 1
      const stopped = solveRest(search, left, sure)
      if (row.many) run.many -= 1
      if (isOwn) run.matched[condition.position] = null
      if (stopped) {
        restore(atom, run.slots, held)
        return true
      }
    }
    restore(atom, run.slots, held)
  }
  return false
}

type Assignment = PreparedCondition & { readonly kind: 'assignment' }

/** What cannot be computed may be anything: the search goes on with the range it lies in, and nothing found is certain. */
function solveAssignment(search: Search, condition: Assignment, left: number, certain: boolean): boolean {
  const { run } = search
  const result = evaluateExpression(condition.expression, run)
  const value = valueOf(result)
  const held = run.slots[condition.slot]
  const meeting = held === undefined ? 'same' : meet(held, value)
  if (meeting === 'apart') return false
  run.slots[condition.slot] = held === undefined ? value : common(held, value)
  const stopped = solveRest(search, left, certain && result.kind !== 'problem' && meeting === 'same')
  run.slots[condition.slot] = held
  return stopped
}

/** Cheaper than any atom; dearer than a comparison, which looks nothing up. */
const COST_OF_ABSENCE = 1.5
const COST_OF_FRESH = 0.5

/** The position of the cheapest condition that can be judged now. What is done is left out. */
function cheapestCondition(conditions: readonly PreparedCondition[], done: readonly boolean[], run: Run): number {
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
