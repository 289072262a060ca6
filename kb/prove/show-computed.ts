import { t } from '../../wording/translate.ts'
import type { PreparedCondition, PreparedExpression, PreparedRule } from '../infer/evaluate/prepared-rule.ts'
import type { Run } from '../infer/evaluate/rule-run.ts'
import type { Place, Vocabulary } from '../program/vocabulary.ts'
import { readCondition } from '../language/read-condition.ts'
import { convert } from '../units/convert.ts'
import { sayUnit } from '../units/unit.ts'
import { type Digits, sayNumber } from '../values/say-value.ts'
import { isExact, type Value } from '../values/value.ts'
import type { ShownValue } from './proof.ts'
import { type Mention, sayFilled } from './say-calculation.ts'
import { placeOf, showValue } from './statement-of.ts'

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
function placeOfValue(
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

const SIGNS = { '>=': '≥', '<=': '≤', '!=': '≠' } as const

/** What the author wrote with values in place of its variables, in words: `2025-03-31 minus 6 months`, `78 years ≥ 75 years`. */
export function filledText(text: string, { prepared, slots }: Run, vocabulary: Vocabulary): string {
  const isComparison = readCondition(text).kind === 'comparison'
  const mention: Mention = (name, beside) => {
    const slot = prepared.variables.indexOf(name)
    const value = slots[slot]
    if (value === undefined) return { text: name, isWhole: true }
    const place = placeOfValue(value, [{ kind: 'slot', slot }], prepared, vocabulary)
    const shown = showComputed(value, [{ kind: 'slot', slot }], prepared, vocabulary, 'full').text
    const said = isComparison ? shown : withoutAbout(shown)
    // "2 to 3 days" inside a calculation needs brackets; "2 days" does not.
    return { text: said + inOtherUnit(value, place, beside), isWhole: said.split(' ').length <= 2, of: value.kind }
  }
  return withSigns(sayFilled(text, mention, vocabulary))
}

/** What a calculation gives says that it is rounded; each number in it need not. */
function withoutAbout(said: string): string {
  return said.replaceAll(t('reasoning.about', { number: '' }), '')
}

/** Beside a limit in another unit a value is said in that one too: "12 mg/dL (1061 µmol/L)". */
function inOtherUnit(value: Value, place: Place | null, unit: string | undefined): string {
  if (place?.kind !== 'number' || place.unit === null || unit === undefined || unit === place.unit) return ''
  if (value.kind !== 'number' || !isExact(value)) return ''
  const converted = convert(value.low, place.unit, unit, place.substance)
  const number = sayNumber(converted.toSignificantDigits(DIGITS))
  return ` (${t('reasoning.withUnit', { number, unit: sayUnit(unit, converted) })})`
}

const DIGITS = 4

/** `>=` as people write it. */
export function withSigns(text: string): string {
  return text.replaceAll(/>=|<=|!=/g, (written) => SIGNS[written as keyof typeof SIGNS])
}
