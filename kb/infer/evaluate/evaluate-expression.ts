import { callFunction } from '../../functions/call-function.ts'
import { signatureOf } from '../../functions/signature.ts'
import type { FunctionName } from '../../program/rule.ts'
import type { Calendar } from '../../program/vocabulary.ts'
import { ANY_DATE, ANY_NUMBER, type Value } from '../../values/value.ts'
import type { Message } from '../../../wording/message.ts'
import type { PreparedExpression } from './prepared-rule.ts'
import type { Run } from './rule-run.ts'

/**
 * For some or all values of the ranges it cannot be computed: division by zero, a day outside its calendar. Never a "no",
 * so `value` is the open range, also where it is known what the result would be for the other values.
 */
export type Problem = { readonly kind: 'problem'; readonly problem: Message; readonly value: Value }

export function evaluateExpression(expression: PreparedExpression, run: Run): Value | Problem {
  switch (expression.kind) {
    case 'constant':
      return expression.value
    case 'slot':
      return slotValue(expression.slot, run)
    case 'call':
      return call(expression, run)
    case 'calendar':
      throw new Error(`rule ${run.prepared.rule.id} uses the calendar "${expression.calendar.name}" as a value`)
  }
}

/** The value, or an open range in place of it. */
export function valueOf(result: Value | Problem): Value {
  return result.kind === 'problem' ? result.value : result
}

function slotValue(slot: number, run: Run): Value {
  const value = run.slots[slot]
  if (value === undefined)
    throw new Error(`rule ${run.prepared.rule.id} uses ?${run.prepared.variables[slot]} before it has a value`)
  return value
}

function call(expression: PreparedExpression & { readonly kind: 'call' }, run: Run): Value | Problem {
  run.meter.tick()
  const values: (Value | Calendar)[] = []
  let problem: Message | null = null
  for (const argument of expression.arguments) {
    if (argument.kind === 'calendar') {
      values.push(argument.calendar)
      continue
    }
    const value = evaluateExpression(argument, run)
    if (value.kind === 'problem') problem ??= value.problem
    values.push(valueOf(value))
  }
  if (problem === null) {
    const outcome = callFunction(expression.function, values, () => run.meter.tick())
    if ('value' in outcome) return outcome.value
    problem = outcome.problem
  }
  return { kind: 'problem', problem, value: openRange(expression.function, values) }
}

function openRange(name: FunctionName, values: readonly (Value | Calendar)[]): Value {
  const { kind } = signatureOf(name).result
  if (kind === 'date') return ANY_DATE
  const [first] = values
  return kind === 'same' && first !== undefined && 'kind' in first && first.kind === 'date' ? ANY_DATE : ANY_NUMBER
}
