import { isBusinessDay } from '../dates/business-days.ts'
import { sayDay } from '../dates/say-day.ts'
import { evaluateExpression } from '../infer/evaluate-expression.ts'
import type { PreparedExpression } from '../infer/prepared-rule.ts'
import type { Run } from '../infer/run.ts'
import type { FunctionName } from '../program/function-name.ts'
import type { Calendar } from '../program/vocabulary.ts'
import { isExact } from '../values/is-exact.ts'
import type { SkippedDays } from './proof.ts'

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
export function skippedDays(expression: PreparedExpression, run: Run): readonly SkippedDays[] {
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
    const name = calendar.holidays.get(day) ?? 'weekend'
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
