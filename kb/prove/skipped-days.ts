import { isBusinessDay } from '../dates/business-days.ts'
import { sayDay } from '../dates/say-day.ts'
import { evaluateExpression } from '../infer/evaluate-expression.ts'
import type { PreparedExpression } from '../infer/prepared-rule.ts'
import type { Run } from '../infer/run.ts'
import type { Calendar } from '../program/vocabulary.ts'
import { isExact } from '../values/is-exact.ts'
import type { Value } from '../values/value.ts'
import type { SkippedDays } from './proof.ts'

/** Nobody looks at more, and a proof must not grow with the length of a period. */
const MOST_DAYS = 400
const MOST_RUNS = 40

/** The days that do not count between the day from which business days are counted and the day that was reached, in runs. */
export function skippedDays(expression: PreparedExpression, run: Run, reached: Value): readonly SkippedDays[] {
  const counted = countedFrom(expression)
  const start = counted && evaluateExpression(counted.date, run)
  if (!counted || start?.kind !== 'date' || reached.kind !== 'date' || !isExact(start) || !isExact(reached)) return []
  const [from, to] = [Math.min(start.low, reached.low), Math.max(start.low, reached.low)]
  return to - from > MOST_DAYS ? [] : runsBetween(from, to, counted.calendar)
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
  return runs
    .slice(0, MOST_RUNS)
    .map(({ names, ...days }) => ({ from: sayDay(days.from), to: sayDay(days.to), name: [...names].join(', ') }))
}

function countedFrom(expression: PreparedExpression): { date: PreparedExpression; calendar: Calendar } | null {
  if (expression.kind !== 'call') return null
  const { function: name, arguments: of } = expression
  if (name !== 'business_days_after' && name !== 'next_business_day' && name !== 'previous_business_day') return null
  const [date, calendar] = [of[0], of.at(-1)]
  return date && calendar?.kind === 'calendar' ? { date, calendar: calendar.calendar } : null
}
