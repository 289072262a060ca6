import { perLocale, t } from './translate.ts'

/** So many of so many, with its 95 % interval where there is one. */
type Share = {
  readonly count: number
  readonly of: number
  readonly interval: Interval | null
}

type Interval = readonly [low: number, high: number]

const numbers = perLocale((tag) => [
  new Intl.NumberFormat(tag),
  ...[0, 1, 2, 3].map(
    (digits) => new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  ),
])

/** `1,207`; with so many digits behind the point, where they are given. */
export function formatNumber(value: number, digits?: 0 | 1 | 2 | 3): string {
  const format = numbers()[digits === undefined ? 0 : digits + 1]
  return format ? format.format(value) : String(value)
}

/** `1 page`, `12 pages`; `plural` for words that do not take an s. English only: the window has its messages (`translate.ts`). */
export function formatCount(value: number, word: string, plural = `${word}s`): string {
  return `${formatNumber(value)} ${value === 1 ? word : plural}`
}

/** A share in per cent: `71`, below ten with one decimal, `2.4`. */
export function formatPercent(share: number): string {
  const value = 100 * share
  return formatNumber(Math.abs(value) < 9.95 ? Math.round(10 * value) / 10 : Math.round(value))
}

/** `151 of 212, 71 %`; `none` where there was nothing to count. */
export function formatShare({ count, of }: Share): string {
  if (of === 0) return t('quantities.none')
  const percent = formatPercent(count / of)
  return t('quantities.share', { count: formatNumber(count), of: formatNumber(of), percent })
}

/** `43–72`. */
export function formatInterval([low, high]: Interval): string {
  return `${formatPercent(low)}–${formatPercent(high)}`
}

/** `151 of 212, 71 %, interval 65–77`. */
export function formatShareWithInterval(share: Share): string {
  return share.interval === null
    ? formatShare(share)
    : t('quantities.interval', { share: formatShare(share), interval: formatInterval(share.interval) })
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB']

/** A size for people, in powers of ten: `117 MB`, `2.49 GB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return t('quantities.bytes', { count: Math.round(bytes) })
  // What rounds up to 1,000 of a unit is 1 of the next.
  const power = Math.min(Math.floor(Math.log10(Number(bytes.toPrecision(3))) / 3), UNITS.length - 1)
  const value = bytes / 1000 ** power
  const digits = value >= 100 ? 0 : power >= 3 ? 2 : value < 10 ? 1 : 0
  return `${formatNumber(value, digits)} ${UNITS[power]}`
}

/** Memory as it is sold and felt, in powers of two, one digit: `10.8 GB`. */
export function formatMemory(bytes: number): string {
  const gigabytes = bytes / 2 ** 30
  return `${formatNumber(gigabytes >= 100 ? Math.round(gigabytes) : Math.round(10 * gigabytes) / 10)} GB`
}
