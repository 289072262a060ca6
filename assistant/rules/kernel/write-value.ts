import type { Argument } from '../../../kb/language/statement.ts'
import type { ShownValue } from '../../../kb/prove/proof.ts'
import type { Place, Relation } from '../../../kb/program/vocabulary.ts'
import { writeArgument } from './read-statement.ts'

/** Values as rules write them: `patient`, `58 kg`, `2026-06-01`; null for one that is asked for. */
export function writeValues(values: readonly ShownValue[], relation: Relation | undefined): (string | null)[] {
  return values.map((value, index) => writeValue(value, relation?.places[index]))
}

function writeValue(value: ShownValue, place: Place | undefined): string | null {
  if (value.kind === 'any' || isOpen(value)) return null
  return writeArgument(argumentOf(value, place))
}

function isOpen(value: Exclude<ShownValue, { kind: 'any' }>): boolean {
  return value.kind !== 'name' && value.low === null && value.high === null
}

function argumentOf(value: Exclude<ShownValue, { kind: 'any' }>, place: Place | undefined): Argument {
  if (value.kind === 'name') return { kind: 'name', name: value.name }
  const { kind, low, high } = value
  if (kind === 'date') return { kind, low, high }
  return { kind, low, high, unit: place?.kind === 'number' ? place.unit : null }
}
