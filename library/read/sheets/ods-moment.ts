import type { ShownMoment } from './ods-styles.ts'

const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d(?:[.,]\d+)?))?Z?$/
const SPAN = /^PT(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:[.,]\d+)?)S)?$/
const DAY_SECONDS = 86_400

/**
 * A date as the file holds it ("2024-09-12T14:30:00"), in ISO with as much as its style shows: "2024-09-12 14:30", "2024-09".
 * Null for what is no date.
 */
export function odsDate(value: string, style: ShownMoment | undefined): string | null {
  const found = DATE.exec(value)
  if (!found) return null
  const [year = 0, month = 0, day = 0] = found.slice(1, 4).map(Number)
  const second = secondsOf(found.slice(4), style?.fraction ?? 0)
  // Rounding may lead into the next day.
  const days = Date.UTC(year, month - 1, day) + Math.floor(second / DAY_SECONDS) * 86_400_000
  const iso = new Date(days).toISOString().slice(0, 10)
  const ofDay = second % DAY_SECONDS
  const shown = style && hasParts(style) ? style : unstyled(ofDay)
  return [dateOf(iso, shown), clock(ofDay, shown)].filter((part) => part !== '').join(' ')
}

/** A time as the file holds it ("PT36H15M00S"): "36:15" where its style shows a span of time, else a time of day ("12:15"). */
export function odsTime(value: string, style: ShownMoment | undefined): string | null {
  const found = SPAN.exec(value)
  if (!found || value === 'PT') return null
  const total = secondsOf(found.slice(1), style?.fraction ?? 0)
  if (!style || !hasParts(style)) return clock(total, { ...unstyled(total), hour: true, minute: true })
  return style.isElapsed ? elapsed(total, style) : clock(total % DAY_SECONDS, style)
}

type Shown = Omit<ShownMoment, 'isElapsed'>

function hasParts({ year, month, day, hour, minute, second }: ShownMoment): boolean {
  return year || month || day || hour || minute || second
}

/** Without a style: the day, and the time where it is not midnight. */
function unstyled(secondOfDay: number): Shown {
  const hasTime = secondOfDay > 0
  const second = secondOfDay % 60 > 0
  return { year: true, month: true, day: true, hour: hasTime, minute: hasTime, second, fraction: 0 }
}

function clock(second: number, { hour, minute, second: showsSecond, fraction }: Shown): string {
  const fields: string[] = []
  if (hour) fields.push(twoDigits(Math.floor(second / 3600)))
  if (hour || minute) fields.push(twoDigits(Math.floor((second % 3600) / 60)))
  if (showsSecond) fields.push((second % 60).toFixed(fraction).padStart(fraction === 0 ? 2 : fraction + 3, '0'))
  return fields.join(':')
}

/** The largest part that is shown takes all that is above it. */
function elapsed(total: number, { hour, minute, second, fraction }: ShownMoment): string {
  const last = (total % 60).toFixed(fraction).padStart(fraction === 0 ? 2 : fraction + 3, '0')
  if (!hour && !minute) return total.toFixed(fraction)
  const whole = hour
    ? [`${Math.floor(total / 3600)}`, twoDigits(Math.floor((total % 3600) / 60))]
    : [`${Math.floor(total / 60)}`]
  return [...whole, ...(second ? [last] : [])].join(':')
}

/** Of hours, minutes and seconds, each of which may be missing; rounded to what is shown. */
function secondsOf(fields: readonly (string | undefined)[], fraction: number): number {
  const [hours = 0, minutes = 0, seconds = 0] = fields.map((field) => Number((field ?? '0').replace(',', '.')))
  const unit = 10 ** fraction
  return Math.round((hours * 3600 + minutes * 60 + seconds) * unit) / unit
}

function dateOf(iso: string, { year, month, day }: Shown): string {
  if (day) return iso
  if (month) return iso.slice(0, 7)
  return year ? iso.slice(0, 4) : ''
}

function twoDigits(value: number): string {
  return `${value}`.padStart(2, '0')
}
