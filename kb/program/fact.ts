import type { NumberValue, Value } from '../values/value.ts'

/** A statement about the matter that has passed the gate for facts: known relation, right types, units converted. */
export type Fact = {
  readonly id: string
  readonly relation: string
  readonly values: readonly Value[]
  /** By place, what was stated in another unit than that of the relation; absent where nothing was. */
  readonly own?: readonly (OwnValue | null)[]
  /** `unknown`: someone was asked and did not know. */
  readonly holds: 'yes' | 'no' | 'unknown'
  /** The day it was observed, days since 1970-01-01; null: undated. */
  readonly at: number | null
  /** Both days counted; null: open. */
  readonly validFrom: number | null
  readonly validTo: number | null
}

/** A value as it was stated: 98 µmol/L, of a relation that counts in mg/dL. */
export type OwnValue = { readonly value: NumberValue; readonly unit: string }
