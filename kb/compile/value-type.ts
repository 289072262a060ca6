import type { Place, Vocabulary } from '../program/vocabulary.ts'

/** What a value is. A name whose type is null takes the type of what it is compared with. */
export type ValueType =
  | { readonly kind: 'name'; readonly type: string | null }
  | { readonly kind: 'number'; readonly unit: string | null; readonly substance: string | null }
  | { readonly kind: 'date' }

export const BARE: ValueType & { readonly kind: 'number' } = { kind: 'number', unit: null, substance: null }

export function typeOfPlace(place: Place): ValueType {
  if (place.kind === 'number') return { kind: 'number', unit: place.unit, substance: place.substance }
  return place
}

/** "a number in kg", "a date", "a condition". */
export function sayType(type: ValueType): string {
  if (type.kind === 'date') return 'a date'
  if (type.kind === 'name') return type.type === null ? 'a name' : `a name of type ${type.type}`
  return type.unit === null ? 'a number without a unit' : `a number in ${type.unit}`
}

/** Are they one type, so that their values may be joined as they stand? */
export function sameType(left: ValueType, right: ValueType): boolean {
  if (left.kind === 'number' && right.kind === 'number')
    return (
      left.unit === right.unit &&
      (left.substance === right.substance || left.substance === null || right.substance === null)
    )
  if (left.kind === 'name' && right.kind === 'name')
    return left.type === right.type || left.type === null || right.type === null
  return left.kind === right.kind
}

/** What a rule may see: the words of its pack and of those it uses, and all others for the advice to use their pack. */
export type Words = { readonly vocabulary: Vocabulary; readonly everywhere: Vocabulary }
