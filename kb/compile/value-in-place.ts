import { message, type Message, type MessageValue } from '../../wording/message.ts'
import { NO_PHRASES } from '../program/phrases.ts'
import { writeInstead } from '../language/write-instead.ts'
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

  constructor(code: Problem['code'], said: Message, fix: Message) {
    super(said.key)
    this.problem = { code, message: said, fix }
  }
}

function valueOf(argument: Argument, place: Place, vocabulary: Vocabulary): Value {
  if (argument.kind === 'name' && place.kind === 'name') return nameOf(argument.name, place.type, vocabulary)
  if (argument.kind === 'number' && place.kind === 'number') return numberOf(argument, place)
  if (argument.kind === 'date' && place.kind === 'date') return dateOf(argument)
  throw new Refusal(
    'TYPE',
    message('gate.facts.otherType', { wanted: sayType(typeOfPlace(place)), given: written(argument) }),
    fixFor(place, vocabulary),
  )
}

function written(argument: Argument): Message {
  if (argument.kind === 'name') return message('gate.given.name', { name: argument.name.slice(0, LONGEST_NAME) })
  return message(`gate.given.${argument.kind}`)
}

function fixFor(place: Place, vocabulary: Vocabulary): Message {
  if (place.kind === 'date') return message('gate.facts.writeDay')
  if (place.kind === 'number')
    return place.unit === null
      ? message('gate.facts.writeNumber')
      : message('gate.facts.writeNumberIn', { unit: place.unit })
  const first = vocabulary.names.get(place.type)?.labels.keys().next().value
  return first === undefined ? message('gate.facts.writeName') : message('gate.facts.writeNameSuch', { name: first })
}

function namesThere(all: readonly string[]): Message {
  const names = all.slice(0, MOST_NAMED).join(', ')
  const count = all.length - MOST_NAMED
  return count > 0 ? message('gate.thereAreMore', { names, count }) : message('gate.thereAre', { names })
}

function nameOf(text: string, type: string, vocabulary: Vocabulary): Value {
  const name = text.normalize('NFC')
  const known = vocabulary.names.get(type)
  if (known && !known.open && !known.labels.has(name)) {
    const byLabel = [...known.labels].find(([, label]) => label.toLowerCase() === name.toLowerCase())?.[0]
    throw new Refusal(
      'UNKNOWN_NAME',
      message('gate.facts.notOfType', { name: name.slice(0, LONGEST_NAME), type: type.replaceAll('_', ' ') }),
      byLabel === undefined
        ? didYouMean(name, known.labels.keys(), namesThere([...known.labels.keys()]))
        : writeInstead(byLabel),
    )
  }
  // Line breaks and control characters would let a name look like another, or like more than a name.
  if (name.trim() !== name || name === '' || name.length > LONGEST_NAME || /\p{C}/u.test(name))
    throw new Refusal(
      'UNKNOWN_NAME',
      message('gate.facts.badName', { most: LONGEST_NAME }),
      message('gate.facts.shortName'),
    )
  return { kind: 'name', name }
}

function numberOf({ low, high, unit }: NumberArgument, place: NumberPlace): Value {
  const [least, most] = [low, high].map((text) => (text === null ? null : inUnitOf(place, text, unit)))
  if (!least && !most) throw new Refusal('TYPE', message('gate.facts.numberMissing'), fixFor(place, NO_WORDS))
  if (least && most?.lessThan(least))
    throw new Refusal('RANGE', message('gate.facts.backwards'), writeInstead(`${high}..${low}`))
  for (const end of [least, most]) if (end) checkBounds(end, place)
  return { kind: 'number', low: least ?? lowest(place), high: most ?? highest(place) }
}

function lowest({ from }: NumberPlace): Decimal {
  return from ?? new Decimal(-Infinity)
}

function highest({ to }: NumberPlace): Decimal {
  return to ?? new Decimal(Infinity)
}

const NO_WORDS: Vocabulary = { relations: new Map(), names: new Map(), calendars: new Map(), phrases: NO_PHRASES }

function inUnitOf(place: NumberPlace, text: string, unit: string | null): Decimal {
  if (!isNumber(text))
    throw new Refusal(
      'TYPE',
      message('gate.facts.noNumber', { text: text.slice(0, 50), most: MOST_DIGITS }),
      message('gate.facts.digits'),
    )
  const number = new Decimal(text)
  if (unit === null && place.unit === null) return number
  if (unit === null)
    throw new Refusal(
      'UNIT',
      message('gate.facts.noUnit', { number: { figure: text }, unit: place.unit ?? '' }),
      writeInstead(`${text} ${place.unit}`),
    )
  if (!unitNamed(unit))
    throw new Refusal(
      'UNKNOWN_UNIT',
      message('gate.units.none', { unit: unit.slice(0, 50) }),
      didYouMean(
        unit,
        UNIT_NAMES,
        place.unit === null ? message('gate.facts.numberAlone') : writeInstead(`${text} ${place.unit}`),
      ),
    )
  if (place.unit === null)
    throw new Refusal(
      'UNIT',
      message('gate.units.bare'),
      message('gate.facts.writeAlone', { number: { figure: text } }),
    )
  try {
    return convert(number, unit, place.unit, place.substance)
  } catch (error) {
    if (error instanceof UnitError)
      throw new Refusal('UNIT', error.said, message('gate.facts.writeIn', { unit: place.unit }))
    throw error
  }
}

function checkBounds(number: Decimal, { from, to, unit }: NumberPlace): void {
  const isBelow = from !== null && number.lessThan(from)
  if (!isBelow && !(to !== null && number.greaterThan(to))) return
  throw new Refusal(
    'RANGE',
    outside(number.toSignificantDigits(10), { from, to, unit }),
    message('gate.facts.checkNumber'),
  )
}

function outside(number: Decimal, { from, to, unit }: Pick<NumberPlace, 'from' | 'to' | 'unit'>): Message {
  const said = (one: Decimal, isLast = true): MessageValue => {
    const figure = { figure: one.toFixed() }
    return unit === null || !isLast ? figure : message('reasoning.withUnit', { number: figure, unit })
  }
  const tried = said(number)
  if (from && to) return message('gate.facts.between', { number: tried, from: said(from, false), to: said(to) })
  if (from) return message('gate.facts.atLeast', { number: tried, from: said(from) })
  return message('gate.facts.atMost', { number: tried, to: to ? said(to) : '' })
}

function dateOf(argument: Argument & { readonly kind: 'date' }): Value {
  const low = argument.low === null ? null : existing(argument.low)
  const high = argument.high === null ? null : existing(argument.high)
  if (low === null && high === null)
    throw new Refusal('TYPE', message('gate.facts.dayMissing'), message('gate.facts.writeDay'))
  if (low !== null && high !== null && low > high)
    throw new Refusal(
      'ORDER_OF_DATES',
      message('gate.facts.backwards'),
      writeInstead(`${argument.high}..${argument.low}`),
    )
  return { kind: 'date', low: low ?? -Infinity, high: high ?? Infinity }
}

function existing(text: string): number {
  const day = dayOf(text)
  if (day !== null) return day
  throw new Refusal(
    'IMPOSSIBLE_DATE',
    message('gate.facts.noDay', { day: text.slice(0, 20) }),
    message('gate.facts.existingDay'),
  )
}
