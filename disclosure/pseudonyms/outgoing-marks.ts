import {
  type Age,
  ageBands,
  type Band,
  DAYS_A_YEAR,
  LAST_AGE,
  matchesAge,
  readAge,
  sayBand,
  yearsBetween,
} from './ages.ts'
import { type DateOfPacket, withCenturies } from './birth-century.ts'
import type { Entity, PseudonymMap } from './pseudonym-map.ts'
import {
  type DayRange,
  isoDay,
  readDate,
  readInEachCentury,
  type SlashOrder,
  slashOrder,
  weekdayOf,
} from './read-date.ts'

export type DateMode = 'day' | 'shifted' | 'exact'

type SaidDates = {
  /** What is told of each date; '' where nothing is. */
  readonly dates: readonly string[]
  /** The bands that this tells of each that is somebody's birthday. */
  readonly births: readonly (readonly Band[])[]
  /** How an age of so many years is told beside them. */
  readonly ageBand: (years: number) => Band
}

/** Of the whole matter: what was told of ages, and the days of other packets, by which these can be put side by side. */
type ToldElsewhere = { readonly bands: readonly Band[]; readonly days: readonly number[] }

type SaidEntities = {
  /** By the pseudonym. */
  readonly said: ReadonlyMap<string, string>
  /** All of the matter, with what is now told of ages and birthdays. */
  readonly entities: readonly Entity[]
}

/**
 * The pseudonyms of a packet as they leave, with what reasoning needs of them: `[PERSON-2, f]`, `[DATE-3, day 185, Tuesday]`,
 * `[AGE-1, 70 to 79]`.
 */
export function sayEntities(
  used: readonly Entity[],
  { entities, shiftWeeks }: PseudonymMap,
  mode: DateMode,
): SaidEntities {
  const order = slashOrder(entities.flatMap(({ type, forms }) => (type === 'date' ? forms : [])))
  const dates = used.filter(({ type }) => type === 'date')
  const ages = new Map(used.flatMap(({ type, pseudonym, forms }) => agesOf(type, pseudonym, forms[0])))
  // A date that a person put on the list leaves without anything, though the others leave exactly.
  const said = sayDates(
    mode === 'exact' ? [] : dates.map((date) => dateOf(date, order)),
    [...ages.values()],
    mode === 'exact' ? 'day' : mode,
    shiftWeeks,
    toldElsewhere(entities, used, order),
  )
  const ofAges = [...ages].map(([pseudonym, { years }]) => [pseudonym, said.ageBand(years)] as const)
  const details = new Map([
    ...dates.map(({ pseudonym }, index) => [pseudonym, said.dates[index] ?? ''] as const),
    ...ofAges.map(([pseudonym, band]) => [pseudonym, sayBand(band)] as const),
  ])
  const bands = new Map([
    ...dates.map(({ pseudonym }, index) => [pseudonym, said.births[index] ?? []] as const),
    ...ofAges.map(([pseudonym, band]) => [pseudonym, [band]] as const),
  ])
  return {
    said: new Map(
      used.map(({ pseudonym, sex }) => {
        const detail = details.get(pseudonym) ?? sex
        return [pseudonym, detail ? `[${pseudonym}, ${detail}]` : `[${pseudonym}]`]
      }),
    ),
    entities: entities.map((entity) => withBands(entity, bands.get(entity.pseudonym) ?? [])),
  }
}

function agesOf(type: Entity['type'], pseudonym: string, form = '') {
  const age = type === 'age' ? readAge(form) : null
  return age ? [[pseudonym, age] as const] : []
}

function dateOf({ forms: [form = ''], birth = null, bands = [] }: Entity, order: SlashOrder): DateOfPacket {
  const range = readDate(form, order)
  return { range, birth, wasBand: bands.length > 0, inEachCentury: readInEachCentury(form, order) }
}

function toldElsewhere(entities: readonly Entity[], used: readonly Entity[], order: SlashOrder): ToldElsewhere {
  const others = entities.filter((entity) => entity.type === 'date' && !used.includes(entity))
  const days = others.flatMap(({ forms: [form = ''], birth, bands = [] }) =>
    birth === 'told' || bands.length > 0 ? [] : (readDate(form, order)?.from ?? []),
  )
  return { bands: entities.flatMap(({ bands = [] }) => bands), days }
}

function withBands(entity: Entity, told: readonly Band[]): Entity {
  const { bands = [] } = entity
  const added = told.filter(
    (band) =>
      sayBand(band) !== '' &&
      !bands.some(({ years, from, to }) => years === band.years && from === band.from && to === band.to),
  )
  return added.length === 0 ? entity : { ...entity, bands: [...bands, ...added] }
}

