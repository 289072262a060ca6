import { Decimal } from '../../values/decimal.ts'
import { type DateValue, isExact, type NumberValue, type Value, valueKey } from '../../values/value.ts'
import { meet } from '../../values/compare-values.ts'
import { isOther } from '../individuals.ts'
import type { PreparedAggregate } from './prepared-rule.ts'
import { rowKey } from '../row.ts'
import type { Run } from './rule-run.ts'
import { solve } from './solve.ts'

/** One way in which what is counted holds or may hold. */
export type Solution = {
  readonly value: Value
  /** Of all variables. */
  readonly binding: readonly Value[]
  certain: boolean
  /** May stand for several. */
  readonly many: boolean
}

/** `certain` false: it exists only in some completions, as the least of what may be nothing. */
export type AggregateResult = { readonly value: NumberValue | DateValue; readonly certain: boolean }

/** Null: there is nothing of which it could be the least or greatest. */
export function evaluateAggregate(aggregate: PreparedAggregate, run: Run): AggregateResult | null {
  const solutions = solutionsOf(aggregate, run)
  switch (aggregate.kind) {
    case 'count':
      return { value: countOf(solutions, run), certain: true }
    case 'total':
      return { value: totalOf(solutions, run), certain: true }
    case 'minimum':
      return extremeOf(solutions, least)
    case 'maximum':
      return extremeOf(solutions, greatest)
  }
}

/** Each distinct binding once; bindings with ranges may be distinct though they look alike, so all of them are kept. */
export function solutionsOf(aggregate: PreparedAggregate, run: Run): readonly Solution[] {
  const exact = new Map<string, Solution>()
  const ranges: Solution[] = []
  const { many } = run
  solve(aggregate.of, run, true, (certain) => {
    const binding = aggregate.slots.map((slot) => valueIn(run, slot))
    const value = valueIn(run, aggregate.value)
    const isOne = binding.every((part) => isExact(part) && !isOther(part))
    if (!isOne) {
      ranges.push({ value, binding, certain, many: run.many > 0 || binding.some(isOther) })
      return false
    }
    const key = rowKey(binding)
    const known = exact.get(key)
    if (known === undefined) exact.set(key, { value, binding, certain, many: false })
    else if (certain) known.certain = true
    return false
  })
  run.many = many
  return [...exact.values(), ...ranges]
}

function valueIn(run: Run, slot: number): Value {
  const value = run.slots[slot]
  if (value === undefined)
    throw new Error(`rule ${run.prepared.rule.id} counts ?${run.prepared.variables[slot]} without a value`)
  return value
}

/** At least as many as there are certain values apart from one another; at most one for each solution. */
function countOf(solutions: readonly Solution[], run: Run): NumberValue {
  const single = new Set<string>()
  let others = 0
  for (const { value, many } of solutions) {
    if (isExact(value) && !isOther(value)) single.add(valueKey(value))
    else others += many ? Infinity : 1
  }
  const certain = solutions.filter((solution) => solution.certain).map((solution) => [solution.value])
  return { kind: 'number', low: new Decimal(apartFrom(certain, run).length), high: new Decimal(single.size + others) }
}

/**
 * Every certain solution is there, but two whose ranges overlap may be one and the same; so of these only some that are
 * apart from one another count towards the sure end of the total, and all that may be there towards the other end.
 */
function totalOf(solutions: readonly Solution[], run: Run): NumberValue {
  const sums = solutions.map((solution) => ({ ...solution, number: numberIn(solution.value) }))
  const certain = sums.filter((sum) => sum.certain)
  const sureLow = new Set(apartFrom(certain.filter(({ number }) => number.low.gte(0)).map(bindingOf), run))
  const sureHigh = new Set(apartFrom(certain.filter(({ number }) => number.high.lte(0)).map(bindingOf), run))
  let low = new Decimal(0)
  let high = new Decimal(0)
  for (const { number, many, binding } of sums) {
    if (number.low.lessThan(0)) low = low.plus(many ? -Infinity : number.low)
    else if (sureLow.has(binding)) low = low.plus(number.low)
    if (number.high.greaterThan(0)) high = high.plus(many ? Infinity : number.high)
    else if (sureHigh.has(binding)) high = high.plus(number.high)
  }
  return { kind: 'number', low, high }
}

