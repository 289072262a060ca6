import type { Interval, Share } from '../../../contract/answers/confidence.ts'

/** Count first, then the share with its interval: "24 of 41, 59 %, interval 43–72". */
export function shareWords({ count, of, interval }: Share): string {
  if (of === 0) return 'none'
  return `${count} of ${of}, ${percent(count / of)} %${interval ? `, interval ${intervalWords(interval)}` : ''}`
}

export function intervalWords([low, high]: Interval): string {
  return `${percent(low)}–${percent(high)}`
}

/** One decimal below ten, where whole numbers would hide what matters. */
export function percent(share: number): string {
  const value = 100 * share
  return String(Math.abs(value) < 9.95 ? Math.round(10 * value) / 10 : Math.round(value))
}