/** Beyond it, the distance between two dates tells an age over 89. */
const DAYS_OF_89_YEARS = 32_507
const DAYS_A_WEEK = 7
/** A date so long before the others may be a day of birth, whatever stands beside it. */
const GROWN_UP_YEARS = 18

/**
 * What is told of the dates of a packet, so that their order and their distances stay, but for those that tell an age: a day of birth
 * leaves as a band of years, and so does, where an age or a birth is told, whatever lies as far back as one may.
 */
export function sayDates(
  read: readonly DateOfPacket[],
  ages: readonly Age[],
  mode: Exclude<DateMode, 'exact'>,
  shiftWeeks: number,
  elsewhere: ToldElsewhere = { bands: [], days: [] },
): SaidDates {
  const dates = withCenturies(read, ages)
  const asBands = new Set(datesOfAges(dates, ages))
  const plain = dates.flatMap((date) => (date.range && !asBands.has(date) ? [date.range] : []))
  const latest = Math.max(...plain.map(({ to }) => to))
  const isLongAgo = ({ from }: DayRange) => latest - from > DAYS_OF_89_YEARS
  const first = Math.min(...plain.filter((range) => !isLongAgo(range)).map(({ from }) => from))
  const spanYears = plain.length === 0 ? 0 : spanOf([first, latest])
  const yearsAgo = (day: number) => yearsBetween(Math.min(day, latest), latest)
  const yearsOf = (date: DateOfPacket): readonly number[] => {
    // A birth behind all other dates is not one before them.
    if (date.range === null || !asBands.has(date) || plain.length === 0 || date.range.from > latest) return []
    return [...new Set([yearsAgo(date.range.from), yearsAgo(date.range.to)])]
  }
  const ofMatter = elsewhere.days.filter((day) => latest - day <= DAYS_OF_89_YEARS)
  const days = plain.length === 0 ? ofMatter : [...ofMatter, first, latest]
  const told = { bands: elsewhere.bands, spanYears: spanOf(days) }
  const visitsAgo = dates.filter(({ birth }) => birth !== 'told').flatMap(yearsOf)
  const ageBand = ageBands([...dates.flatMap(yearsOf), ...ages.map(({ years }) => years)], spanYears, told, visitsAgo)
  const births = dates.map((date) => yearsOf(date).map(ageBand))
  const say = (date: DateOfPacket, index: number) => {
    const { range } = date
    if (range === null || plain.length === 0) return ''
    if (asBands.has(date)) return before(births[index]?.[0])
    if (isLongAgo(range)) return before({ from: LAST_AGE + 1, to: null })
    return mode === 'day' ? counted(range, first) : shifted(range, shiftWeeks * DAYS_A_WEEK)
  }
  return { dates: dates.map(say), births, ageBand }
}

function spanOf(days: readonly number[]): number {
  return days.length === 0 ? 0 : (Math.max(...days) - Math.min(...days)) / DAYS_A_YEAR
}

/** Those of which, with another date, somebody's age would follow. */
function datesOfAges(dates: readonly DateOfPacket[], ages: readonly Age[]): readonly DateOfPacket[] {
  const known = dates.flatMap(({ range }) => range ?? [])
  const latest = Math.max(...known.map(({ to }) => to))
  const isFarBack = ({ from }: DayRange) => yearsBetween(from, latest) >= GROWN_UP_YEARS
  const tellsAges = ages.length > 0 || dates.some(({ birth }) => birth === 'told')
  return dates.filter(({ range, birth, wasBand }) => {
    if (birth === 'told' || wasBand) return true
    if (range === null) return false
    return isFarBack(range) ? tellsAges || birth === 'beside' : matchesAge(range, known, ages)
  })
}

/** `70 to 79 years before the latest date` */
function before(band: Omit<Band, 'years'> | undefined): string {
  const years = band ? sayBand(band).replace(/^over /, 'more than ') : ''
  return years === '' ? '' : `${years}${years.endsWith('years') ? '' : ' years'} before the latest date`
}

function counted({ from, to }: DayRange, first: number): string {
  if (from !== to) return `day ${from - first + 1} to ${to - first + 1}`
  return `day ${from - first + 1}, ${weekdayOf(from)}`
}

function shifted({ from, to }: DayRange, days: number): string {
  if (from !== to) return `${isoDay(from + days)} to ${isoDay(to + days)}`
  return `${isoDay(from + days)}, ${weekdayOf(from + days)}`
}
