import { sayDay } from '../../../kb/values/plain-date.ts'
import type { Argument } from '../../../kb/language/statement.ts'
import type { Term } from '../../../kb/program/rule.ts'
import type { Place } from '../../../kb/program/vocabulary.ts'
import type { Value } from '../../../kb/values/value.ts'
import { writeArgument } from './read-statement.ts'

/** A term as rules write it: `?p`, `?_`, `58 kg`. */
export function writeTerm(term: Term, place: Place | undefined): string {
  if (term.kind === 'variable') return `?${term.name}`
  if (term.kind === 'anything') return '?_'
  return writeArgument(argumentOf(term.value, place))
}

function argumentOf(value: Value, place: Place | undefined): Argument {
  if (value.kind === 'name') return value
  if (value.kind === 'date')
    return {
      kind: 'date',
      low: finite(value.low) ? sayDay(value.low) : null,
      high: finite(value.high) ? sayDay(value.high) : null,
    }
  const { low, high } = value
  const unit = place?.kind === 'number' ? place.unit : null
  return {
    kind: 'number',
    low: low.isFinite() ? low.toFixed() : null,
    high: high.isFinite() ? high.toFixed() : null,
    unit,
  }
}

function finite(day: number): boolean {
  return Number.isFinite(day)
}
