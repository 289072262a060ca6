import type { createInference } from '../../../kb/infer/inference.ts'
import type { Row } from '../../../kb/infer/row.ts'
import type { Decimal } from '../../../kb/values/decimal.ts'
import { sayNumber } from '../../../kb/values/say-value.ts'
import type { Value } from '../../../kb/values/value.ts'
import { buildFact } from '../build-fact.ts'
import { buildGoal, buildProgram } from '../build-program.ts'
import type { RandomProgram } from './random-program.ts'
import { USUAL_OPTIONS } from './usual-options.ts'

/** For each goal its answers, each as `a1,2`, sorted; one that is only possible has a `?`. */
export function answersAsText(
  create: typeof createInference,
  { text, facts, goals }: RandomProgram,
): readonly string[] {
  const program = buildProgram(text)
  const inference = create(
    program,
    facts.map((fact) => buildFact(fact)),
    USUAL_OPTIONS,
  )
  return goals.map((goal) => inference.ask(buildGoal(goal, program)).map(sayRow).toSorted(byCode).join(' '))
}

/** `p,af`; one that is only possible has a `?`, an open end is `any`. */
export function sayRow({ values, certainty }: Row): string {
  return values.map(say).join(',') + (certainty === 'certain' ? '' : '?')
}

function say(value: Value): string {
  if (value.kind === 'name') return value.name
  if (value.kind === 'date') return `${value.low}..${value.high}`
  return value.low.equals(value.high) ? sayNumber(value.low) : `${sayEnd(value.low)}..${sayEnd(value.high)}`
}

function sayEnd(number: Decimal): string {
  return number.isFinite() ? sayNumber(number) : 'any'
}

/** As Prolog sorts atoms, which localeCompare does not. */
export function byCode(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
