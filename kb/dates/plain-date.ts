import { Temporal } from 'temporal-polyfill'

/** Days since 1970-01-01 of 0001-01-01 and 9999-12-31 in the proleptic Gregorian calendar: no other days exist here. */
export const FIRST_DAY = -719_162
export const LAST_DAY = 2_932_896

const EPOCH = Temporal.PlainDate.from('1970-01-01')

export function plainDate(day: number): Temporal.PlainDate {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY)
    throw new RangeError(`days go from 0001-01-01 to 9999-12-31, got day number ${day}`)
  return EPOCH.add({ days: day })
}

export function dayNumber(date: Temporal.PlainDate): number {
  return EPOCH.until(date).days
}
