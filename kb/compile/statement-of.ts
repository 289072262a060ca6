import { sayDay } from '../dates/say-day.ts'
import type { Argument, Statement } from '../language/statement.ts'
import type { Fact } from '../program/fact.ts'
import type { Place, Vocabulary } from '../program/vocabulary.ts'
import type { Decimal } from '../values/decimal.ts'
import type { Value } from '../values/value.ts'

/** A fact that passed the gate, as it would be written: in the units of its relation, an open end left out. */
export function statementOf(fact: Omit<Fact, 'id'>, vocabulary: Vocabulary): Statement {
  const places = vocabulary.relations.get(fact.relation)?.places ?? []
  const { relation, values, holds, at, validFrom, validTo } = fact
  return {
    relation,
    args: values.map((value, index) => argumentOf(value, places[index] ?? null)),
    holds,
    at: dayText(at),
    validFrom: dayText(validFrom),
    validTo: dayText(validTo),
  }
}

export function argumentOf(value: Value, place: Place | null): Argument {
  if (value.kind === 'name') return { kind: 'name', name: value.name }
  if (value.kind === 'date') return { kind: 'date', low: dayText(value.low), high: dayText(value.high) }
  const unit = place?.kind === 'number' ? place.unit : null
  return { kind: 'number', low: numberText(value.low), high: numberText(value.high), unit }
}

function dayText(day: number | null): string | null {
  return day === null || !Number.isFinite(day) ? null : sayDay(day)
}

function numberText(number: Decimal): string | null {
  return number.isFinite() ? number.toFixed() : null
}