function bindingOf(solution: Solution): readonly Value[] {
  return solution.binding
}

/** Some of the bindings, no two of which can be the same; all of them when they are exact. */
function apartFrom(bindings: readonly (readonly Value[])[], run: Run): readonly (readonly Value[])[] {
  const exact = new Map<string, readonly Value[]>()
  const ranges: (readonly Value[])[] = []
  for (const binding of bindings) {
    if (binding.every((value) => isExact(value))) exact.set(rowKey(binding), binding)
    else ranges.push(binding)
  }
  const chosen = [...exact.values()]
  for (const binding of ranges.toSorted(byGreatestEnd)) {
    const isApart = chosen.every((other) => {
      run.meter.tick()
      return other.some((value, place) => meet(value, binding[place] ?? value) === 'apart')
    })
    if (isApart) chosen.push(binding)
  }
  return chosen
}

/** Taken in this order, intervals apart from one another are as many as there can be. */
function byGreatestEnd(left: readonly Value[], right: readonly Value[]): number {
  for (const [place, value] of left.entries()) {
    const other = right[place]
    if (other === undefined || value.kind === 'name' || other.kind !== value.kind) continue
    const order = compareEnds(value, other)
    if (order !== 0) return order
  }
  return 0
}

function compareEnds(left: Value, right: Value): number {
  if (left.kind === 'number' && right.kind === 'number') return left.high.comparedTo(right.high)
  if (left.kind !== 'date' || right.kind !== 'date' || left.high === right.high) return 0
  return left.high < right.high ? -1 : 1
}

function numberIn(value: Value): NumberValue {
  if (value.kind === 'number') return value
  throw new Error(`only numbers have a total, got a ${value.kind}`)
}

type Ends = NumberValue | DateValue

/** The extreme lies between the extreme of all that may be there and that of what surely is. */
function extremeOf(solutions: readonly Solution[], choose: (left: Ends, right: Ends) => Ends): AggregateResult | null {
  const [first, ...rest] = solutions.map(({ value }) => endsIn(value))
  if (first === undefined) return null
  const all = rest.reduce(choose, first)
  const sure = solutions.filter(({ certain }) => certain).map(({ value }) => endsIn(value))
  const [firstSure, ...restSure] = sure
  if (firstSure === undefined) return { value: hullOf(solutions.map(({ value }) => endsIn(value))), certain: false }
  return { value: between(all, restSure.reduce(choose, firstSure), choose === least), certain: true }
}

function endsIn(value: Value): Ends {
  if (value.kind !== 'name') return value
  throw new Error(`only numbers and dates have a least and a greatest, got the name ${value.name}`)
}

function least(left: Ends, right: Ends): Ends {
  return pick(left, right, (a, b) => Decimal.min(a, b), Math.min)
}

function greatest(left: Ends, right: Ends): Ends {
  return pick(left, right, (a, b) => Decimal.max(a, b), Math.max)
}

function pick(
  left: Ends,
  right: Ends,
  numbers: (left: Decimal, right: Decimal) => Decimal,
  days: (left: number, right: number) => number,
): Ends {
  if (left.kind === 'number' && right.kind === 'number')
    return { kind: 'number', low: numbers(left.low, right.low), high: numbers(left.high, right.high) }
  if (left.kind === 'date' && right.kind === 'date')
    return { kind: 'date', low: days(left.low, right.low), high: days(left.high, right.high) }
  throw new Error('a number and a date have no order')
}

function between(all: Ends, sure: Ends, isLeast: boolean): Ends {
  const [lower, upper] = isLeast ? [all, sure] : [sure, all]
  if (lower.kind === 'number' && upper.kind === 'number') return { kind: 'number', low: lower.low, high: upper.high }
  if (lower.kind === 'date' && upper.kind === 'date') return { kind: 'date', low: lower.low, high: upper.high }
  throw new Error('a number and a date have no order')
}

function hullOf(values: readonly Ends[]): Ends {
  const [first, ...rest] = values
  if (first === undefined) throw new Error('nothing has no hull')
  return between(rest.reduce(least, first), rest.reduce(greatest, first), true)
}
