import { type Age, matchesAge, yearsBetween } from './ages.ts'
import type { BirthSign } from './birth-sign.ts'
import type { DayRange } from './read-date.ts'

/** A date of a packet; `range` is null where it could not be read, or may be in either of two centuries. */
export type DateOfPacket = {
  readonly range: DayRange | null
  readonly birth: BirthSign | null
  /** A packet told it as a band before. */
  readonly wasBand?: boolean
  /** Of a year in two figures what it may be in each century, the earlier first. */
  readonly inEachCentury?: readonly DayRange[]
}

/** Nobody is known to be older. */
const OLDEST = 119

/** A date so far ahead of all others may be a day of birth of the century before. */
const FAR_AHEAD_YEARS = 2

/**
 * Reads birthdays with a year in two figures in the century in which they can lie: before the other dates, and no longer ago than
 * somebody lives. Where both are possible no century is told, but for what an age beside them says.
 */
export function withCenturies(dates: readonly DateOfPacket[], ages: readonly Age[]): readonly DateOfPacket[] {
  return dates.map((date) => {
    const others = dates.flatMap((other) => (other === date || other.birth === 'told' ? [] : (other.range ?? [])))
    return { ...date, range: rangeOf(date, others, ages) }
  })
}

function rangeOf(
  { range, birth, inEachCentury = [] }: DateOfPacket,
  others: readonly DayRange[],
  ages: readonly Age[],
): DayRange | null {
  if (range === null || inEachCentury.length < 2) return range
  const latest = Math.max(...others.map(({ to }) => to))
  const possible = inEachCentury.filter(({ from }) => from <= latest && yearsBetween(from, latest) <= OLDEST)
  const ofAnAge = onlyOne(possible.filter((one) => matchesAge(one, others, ages)))
  if (birth === 'told') return ofAnAge ?? onlyOne(possible)
  if (range.from <= latest || others.length === 0) return range
  const isFarAhead = yearsBetween(latest, range.from) >= FAR_AHEAD_YEARS
  return ofAnAge ?? (birth === 'beside' && isFarAhead ? null : range)
}

function onlyOne(ranges: readonly DayRange[]): DayRange | null {
  return ranges.length === 1 ? (ranges[0] ?? null) : null
}
