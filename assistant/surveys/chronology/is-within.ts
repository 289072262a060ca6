/** Whether any day of a date that may be a month or a year lies between two such dates, both included; null: no limit. */
export function isWithin(date: string, from: string | null, to: string | null): boolean {
  return (from === null || lastDay(date) >= firstDay(from)) && (to === null || firstDay(date) <= lastDay(to))
}

function firstDay(date: string): string {
  return date + '-01-01'.slice(date.length - 4)
}

/** Of every month the 31st: days are only compared. */
function lastDay(date: string): string {
  return date + '-12-31'.slice(date.length - 4)
}
