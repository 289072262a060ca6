import { sayDay } from '../dates/say-day.ts'
import { isOther } from '../infer/other-individual.ts'
import type { Place, Vocabulary } from '../program/vocabulary.ts'
import { isExact } from '../values/is-exact.ts'
import { Decimal } from '../values/decimal.ts'
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
  const shown = withinPlace(value, place)
  const text = sayValue(shown, place, vocabulary, digits)
  if (shown.kind === 'name') return { kind: 'name', name: shown.name, text }
  if (shown.kind === 'date') return { kind: 'date', ...daysOf(shown), text }
  return { kind: 'number', ...numbersOf(shown), text }
}

/**
 * A formula over inputs that are not known reaches beyond what is possible, such as a weight below nothing: that is not shown.
 * Only shown: no rule concludes anything from it. An exact value stays, and so does an end that is open.
 */
function withinPlace(value: Value, place: Place): Value {
  if (value.kind !== 'number' || place.kind !== 'number' || isExact(value)) return value
  const low = place.from && value.low.isFinite() ? Decimal.max(value.low, place.from) : value.low
  const high = place.to && value.high.isFinite() ? Decimal.min(value.high, place.to) : value.high
  return low.lessThan(high) ? { ...value, low, high } : value
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
