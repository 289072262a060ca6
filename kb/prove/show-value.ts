import { sayDay } from '../dates/say-day.ts'
import { isOther } from '../infer/other-individual.ts'
import type { Place, Vocabulary } from '../program/vocabulary.ts'
import type { Digits } from '../values/say-number.ts'
import { sayValue } from '../values/say-value.ts'
import type { DateValue, NumberValue, Value } from '../values/value.ts'
import type { ShownValue } from './proof.ts'

/** Null: any value at all. */
export function showValue(
  value: Value | null,
  place: Place,
  vocabulary: Vocabulary,
  digits: Digits = 'short',
): ShownValue {
  if (value === null) return { kind: 'any', text: `any ${kindOf(place)}` }
  if (isOther(value)) return { kind: 'any', text: `another ${kindOf(place)} that is not recorded` }
  const text = sayValue(value, place, vocabulary, digits)
  if (value.kind === 'name') return { kind: 'name', name: value.name, text }
  if (value.kind === 'date') return { kind: 'date', ...daysOf(value), text }
  return { kind: 'number', ...numbersOf(value), text }
}

function kindOf(place: Place): string {
  return place.kind === 'name' ? place.type.replaceAll('_', ' ') : place.kind
}

type Ends = { readonly low: string | null; readonly high: string | null }

function daysOf({ low, high }: DateValue): Ends {
  return { low: Number.isFinite(low) ? sayDay(low) : null, high: Number.isFinite(high) ? sayDay(high) : null }
}

function numbersOf({ low, high }: NumberValue): Ends {
  return { low: low.isFinite() ? low.toFixed() : null, high: high.isFinite() ? high.toFixed() : null }
}
