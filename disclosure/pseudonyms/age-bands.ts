import { wordNumbersIn } from '../../text/number-words.ts'
import type { Age } from './birth-dates.ts'

const BAND_YEARS = 10
const YEARS_OF_AN_INFANT = 2
/** Ages over it are rare enough to identify by themselves. */
const LAST_AGE = 89
/** A band and the days that are told beside it leave at least so many years open, of an infant one. */
const LEAST_YEARS = 5
const DAYS_A_YEAR = 365.2425
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

/**
 * How ages of so many years leave beside dates that lie `spanYears` apart: in bands of ten years, those over 89 as one. Ages that may
 * be one person's on two of the dates get one band, wide enough that no exact age follows from it and the dates.
 */
export function ageBands(ages: readonly number[], spanYears: number): (years: number) => string {
  const clusters: number[][] = []
  for (const age of [...new Set(ages)].toSorted((one, other) => one - other)) {
    const last = clusters.at(-1)
    if (last && age - (last.at(-1) ?? age) <= spanYears + 1) last.push(age)
    else clusters.push([age])
  }
  const said = new Map(clusters.flatMap((cluster) => cluster.map((age) => [age, bandOf(cluster, spanYears)] as const)))
  return (years) => said.get(years) ?? bandOf([years], spanYears)
}

function bandOf(cluster: readonly number[], spanYears: number): string {
  const [min = 0, max = min] = [cluster[0], cluster.at(-1)]
  if (max < YEARS_OF_AN_INFANT && spanYears <= 1) return `under ${YEARS_OF_AN_INFANT} years`
  const from = decade(min)
  let to = decade(max) + BAND_YEARS - 1
  // Whoever was seen on the first day was born by then.
  const least = cluster.length > 1 ? from + spanYears : Math.max(from, spanYears)
  while (to + 1 - least < LEAST_YEARS) to += BAND_YEARS
  if (to <= LAST_AGE) return `${from} to ${to}`
  return from === 0 ? '' : `over ${Math.min(from, LAST_AGE + 1) - 1}`
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
