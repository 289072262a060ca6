import { type Age, ageBands, type BirthSign, matchesAge, readAge, yearsBetween } from './ages.ts'
import type { Entity, PseudonymMap } from './pseudonym-map.ts'
import { type DayRange, isoDay, readDate, slashOrder, weekdayOf } from './read-date.ts'

export type DateMode = 'day' | 'shifted' | 'exact'

/** A date of a packet; `range` is null where it could not be read. */
type DateOfPacket = { readonly range: DayRange | null; readonly birth: BirthSign | null }

type SaidDates = {
  /** What is told of each date; '' where nothing is. */
  readonly dates: readonly string[]
  /** How an age of so many years is told beside them. */
  readonly ageBand: (years: number) => string
}

/**
 * The pseudonyms of a packet as they leave, with what reasoning needs of them: `[PERSON-2, f]`, `[DATE-3, day 185, Tuesday]`,
 * `[AGE-1, 70 to 79]`.
 */
export function sayEntities(
  used: readonly Entity[],
  { entities, shiftWeeks }: PseudonymMap,
  mode: DateMode,
): ReadonlyMap<string, string> {
  const order = slashOrder(entities.flatMap(({ type, forms }) => (type === 'date' ? forms : [])))
  const dates = used.filter(({ type }) => type === 'date')
  const ages = new Map(used.flatMap(({ type, pseudonym, forms }) => agesOf(type, pseudonym, forms[0])))
  const ofPacket = dates.map(({ forms, birth = null }) => ({ range: readDate(forms[0] ?? '', order), birth }))
  // A date that a person put on the list leaves without anything, though the others leave exactly.
  const said = sayDates(
    mode === 'exact' ? [] : ofPacket,
    [...ages.values()],
    mode === 'exact' ? 'day' : mode,
    shiftWeeks,
  )
  const details = new Map([...ofDates(dates, said), ...ofAges(ages, said)])
  return new Map(
    used.map(({ pseudonym, sex }) => {
      const detail = details.get(pseudonym) ?? sex
      return [pseudonym, detail ? `[${pseudonym}, ${detail}]` : `[${pseudonym}]`]
    }),
  )
}

type Ages = ReadonlyMap<string, NonNullable<ReturnType<typeof readAge>>>

function agesOf(type: Entity['type'], pseudonym: string, form = '') {
  const age = type === 'age' ? readAge(form) : null
  return age ? [[pseudonym, age] as const] : []
}

function ofDates(dates: readonly Entity[], said: SaidDates) {
  return dates.map(({ pseudonym }, index) => [pseudonym, said.dates[index] ?? ''] as const)
}

function ofAges(ages: Ages, said: SaidDates) {
  return [...ages].map(([pseudonym, { years }]) => [pseudonym, said.ageBand(years)] as const)
}

/** Beyond it, the distance between two dates tells an age over 89. */
const DAYS_OF_89_YEARS = 32_507
const DAYS_A_WEEK = 7
const DAYS_A_YEAR = 365.2425

/** A date so long before the others may be a day of birth, whatever stands beside it. */
const GROWN_UP_YEARS = 18

/**
 * What is told of the dates of a packet, so that their order and their distances stay, but for those that tell an age: a day of birth
 * leaves as a band of years, and so does, where an age or a birth is told, whatever lies as far back as one may.
 */
export function sayDates(
  dates: readonly DateOfPacket[],
  ages: readonly Age[],
  mode: Exclude<DateMode, 'exact'>,
  shiftWeeks: number,
): SaidDates {
  const asBands = new Set(datesOfAges(dates, ages))
  const plain = dates.flatMap((date) => (date.range && !asBands.has(date) ? [date.range] : []))
  const latest = Math.max(...plain.map(({ to }) => to))
  const isLongAgo = ({ from }: DayRange) => latest - from > DAYS_OF_89_YEARS
  const first = Math.min(...plain.filter((range) => !isLongAgo(range)).map(({ from }) => from))
  const spanYears = plain.length === 0 ? 0 : (latest - first) / DAYS_A_YEAR
  const yearsAgo = ({ from }: DayRange) => yearsBetween(Math.min(from, latest), latest)
  const births = [...asBands].flatMap(({ range }) => (range && plain.length > 0 ? [yearsAgo(range)] : []))
  const ageBand = ageBands([...births, ...ages.map(({ years }) => years)], spanYears)
  const say = (date: DateOfPacket) => {
    const { range } = date
    if (range === null || plain.length === 0) return ''
    if (asBands.has(date)) return before(ageBand(yearsAgo(range)))
    if (isLongAgo(range)) return before('more than 89')
    return mode === 'day' ? counted(range, first) : shifted(range, shiftWeeks * DAYS_A_WEEK)
  }
  return { dates: dates.map(say), ageBand }
}

/** Those of which, with another date, somebody's age would follow. */
function datesOfAges(dates: readonly DateOfPacket[], ages: readonly Age[]): readonly DateOfPacket[] {
  const known = dates.flatMap(({ range }) => range ?? [])
  const latest = Math.max(...known.map(({ to }) => to))
  const isFarBack = ({ from }: DayRange) => yearsBetween(from, latest) >= GROWN_UP_YEARS
  const tellsAges = ages.length > 0 || dates.some(({ birth }) => birth === 'told')
  return dates.filter(({ range, birth }) => {
    if (birth === 'told') return true
    if (range === null) return false
    return isFarBack(range) ? tellsAges || birth === 'beside' : matchesAge(range, known, ages)
  })
}

/** `70 to 79 years before the latest date` */
function before(band: string): string {
  const years = band.replace(/^over /, 'more than ')
  return band === '' ? '' : `${years}${years.endsWith('years') ? '' : ' years'} before the latest date`
}

function counted({ from, to }: DayRange, first: number): string {
  if (from !== to) return `day ${from - first + 1} to ${to - first + 1}`
  return `day ${from - first + 1}, ${weekdayOf(from)}`
}

function shifted({ from, to }: DayRange, days: number): string {
  if (from !== to) return `${isoDay(from + days)} to ${isoDay(to + days)}`
  return `${isoDay(from + days)}, ${weekdayOf(from + days)}`
}
