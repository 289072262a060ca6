import { wordNumbersIn } from '../../text/number-words.ts'
import { type DayRange, isoDay } from './read-date.ts'

/** As it is told; of infants in smaller units, with the days that they come to. */
export type Age = { readonly years: number; readonly days: { readonly from: number; readonly step: number } | null }

const BAND_YEARS = 10
const YEARS_OF_AN_INFANT = 2

/** Ages over it are rare enough to identify by themselves. */
export const LAST_AGE = 89

/** A band and the days that are told beside it leave at least so many years open, of an infant one. */
const LEAST_YEARS = 5

/** Two ages of one person say to a year how far apart they were told, so of the years that stay open one may be lost. */
const LEAST_APART = LEAST_YEARS - 1
export const DAYS_A_YEAR = 365.2425
const BY_NAME: readonly (readonly [beginning: string, from: number])[] = [
  ['centen', 100],
  ['nonagen', 90],
  ['octogen', 80],
  ['septuag', 70],
  ['sexag', 60],
]

const SHORT_UNIT =
  /\b(?:months?|mos?|weeks?|wks?|days?|hours?|monate?n?|wochen|tage|mois|semaines|jours|meses|semanas|días)\b/i
const DAYS_OF_UNIT: Readonly<Record<string, number>> = { m: 30.44, w: 7, s: 7, d: 1, j: 1, t: 1, h: 1 / 24 }

/** What two spellings of one age have in common; null where it cannot be read. */
export function ageKey(text: string): string | null {
  const age = readNumber(text)
  return age === null ? null : `${age} ${SHORT_UNIT.exec(text)?.[0].charAt(0).toLowerCase() ?? 'y'}`
}

/** An age as it stands in a document; null where it cannot be read. */
export function readAge(text: string): Age | null {
  const number = readNumber(text)
  if (number === null) return null
  const unit = SHORT_UNIT.exec(text)?.[0].charAt(0).toLowerCase()
  if (unit === undefined) return { years: number, days: null }
  const step = DAYS_OF_UNIT[unit] ?? 1
  return { years: Math.floor((number * step) / DAYS_A_YEAR), days: { from: number * step, step } }
}

/** What was told of an age of so many years; `to` is null where all that are older are meant. */
export type Band = { readonly years: number; readonly from: number; readonly to: number | null }

/** What earlier packets told of ages, and how far the dates of the matter lie apart. */
export type ToldBefore = { readonly bands: readonly Band[]; readonly spanYears: number }

const NOTHING_TOLD: ToldBefore = { bands: [], spanYears: 0 }

/**
 * How ages of so many years leave beside dates that lie `spanYears` apart: in bands of ten years, those over 89 as one. Ages that may
 * be one person's on two of the dates get one band, wide enough that no exact age follows from it and the dates, nor from it and what
 * was told before. `visitsAgo`: so many years before the latest date lie those that leave as bands of years, and may be no birth.
 */
export function ageBands(
  ages: readonly number[],
  spanYears: number,
  told: ToldBefore = NOTHING_TOLD,
  visitsAgo: readonly number[] = [],
): (years: number) => Band {
  const clusters = clustersOf(ages, spanYears, visitsAgo)
  const bands = [...told.bands]
  const said = new Map<number, Band>()
  for (const cluster of clusters) {
    const limits = limitsOf(cluster, spanYears, { ...told, bands })
    for (const years of cluster) said.set(years, { ...limits, years })
    bands.push(...cluster.map((years) => ({ ...limits, years })))
  }
  return (years) => said.get(years) ?? { ...limitsOf([years], spanYears, told), years }
}

function clustersOf(
  ages: readonly number[],
  spanYears: number,
  visitsAgo: readonly number[],
): readonly (readonly number[])[] {
  const clusters: number[][] = []
  const sorted = [...new Set(ages)].toSorted((one, other) => one - other)
  for (const age of sorted) {
    const last = clusters.at(-1)
    if (last && age - (last.at(-1) ?? age) <= spanYears + 1) last.push(age)
    else clusters.push([age])
  }
  // Nineteen on a day ten to nineteen years before the latest, and thirty on another: the bands together would tell the years of both.
  for (const ago of new Set(visitsAgo))
    for (const age of sorted)
      for (const later of sorted) if (Math.abs(ago + age - later) <= spanYears + 1) merge(clusters, age, later)
  return clusters
}

function merge(clusters: number[][], one: number, other: number): void {
  const [into, from] = [one, other].map((age) => clusters.findIndex((cluster) => cluster.includes(age)))
  if (into === undefined || from === undefined || into === from) return
  const [merged = []] = clusters.splice(Math.max(into, from), 1)
  const kept = clusters[Math.min(into, from)] ?? []
  kept.push(...merged)
  kept.sort((a, b) => a - b)
}

