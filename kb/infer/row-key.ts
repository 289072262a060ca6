import { valueKey } from '../values/value-key.ts'
import type { Value } from '../values/value.ts'

/** Equal statements of one relation have equal keys, others never: each part says how long it is. */
export function rowKey(values: readonly Value[]): string {
  let key = ''
  for (const value of values) key += partKey(value)
  return key
}

/** The key of some places only. */
export function keyOfPlaces(values: readonly Value[], places: readonly number[]): string {
  let key = ''
  for (const place of places) key += partKey(valueAt(values, place))
  return key
}

export function valueAt(values: readonly Value[], place: number): Value {
  const value = values[place]
  if (value === undefined) throw new Error(`a statement has no place ${place}, only ${values.length}`)
  return value
}

function partKey(value: Value): string {
  if (value.kind === 'name') return `${value.name.length}'${value.name}`
  const key = valueKey(value)
  return `${key.length}${key}`
}
