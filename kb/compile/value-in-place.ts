import { dayOf } from '../values/plain-date.ts'
import type { Argument } from '../language/statement.ts'
import type { Place, Vocabulary } from '../program/vocabulary.ts'
import { convert, UnitError } from '../units/convert.ts'
import { unitNamed } from '../units/unit.ts'
import { Decimal, isNumber, MOST_DIGITS } from '../values/decimal.ts'
import type { Value } from '../values/value.ts'
import { didYouMean } from './read/did-you-mean.ts'
import type { Problem } from './read/problem.ts'
import { UNIT_NAMES } from '../units/unit-rows.ts'
import { sayType, typeOfPlace } from './value-type.ts'

export type PlaceProblem = Pick<Problem, 'code' | 'message' | 'fix'>

type NumberArgument = Argument & { readonly kind: 'number' }
type NumberPlace = Place & { readonly kind: 'number' }

/** A longer list is read by nobody. */
const MOST_NAMED = 12
const LONGEST_NAME = 200

/** What was written, as a value of this place: in its unit, within its bounds, a name of its list. */
export function valueInPlace(
  argument: Argument,
  place: Place,
  vocabulary: Vocabulary,
): { readonly value: Value } | { readonly problem: PlaceProblem } {
  try {
    return { value: valueOf(argument, place, vocabulary) }
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem }
    throw error
  }
}

class Refusal extends Error {
  readonly problem: PlaceProblem

  constructor(code: Problem['code'], message: string, fix: string) {
    super(message)
    this.problem = { code, message, fix }
  }
}

function valueOf(argument: Argument, place: Place, vocabulary: Vocabulary): Value {
  if (argument.kind === 'name' && place.kind === 'name') return nameOf(argument.name, place.type, vocabulary)
  if (argument.kind === 'number' && place.kind === 'number') return numberOf(argument, place)
  if (argument.kind === 'date' && place.kind === 'date') return dateOf(argument)
  throw new Refusal(
    'TYPE',
    `Here belongs ${sayType(typeOfPlace(place))}, and this is ${written(argument)}.`,
    fixFor(place, vocabulary),
  )
}

function written(argument: Argument): string {
  if (argument.kind === 'name') return `the name "${argument.name.slice(0, LONGEST_NAME)}"`
  return argument.kind === 'number' ? 'a number' : 'a date'
}

function fixFor(place: Place, vocabulary: Vocabulary): string {
  if (place.kind === 'date') return 'Write a day as 2026-06-01.'
  if (place.kind === 'number') return `Write a number${place.unit === null ? '' : `: 5 ${place.unit}`}.`
  const first = vocabulary.names.get(place.type)?.labels.keys().next().value
  return first === undefined
    ? 'Write a name; one that begins with a digit stands in quotes.'
    : `Write a name such as ${first}.`
}

function namesThere(names: readonly string[]): string {
  const more = names.length > MOST_NAMED ? `, and ${names.length - MOST_NAMED} more` : ''
  return `There are ${names.slice(0, MOST_NAMED).join(', ')}${more}.`
}

function nameOf(text: string, type: string, vocabulary: Vocabulary): Value {
  const name = text.normalize('NFC')
  const known = vocabulary.names.get(type)
  if (known && !known.open && !known.labels.has(name)) {
    const byLabel = [...known.labels].find(([, label]) => label.toLowerCase() === name.toLowerCase())?.[0]
    throw new Refusal(
      'UNKNOWN_NAME',
      `"${name.slice(0, LONGEST_NAME)}" is no ${type}.`,
      byLabel === undefined
        ? didYouMean(name, known.labels.keys(), namesThere([...known.labels.keys()]))
        : `Write ${byLabel}.`,
    )
  }
  // Line breaks and control characters would let a name look like another, or like more than a name.
  if (name.trim() !== name || name === '' || name.length > LONGEST_NAME || /\p{C}/u.test(name))
    throw new Refusal(
      'UNKNOWN_NAME',
      `A name has 1 to ${LONGEST_NAME} visible characters and no space at its ends.`,
      'Write a short name.',
    )
  return { kind: 'name', name }
}

function numberOf({ low, high, unit }: NumberArgument, place: NumberPlace): Value {
  const [least, most] = [low, high].map((text) => (text === null ? null : inUnitOf(place, text, unit)))
  if (!least && !most) throw new Refusal('TYPE', 'A number is missing.', fixFor(place, NO_WORDS))
  if (least && most?.lessThan(least)) throw new Refusal('RANGE', 'This range runs backwards.', `Write ${high}..${low}.`)
  for (const end of [least, most]) if (end) checkBounds(end, place)
  return { kind: 'number', low: least ?? lowest(place), high: most ?? highest(place) }
}

function lowest({ from }: NumberPlace): Decimal {
  return from ?? new Decimal(-Infinity)
}

function highest({ to }: NumberPlace): Decimal {
  return to ?? new Decimal(Infinity)
}

const NO_WORDS: Vocabulary = { relations: new Map(), names: new Map(), calendars: new Map() }

function inUnitOf(place: NumberPlace, text: string, unit: string | null): Decimal {
  if (!isNumber(text))
    throw new Refusal(
      'TYPE',
      `"${text.slice(0, 50)}" is no number of at most ${MOST_DIGITS} digits.`,
      'Write digits, with a point for decimals: 58.5.',
    )
  const number = new Decimal(text)
  if (unit === null && place.unit === null) return number
  if (unit === null)
    throw new Refusal('UNIT', `${text} has no unit; this is in ${place.unit}.`, `Write ${text} ${place.unit}.`)
  if (!unitNamed(unit))
    throw new Refusal(
      'UNKNOWN_UNIT',
      `There is no unit "${unit.slice(0, 50)}".`,
      didYouMean(unit, UNIT_NAMES, place.unit === null ? 'Write the number alone.' : `Write ${text} ${place.unit}.`),
    )
  if (place.unit === null) throw new Refusal('UNIT', 'This is a number without a unit.', `Write ${text} alone.`)
  try {
    return convert(number, unit, place.unit, place.substance)
  } catch (error) {
    if (error instanceof UnitError) throw new Refusal('UNIT', `${error.message}.`, `Write it in ${place.unit}.`)
    throw error
  }
}

function checkBounds(number: Decimal, { from, to, unit }: NumberPlace): void {
  const isBelow = from !== null && number.lessThan(from)
  if (!isBelow && !(to !== null && number.greaterThan(to))) return
  const said = unit === null ? '' : ` ${unit}`
  const bounds = from && to ? `${from} to ${to}` : from ? `at least ${from}` : `at most ${to}`
  throw new Refusal(
    'RANGE',
    `${number.toSignificantDigits(10)}${said} is not possible here: ${bounds}${said}.`,
    'Check the number and its unit.',
  )
}

function dateOf(argument: Argument & { readonly kind: 'date' }): Value {
  const low = argument.low === null ? null : existing(argument.low)
  const high = argument.high === null ? null : existing(argument.high)
  if (low === null && high === null) throw new Refusal('TYPE', 'A day is missing.', 'Write a day as 2026-06-01.')
  if (low !== null && high !== null && low > high)
    throw new Refusal('ORDER_OF_DATES', 'This range runs backwards.', `Write ${argument.high}..${argument.low}.`)
  return { kind: 'date', low: low ?? -Infinity, high: high ?? Infinity }
}

function existing(text: string): number {
  const day = dayOf(text)
  if (day !== null) return day
  throw new Refusal('IMPOSSIBLE_DATE', `There is no day ${text.slice(0, 20)}.`, 'Write an existing day as 2026-06-01.')
}
