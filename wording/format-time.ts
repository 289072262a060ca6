const DAY_MS = 86_400_000
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long' })

/** `today, 10:38`, `yesterday, 09:12`, `3 June 2026, 09:58`; `time` is ISO. */
export function formatTime(time: string, now = new Date()): string {
  const then = new Date(time)
  if (Number.isNaN(then.getTime())) return time
  const startOfToday = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime()
  const at = clock.format(then)
  if (then.getTime() >= startOfToday && then.getTime() < startOfToday + DAY_MS) return `today, ${at}`
  if (then.getTime() >= startOfToday - DAY_MS && then.getTime() < startOfToday) return `yesterday, ${at}`
  return `${date.format(then)}, ${at}`
}

/** `3 June 2026`; `time` is ISO. */
export function formatDate(time: string): string {
  const then = new Date(time)
  return Number.isNaN(then.getTime()) ? time : date.format(then)
}

/** `10:58`; `time` is ISO. */
export function formatClock(time: string): string {
  const then = new Date(time)
  return Number.isNaN(then.getTime()) ? time : clock.format(then)
}

/** `Wednesday 3 June 2026`; `time` is ISO. */
export function formatWeekday(time: string): string {
  const then = new Date(time)
  return Number.isNaN(then.getTime()) ? time : `${weekday.format(then)} ${date.format(then)}`
}

/** What is left: `a few seconds left`, `about 40 s left`, `about 4 min left`, `about 2 h left`; empty until it is known. */
export function formatTimeLeft(seconds: number | null): string {
  if (seconds === null) return ''
  if (seconds < 5) return 'a few seconds left'
  if (seconds < 90) return `about ${Math.round(seconds / 5) * 5} s left`
  if (seconds < 90 * 60) return `about ${Math.round(seconds / 60)} min left`
  return `about ${Math.round(seconds / 3600)} h left`
}

/** `0.03 s`, `0.3 s`, `23 s`. */
export function formatSeconds(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 0.095) return `${seconds.toFixed(2)} s`
  return `${seconds < 9.95 ? seconds.toFixed(1) : Math.round(seconds)} s`
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day of the calendar, `2026-06-15`, as it stands in tables: `Mon 15 Jun 2026`. */
export function dayWords(day: string): string {
  const then = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(then.getTime())) return day
  return `${DAYS[then.getUTCDay()]} ${then.getUTCDate()} ${MONTHS[then.getUTCMonth()]} ${then.getUTCFullYear()}`
}
