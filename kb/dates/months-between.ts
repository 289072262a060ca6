import { plainDate } from './plain-date.ts'

/**
 * Completed months, negative when `to` is the earlier day. A month is completed when its number of the day is reached: 31
 * January to 28 February is none, and who was born on 29 February is a year older on 1 March where there is no 29th.
 */
export function monthsBetween(from: number, to: number): number {
  // Plus 0: never -0.
  return plainDate(from).until(plainDate(to), { largestUnit: 'months' }).months + 0
}
