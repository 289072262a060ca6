import { wordNumbersIn } from '../../text/number-words.ts'
import { type DayRange, isoDay } from './read-date.ts'

/** As it is told; of infants in smaller units, with the days that they come to. */
export type Age = { readonly years: number; readonly days: { readonly from: number; readonly step: number } | null }

/** How a text says that a date is a day of birth: in words, or only by its place behind somebody's name. */
export type BirthSign = 'told' | 'beside'

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

/** Labels and verbs of the eight languages, with at most a place between them and the date: "born at Leeds on", "geb. am". */
const TOLD_BEFORE =
  /(?:(?<![\p{L}\p{N}])(?:born|births?|birth ?da(?:te|y)|d\.? ?o\.? ?b|geb(?:oren|urtsdatum|urtstag)?|n[ée]e?|né\(e\)|naissance|nacid[oa]|nacimiento|f\. ?nac|nat[oa]|nascita|nascid[oa]|nascimento|geboorte(?:datum|dag)?|ur|urodz(?:on[ya]|enia)?)(?![\p{L}\p{N}])|[*✱])[^\n.;!?\d]{0,4}\.?[^.;!?\d\n]{0,30}\n?[^\p{L}\d]{0,4}$/iu
const TOLD_BEHIND =
  /^[\s,(]{1,3}(?:d\.?o\.?b|date of birth|birth(?:day|date)|geb(?:oren|urtsdatum)?|geboren)(?!\p{L})/iu
const NEAR = 80

/** "Edwin Calloway, 14/03/1951", "Calloway (14.3.1951)". */
const BESIDE = /^(?:[\s,(|:;-]|\u2013){1,4}$/u

/** Of a date in a text; `nameEnd` is where the name before it ends. */
export function birthSign(text: string, start: number, end: number, nameEnd: number | null): BirthSign | null {
  if (TOLD_BEFORE.test(text.slice(Math.max(0, start - NEAR), start))) return 'told'
  if (TOLD_BEHIND.test(text.slice(end, end + NEAR))) return 'told'
  return nameEnd !== null && BESIDE.test(text.slice(nameEnd, start)) ? 'beside' : null
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
