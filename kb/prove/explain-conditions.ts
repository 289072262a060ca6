import { messageText } from '../../wording/message-text.ts'
import { t } from '../../wording/translate.ts'
import { compareSides, conditionStatus, opposite } from '../infer/evaluate/condition-status.ts'
import { evaluateExpression } from '../infer/evaluate/evaluate-expression.ts'
import type { PreparedCondition, PreparedExpression } from '../infer/evaluate/prepared-rule.ts'
import type { Run } from '../infer/evaluate/rule-run.ts'
import type { FunctionName } from '../program/rule.ts'
import type { Calendar } from '../program/vocabulary.ts'
import { isBusinessDay } from '../values/business-days.ts'
import { sayDay } from '../values/plain-date.ts'
import { isExact, type Value } from '../values/value.ts'
import { absenceStep } from './absence-step.ts'
import { filledText, showComputed } from './show-computed.ts'
import type { SkippedDays, Step } from './proof.ts'
import type { Prover } from './prover.ts'
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
  if (left.kind === 'problem')
    return { kind: 'problem', status: 'unknown', text, filled, problem: messageText(left.problem) }
  if (right.kind === 'problem')
    return { kind: 'problem', status: 'unknown', text, filled, problem: messageText(right.problem) }
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
    return { kind: 'problem', status: 'unknown', text, filled, problem: messageText(computed.problem) }
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

/** Nobody looks at more, and a proof must not grow with the length of a period. */
const MOST_DAYS = 400
const MOST_RUNS = 40

/** They give the day that is reached. */
const COUNTING: ReadonlySet<FunctionName> = new Set([
  'business_days_after',
  'next_business_day',
  'previous_business_day',
])

/** The days that do not count, in runs, wherever in an expression business days are counted; each run once. */
function skippedDays(expression: PreparedExpression, run: Run): readonly SkippedDays[] {
  const all = callsIn(expression).flatMap((call) => skippedBy(call, run))
  const once = new Map(all.map((skipped) => [`${skipped.from} ${skipped.to} ${skipped.name}`, skipped]))
  return [...once.values()].slice(0, MOST_RUNS)
}

type Call = Extract<PreparedExpression, { kind: 'call' }>

/** The calls themselves after those within them. */
function callsIn(expression: PreparedExpression): readonly Call[] {
  return expression.kind === 'call' ? [...expression.arguments.flatMap(callsIn), expression] : []
}

/** From the day on which counting starts to the one that was reached, or to which it goes. */
function skippedBy(call: Call, run: Run): readonly SkippedDays[] {
  const [first, second] = call.arguments
  const calendar = call.arguments.at(-1)
  const until = call.function === 'business_days_between' ? second : COUNTING.has(call.function) ? call : undefined
  if (!first || !until || calendar?.kind !== 'calendar') return []
  const [start, reached] = [evaluateExpression(first, run), evaluateExpression(until, run)]
  if (start.kind !== 'date' || reached.kind !== 'date' || !isExact(start) || !isExact(reached)) return []
  const [from, to] = [Math.min(start.low, reached.low), Math.max(start.low, reached.low)]
  return to - from > MOST_DAYS ? [] : runsBetween(from, to, calendar.calendar)
}

function runsBetween(from: number, to: number, calendar: Calendar): readonly SkippedDays[] {
  const runs: { from: number; to: number; names: Set<string> }[] = []
  for (let day = from; day <= to; day += 1) {
    if (isBusinessDay(day, calendar)) continue
    const last = runs.at(-1)
    const name = calendar.holidays.get(day) ?? t('reasoning.calculation.weekend')
    if (last?.to === day - 1) {
      last.to = day
      last.names.add(name)
    } else runs.push({ from: day, to: day, names: new Set([name]) })
  }
  return runs.map(({ names, ...days }) => ({
    from: sayDay(days.from),
    to: sayDay(days.to),
    name: [...names].join(', '),
  }))
}
