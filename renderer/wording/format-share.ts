import type { Interval, Share } from '../../contract/confidence.ts'
import { formatNumber } from './format-count.ts'

/** A share in per cent: `71`, below ten with one decimal, `2.4`. */
export function formatPercent(share: number): string {
  const value = 100 * share
  return String(Math.abs(value) < 9.95 ? Math.round(10 * value) / 10 : Math.round(value))
}

/** `151 of 212, 71 %`; `none` where there was nothing to count. */
export function formatShare({ count, of }: Share): string {
  return of === 0 ? 'none' : `${formatNumber(count)} of ${formatNumber(of)}, ${formatPercent(count / of)}\u00A0%`
}

/** `43–72`. */
export function formatInterval([low, high]: Interval): string {
  return `${formatPercent(low)}–${formatPercent(high)}`
}

/** `151 of 212, 71 %, interval 65–77`. */
export function formatShareWithInterval(share: Share): string {
  return share.interval === null
    ? formatShare(share)
    : `${formatShare(share)}, interval ${formatInterval(share.interval)}`
}