/** `70 to 79`; '' where it tells nothing. */
export function sayBand({ from, to }: Omit<Band, 'years'>): string {
  if (to === null) return from === 0 ? '' : `over ${from - 1}`
  return to < YEARS_OF_AN_INFANT ? `under ${YEARS_OF_AN_INFANT} years` : `${from} to ${to}`
}

type Limits = { readonly from: number; readonly to: number | null }

function limitsOf(cluster: readonly number[], spanYears: number, told: ToldBefore): Limits {
  const [min = 0, max = min] = [cluster[0], cluster.at(-1)]
  const infant = { from: 0, to: YEARS_OF_AN_INFANT - 1 }
  const isToldSo = ({ years, to }: Band) => cluster.includes(years) && to === infant.to
  const others = told.bands.filter((band) => !isToldSo(band))
  if (max < YEARS_OF_AN_INFANT && spanYears <= 1 && !clashes(infant, cluster, { ...told, bands: others })) return infant
  let [from, to] = [decade(min), decade(max) + BAND_YEARS - 1]
  // Whoever was seen on the first day was born by then.
  const least = cluster.length > 1 ? from + spanYears : Math.max(from, spanYears)
  const limits = () => (to <= LAST_AGE ? { from, to } : { from, to: null })
  const ofCluster = () => cluster.map((years) => ({ ...limits(), years }))
  const all = () => ({ ...told, bands: [...told.bands, ...ofCluster()] })
  while (to + 1 - least < LEAST_YEARS || endsTooSoon(limits(), cluster, all())) to += BAND_YEARS
  while (from > 0 && beginsTooLate(limits(), cluster, told)) from -= BAND_YEARS
  return to <= LAST_AGE ? { from, to } : { from: Math.min(from, LAST_AGE + 1), to: null }
}

/** Whether too few years stay open where this and what was told before are of one person, as long apart as the ages say. */
function clashes(limits: Limits, cluster: readonly number[], told: ToldBefore): boolean {
  return endsTooSoon(limits, cluster, told) || beginsTooLate(limits, cluster, told)
}

function endsTooSoon({ to }: Limits, cluster: readonly number[], told: ToldBefore): boolean {
  return to !== null && somePair(cluster, told, (band, later) => to - band.from - later < LEAST_APART)
}

function beginsTooLate({ from }: Limits, cluster: readonly number[], told: ToldBefore): boolean {
  return somePair(cluster, told, ({ to }, later) => to !== null && to - from + later < LEAST_APART)
}

/** Of the ages of a cluster and what was told of others that may be the same person's; `later`: by how many years it is told later. */
function somePair(
  cluster: readonly number[],
  { bands, spanYears }: ToldBefore,
  isWrong: (band: Band, later: number) => boolean,
): boolean {
  return cluster.some((age) =>
    bands.some(
      (band) =>
        (cluster.includes(band.years) || Math.abs(age - band.years) <= spanYears + 1) &&
        isWrong(band, age - band.years),
    ),
  )
}

function decade(years: number): number {
  return Math.floor(years / BAND_YEARS) * BAND_YEARS
}

function readNumber(text: string): number | null {
  // A decade of life is no age of one's own.
  if (/\d0['’]?s|ties\b/.test(text)) return null
  const digits = /\d{1,3}/.exec(text)?.[0]
  if (digits !== undefined) return Number(digits)
  const lower = text.toLowerCase()
  const named = BY_NAME.find(([beginning]) => lower.startsWith(beginning))
  if (named) return named[1]
  if (lower.includes('hundred')) return 100
  return wordNumbersIn(lower)[0]?.value ?? null
}

/** Whole years from a day to another, as ages are counted. */
export function yearsBetween(from: number, to: number): number {
  const [[year, rest], [laterYear, laterRest]] = [yearAndRest(from), yearAndRest(to)]
  return laterYear - year - (laterRest < rest ? 1 : 0)
}

/** Whether an age that is told is that of somebody who was born on the first day, on one of the others. */
export function matchesAge(born: DayRange, others: readonly DayRange[], ages: readonly Age[]): boolean {
  return others.some(({ from, to }) =>
    ages.some(({ years, days }) => {
      if (days !== null) return from >= born.from && Math.abs(from - born.from - days.from) < days.step
      const [least, most] = [yearsBetween(born.to, from), yearsBetween(born.from, to)]
      return years >= 2 && least <= years && years <= most
    }),
  )
}

function yearAndRest(day: number): readonly [year: number, rest: string] {
  const [, year = '', rest = ''] = /^([+-]?\d+)(-\d\d-\d\d)$/.exec(isoDay(day)) ?? []
  return [Number(year), rest]
}
