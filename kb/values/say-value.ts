import { sayDay } from '../dates/say-day.ts'
import type { Place, Vocabulary } from '../program/vocabulary.ts'
import { sayUnit } from '../units/say-unit.ts'
import { Decimal } from './decimal.ts'
import { isExact } from './is-exact.ts'
import { type Digits, sayNumber } from './say-number.ts'
import type { DateValue, NumberValue, Value } from './value.ts'

/** As users read it: `atrial fibrillation`, `the patient`, `35 to 40 %`, `at least 4 years`, `1948-02-11`. */
export function sayValue(value: Value, place: Place, vocabulary: Vocabulary, digits: Digits = 'short'): string {
  if (value.kind === 'number') return sayRange(value, place, digits)
  if (value.kind === 'date') return sayDays(value)
  if (place.kind !== 'name') return value.name
  const type = vocabulary.names.get(place.type)
  // The one that a form is about goes by the name of its type.
  if (type?.open && value.name === place.type) return `the ${place.type.replaceAll('_', ' ')}`
  return type?.labels.get(value.name) ?? value.name
}

function sayRange(value: NumberValue, place: Place, digits: Digits): string {
  const { low, high } = value
  const { unit, decimals } = place.kind === 'number' ? place : { unit: null, decimals: null }
  const say = (number: Decimal) => sayNumber(number, decimals, digits)
  if (!low.isFinite() && !high.isFinite()) return unknownNumber(unit)
  if (isExact(value)) return withUnit(say(low), low, unit)
  if (!low.isFinite()) return withUnit(`at most ${say(high)}`, high, unit)
  if (!high.isFinite()) return withUnit(`at least ${say(low)}`, low, unit)
  // Rounded to one number, a range would look like a value.
  if (digits === 'short' && say(low) === say(high)) return sayRange(value, place, 'full')
  return withUnit(`${say(low)} to ${say(high)}`, high, unit)
}

/** "an unknown number of years". */
function unknownNumber(unit: string | null): string {
  const said = unit === null ? '' : sayUnit(unit, new Decimal(2))
  if (said === '%') return 'an unknown percentage'
  return said === '' ? 'an unknown number' : `an unknown number of ${said}`
}

function withUnit(text: string, number: Decimal, unit: string | null): string {
  const said = unit === null ? '' : sayUnit(unit, number)
  return said === '' ? text : `${text} ${said}`
}

function sayDays(value: DateValue): string {
  const { low, high } = value
  if (!Number.isFinite(low) && !Number.isFinite(high)) return 'a day not known yet'
  if (isExact(value)) return sayDay(low)
  if (!Number.isFinite(low)) return `${sayDay(high)} or earlier`
  if (!Number.isFinite(high)) return `${sayDay(low)} or later`
  return `${sayDay(low)} to ${sayDay(high)}`
}
