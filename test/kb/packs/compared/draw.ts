import type { Random } from '../../random.ts'

/** A number between two, both possible, with so many digits after the point. */
export function drawNumber(random: Random, from: number, to: number, digits = 0): number {
  const steps = Math.round((to - from) * 10 ** digits)
  return Number((from + random.below(steps + 1) / 10 ** digits).toFixed(digits))
}

/** A day, as YYYY-MM-DD; month ends and leap days are as likely as they are. */
export function drawDay(random: Random, fromYear: number, toYear: number): string {
  const from = Date.UTC(fromYear, 0, 1)
  const days = (Date.UTC(toYear, 11, 31) - from) / 86_400_000
  return new Date(from + random.below(days + 1) * 86_400_000).toISOString().slice(0, 10)
}

/** `has(patient, x)` or `no has(patient, x)`. */
export function saysWhether(holds: boolean, statement: string): string {
  return holds ? statement : `no ${statement}`
}
