/** So many of so many, with its 95 % interval where there is one. */
type Share = {
  readonly count: number
  readonly of: number
  readonly interval: Interval | null
}

type Interval = readonly [low: number, high: number]

const numbers = new Intl.NumberFormat('en-GB')

/** `1,207`. */
export function formatNumber(value: number): string {
  return numbers.format(value)
}

/** `1 page`, `12 pages`; `plural` for words that do not take an s. */
export function formatCount(value: number, word: string, plural = `${word}s`): string {
  return `${formatNumber(value)} ${value === 1 ? word : plural}`
}

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

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB']

/** A size for people, in powers of ten: `117 MB`, `2.49 GB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${Math.round(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`
  // What rounds up to 1,000 of a unit is 1 of the next.
  const power = Math.min(Math.floor(Math.log10(Number(bytes.toPrecision(3))) / 3), UNITS.length - 1)
  const value = bytes / 1000 ** power
  const digits = value >= 100 ? 0 : power >= 3 ? 2 : value < 10 ? 1 : 0
  return `${value.toFixed(digits)} ${UNITS[power]}`
}

/** Memory as it is sold and felt, in powers of two, one digit: `10.8 GB`. */
export function formatMemory(bytes: number): string {
  const gigabytes = bytes / 2 ** 30
  return `${gigabytes >= 100 ? Math.round(gigabytes) : gigabytes.toFixed(1).replace(/\.0$/, '')} GB`
}
