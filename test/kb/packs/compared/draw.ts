import { Temporal } from 'temporal-polyfill'
import type { Random } from '../../random.ts'

export const AS_OF = '2026-06-03'

/** A number between two, both possible, with so many digits after the point. */
export function drawNumber(random: Random, from: number, to: number, digits = 0): number {
  const steps = Math.round((to - from) * 10 ** digits)
  return Number((from + random.below(steps + 1) / 10 ** digits).toFixed(digits))
}

/** Near a threshold as often as anywhere else: off by one shows there. */
export function drawNear(random: Random, from: number, to: number, thresholds: readonly number[], digits = 0): number {
  if (random.chance(0.5)) return drawNumber(random, from, to, digits)
  const near = random.pick(thresholds) + (random.below(3) - 1) * 10 ** -digits
  return Number(Math.min(Math.max(near, from), to).toFixed(digits))
}

/** A day, as YYYY-MM-DD; leap days and month ends oftener than they are. */
export function drawDay(random: Random, fromYear: number, toYear: number): string {
  const year = fromYear + random.below(toYear - fromYear + 1)
  const first = Temporal.PlainDate.from({ year, month: 1 + random.below(12), day: 1 })
  const last = random.chance(0.2)
  return first.with({ day: last ? first.daysInMonth : 1 + random.below(first.daysInMonth) }).toString()
}

export type DrawnPerson = { readonly ageYears: number; readonly female: boolean; readonly facts: readonly string[] }

/** By the day of birth; birthdays on the day itself and on the day before and after are drawn too. */
export function drawPerson(random: Random, fromAge: number, toAge: number, ages: readonly number[]): DrawnPerson {
  const asOf = Temporal.PlainDate.from(AS_OF)
  const years = drawNear(random, fromAge, toAge - 1, ages)
  const born = asOf.subtract({ years, days: random.chance(0.3) ? random.below(2) : random.below(364) })
  const ageYears = born.until(asOf, { largestUnit: 'years' }).years
  const female = random.chance(0.5)
  return {
    ageYears,
    female,
    facts: [`born(patient, ${born.toString()})`, `sex(patient, ${female ? 'female' : 'male'})`],
  }
}

/** `has(patient, x)` or `no has(patient, x)`. */
export function saysWhether(holds: boolean, statement: string): string {
  return holds ? statement : `no ${statement}`
}

export type DrawnFindings<Key extends string> = {
  readonly holds: Readonly<Record<Key, boolean>>
  readonly facts: readonly string[]
}

/** A finding that includes a narrower one of the pack: either, both, even the narrower beside a "no" to the wider, or neither. */
export function drawWider(
  random: Random,
  wider: string,
  narrower: string,
): { holds: boolean; facts: readonly string[] } {
  const { holds, facts } = drawFindings(random, { wider, narrower })
  return { holds: holds.wider || holds.narrower, facts }
}

/** Yes or no to each of these findings of the pack, by the names of the second implementation. */
export function drawFindings<Key extends string>(
  random: Random,
  names: Readonly<Record<Key, string>>,
): DrawnFindings<Key> {
  const drawn = Object.entries<string>(names).map(([key, name]) => [key, name, random.chance(0.4)] as const)
  return {
    holds: Object.fromEntries(drawn.map(([key, , holds]) => [key, holds])) as Record<Key, boolean>,
    facts: drawn.map(([, name, holds]) => saysWhether(holds, `finding(patient, ${name})`)),
  }
}
