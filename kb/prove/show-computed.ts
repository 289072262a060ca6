import type { PreparedCondition, PreparedExpression, PreparedRule } from '../infer/prepared-rule.ts'
import type { Place, Vocabulary } from '../program/vocabulary.ts'
import type { Digits } from '../values/say-number.ts'
import type { Value } from '../values/value.ts'
import type { ShownValue } from './proof.ts'
import { showValue } from './show-value.ts'
import { placeOf } from './statement-of.ts'

/**
 * A value with the unit or the words of the place that a variable of the rule stands in; of the first of `expressions` that
 * is such a variable, so that a constant is shown like what it is compared with. Else a bare number or date.
 */
export function showComputed(
  value: Value,
  expressions: readonly PreparedExpression[],
  rule: PreparedRule,
  vocabulary: Vocabulary,
  digits: Digits = 'short',
): ShownValue {
  const place = placeOfValue(value, expressions, rule, vocabulary)
  return showValue(value, place ?? plainPlace(value), vocabulary, digits)
}

/** The place of the vocabulary that the first of `expressions` stands in which is a variable; null: none does. */
export function placeOfValue(
  value: Value,
  expressions: readonly PreparedExpression[],
  rule: PreparedRule,
  vocabulary: Vocabulary,
): Place | null {
  const places = expressions.flatMap((expression) =>
    expression.kind === 'slot' ? placesOfSlot(expression.slot, rule, vocabulary) : [],
  )
  return places.find((place) => place.kind === value.kind) ?? null
}

function placesOfSlot(slot: number, rule: PreparedRule, vocabulary: Vocabulary): readonly Place[] {
  const parts = (rule.sum?.items ?? []).flatMap(({ oneOf }) => oneOf.flatMap(({ when }) => when))
  const inner = [...parts, ...rule.aggregates.flatMap(({ of }) => of)]
  const atoms = [rule.head, ...[...rule.conditions, ...rule.exceptions, ...inner].flatMap(atomIn)]
  return atoms.flatMap(({ relation, slots }) => {
    const place = slots.indexOf(slot)
    return place < 0 || !vocabulary.relations.has(relation) ? [] : [placeOf(relation, place, vocabulary)]
  })
}

function atomIn(condition: PreparedCondition): readonly PreparedRule['head'][] {
  return condition.kind === 'atom' ? [condition.atom] : []
}

function plainPlace(value: Value): Place {
  if (value.kind === 'name') return { kind: 'name', type: 'name' }
  return value.kind === 'date'
    ? { kind: 'date' }
    : { kind: 'number', unit: null, substance: null, from: null, to: null, decimals: null }
}
