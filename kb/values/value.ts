import type { Decimal } from './decimal.ts'

/**
 * What stands in a place of a fact or conclusion. Numbers are in the unit that the relation declares for the place.
 * Numbers and dates are ranges: exact when `low` equals `high`; an open end is an infinite `low` or `high`. A range means
 * that the value is one of those within it and nobody knows which.
 */
export type Value = NameValue | NumberValue | DateValue

export type NameValue = { readonly kind: 'name'; readonly name: string }

export type NumberValue = { readonly kind: 'number'; readonly low: Decimal; readonly high: Decimal }

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export type DateValue = { readonly kind: 'date'; readonly low: number; readonly high: number }
