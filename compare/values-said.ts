import { readDates } from '../text/dates.ts'
import { wordNumbersIn } from '../text/number-words.ts'
import { amountsInWords, type Measure, measuresIn } from '../text/measures.ts'
import { overlaps, type Span } from '../text/spans.ts'

/** What a text says of how much and when, in a form in which the same is equal: "24 months" and "two years". */
export type ValuesSaid = {
  readonly amounts: readonly string[]
  /** Numbers of clauses and the like. */
  readonly references: readonly string[]
  /** Of what the weightiest of them is. */
  readonly kind: 'money' | 'time' | 'share' | 'measure' | 'number' | null
}

const MONEY = /^(?:GBP|USD|EUR|CHF|PLN|pound)/
const TIME = /time|months/
const KINDS = ['money', 'time', 'share', 'measure', 'number'] as const

export function valuesSaid(text: string): ValuesSaid {
  const dates = readDates(text, true)
  const measures = [...measuresIn(text), ...(/\d/.test(text) ? [] : amountsInWords(text))]
  const amounts = measures.filter(({ isPlace }) => !isPlace)
  const withUnit = amounts.filter(({ unit }) => unit !== null)
  // "Six (6) months" says it once.
  const alone = amounts.filter(({ unit, plain }) => unit === null && !withUnit.some((one) => one.plain === plain))
  const kinds = [...withUnit, ...alone].map(kindOf)
  if (dates.length > 0) kinds.push('time')
  const inDates = (one: Span) => dates.some((date) => overlaps(one, date))
  const ordinals = wordNumbersIn(text).filter((one) => one.isOrdinal && !inDates(one))
  if (ordinals.length > 0) kinds.push('number')
  const values = [
    ...dates.map(({ value }) => value),
    ...[...withUnit, ...alone].map(valueOf),
    ...ordinals.map(({ value }) => `${value}.`),
  ]
  return {
    amounts: [...new Set(values)].toSorted(),
    references: measures.filter(({ isPlace }) => isPlace).map(({ figure }) => figure),
    kind: KINDS.find((kind) => kinds.includes(kind)) ?? null,
  }
}

function kindOf({ unit }: Measure): (typeof KINDS)[number] {
  if (unit === null) return 'number'
  if (MONEY.test(unit.dimension)) return 'money'
  if (TIME.test(unit.dimension)) return 'time'
  return unit.dimension === 'share' ? 'share' : 'measure'
}

const DIGITS = 12

function valueOf({ unit, plain, figure }: Measure): string {
  if (unit === null) return Number.isNaN(plain) ? figure : String(plain)
  const { dimension, times, per } = unit
  return [
    (plain * times).toPrecision(DIGITS),
    dimension,
    per ? `${per.dimension} ${per.times.toPrecision(DIGITS)}` : '',
  ].join(' ')
}

export function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at])
}
