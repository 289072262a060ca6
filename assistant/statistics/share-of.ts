import type { Interval, Share } from '../../contract/confidence.ts'

/** Of the normal distribution, for 95 %, two-sided. */
const Z = 1.959964

export function shareOf<T>(values: readonly T[], test: (value: T) => boolean): Share {
  return shareFrom(values.filter(test).length, values.length)
}

export function shareFrom(count: number, of: number): Share {
  return { count, of, interval: of === 0 ? null : wilsonInterval(count, of) }
}

/** Wilson's interval of 95 % for `count` of `of`; unlike the plain one it is right for few and for extreme shares. */
export function wilsonInterval(count: number, of: number): Interval {
  const share = count / of
  const middle = share + Z ** 2 / (2 * of)
  const half = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))
  const scale = 1 + Z ** 2 / of
  return [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)]
}
