import { Decimal } from '../values/decimal.ts'
import { unitWords } from '../../wording/phrases.ts'
import { UNIT_ROWS, type UnitRow } from './unit-rows.ts'

/** A unit of the closed list, made by `unitNamed` only. */
export type Unit = {
  /** The one spelling in which it is kept: `µmol/L` with U+00B5. */
  readonly name: string
  /** What it measures, such as `amount/volume`. Units of one dimension convert into each other. */
  readonly dimension: string
  /** The number in the base unit of its dimension is `(number + offset) * times / over`: a fraction, so that minutes and °F stay exact. */
  readonly times: Decimal
  readonly over: Decimal
  /** Not 0 for °C and °F only: points of a scale, which compare but cannot be added or multiplied. */
  readonly offset: Decimal
  /** After the number 1 and after others; empty for points of a score. */
  readonly one: string
  readonly many: string
}

/** A unit that others are made of, such as mg and dL; `per` is its name below the line. */
type Atom = Unit & { readonly per: string }

/** What may be made of them, the lower parts in the order of LOWER. Nothing else is a unit here, so `mg/mmHg` is refused. */
const COMPOUNDS: ReadonlySet<string> = new Set(
  `mass/volume mass/mass mass/amount mass/area mass/time mass/mass/time mass/area/time mass/volume/time
  amount/volume amount/mass amount/amount amount/time amount/mass/time
  equivalents/volume equivalents/mass equivalents/time equivalents/mass/time osmoles/volume osmoles/mass
  activity/volume activity/mass activity/area activity/time activity/mass/time
  volume/mass volume/area volume/time volume/mass/time volume/area/time volume/time/standard_area
  energy/mass energy/time energy/mass/time energy/volume count/volume count/time length/time pressure/time
  money_EUR/area money_EUR/time money_EUR/calendar_time money_GBP/area money_GBP/time money_GBP/calendar_time
  money_USD/area money_USD/time money_USD/calendar_time money_PLN/area money_PLN/time money_PLN/calendar_time
  money_CHF/area money_CHF/time money_CHF/calendar_time`
    .split(/\s+/)
    .map((dimension) => dimension.replaceAll('_', ' ')),
)

/** These mean nothing alone. */
const ONLY_IN_COMPOUNDS: ReadonlySet<string> = new Set(['count', 'standard area'])
const LOWER = ['volume', 'mass', 'amount', 'area', 'time', 'calendar time', 'standard area']

const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['bpm', '/min'],
  ['mph', 'mi/h'],
  ['G/L', '10^9/L'],
  ['T/L', '10^12/L'],
  ['K/µL', '10^3/µL'],
  ['K/uL', '10^3/µL'],
])

const ATOMS = atomsBySpelling()

/** The unit of the closed list with this spelling; null if there is none. Case counts: `mg` is not `Mg`. */
export function unitNamed(text: string): Unit | null {
  // The micro sign has two code points, U+00B5 and the Greek letter U+03BC, and u stands for it where keyboards lack both.
  const spelling = text.replaceAll(/\s+/g, '').replaceAll('\u03BC', '\u00B5')
  const [upper, ...lower] = (SHORT_FORMS.get(spelling) ?? spelling).split('/').map((part) => ATOMS.get(part))
  if (!upper || lower.includes(undefined)) return null
  if (lower.length === 0) return ONLY_IN_COMPOUNDS.has(upper.dimension) ? null : upper
  const unit = compound(
    upper,
    lower.filter((atom) => atom !== undefined),
  )
  return COMPOUNDS.has(unit.dimension) ? unit : null
}

function compound(upper: Atom, lower: readonly Atom[]): Unit {
  const parts = lower.toSorted((a, b) => LOWER.indexOf(a.dimension) - LOWER.indexOf(b.dimension))
  const below = parts.map((part) => `/${part.per}`).join('')
  const product = (numbers: readonly Decimal[]) => numbers.reduce((all, one) => all.times(one), new Decimal(1))
  return {
    name: upper.name + below,
    dimension: [upper, ...parts].map((part) => part.dimension).join('/'),
    times: product([upper.times, ...parts.map((part) => part.over)]),
    over: product([upper.over, ...parts.map((part) => part.times)]),
    offset: new Decimal(0),
    one: upper.one + below,
    many: upper.many + below,
  }
}

function atomsBySpelling(): ReadonlyMap<string, Atom> {
  const atoms = new Map<string, Atom>()
  for (const [dimension, rows] of Object.entries(UNIT_ROWS)) {
    for (const row of rows) {
      const atom = atomOf(dimension, row)
      for (const spelling of [atom.name, ...(row[2]?.split(' ') ?? [])]) atoms.set(spelling, atom)
    }
  }
  return atoms
}

function atomOf(dimension: string, [name, times, , more]: UnitRow): Atom {
  const { over, offset, ...said } = { over: '1', offset: '0', one: name, many: name, per: name, ...more }
  return { name, dimension, times: new Decimal(times), over: new Decimal(over), offset: new Decimal(offset), ...said }
}

/** What follows the number: `year` after 1, `years` after 4; empty for points of a score. In the words of the language, `mg/day` too. */
export function sayUnit(unit: string, number: Decimal): string {
  const known = unitNamed(unit)
  if (!known) return unit
  return unitWords(number.abs().equals(1) ? known.one : known.many)
}
