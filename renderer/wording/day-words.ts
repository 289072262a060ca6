const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day of the calendar, `2026-06-15`, as it stands in tables: `Mon 15 Jun 2026`. */
export function dayWords(day: string): string {
  const then = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(then.getTime())) return day
  return `${DAYS[then.getUTCDay()]} ${then.getUTCDate()} ${MONTHS[then.getUTCMonth()]} ${then.getUTCFullYear()}`
}
