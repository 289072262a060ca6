import { message, type Message } from '../../wording/message.ts'
import { englishText } from '../../wording/message-text.ts'
import { Decimal } from '../values/decimal.ts'
import { type Substance, SUBSTANCE_NAMES, substanceNamed } from './substances.ts'
import { type Unit, unitNamed } from './unit.ts'

/** Two units do not convert, or one is not known. The message is for the author or the user. */
export class UnitError extends Error {
  override readonly name = 'UnitError'
  readonly said: Message

  constructor(said: Message) {
    super(englishText(said))
    this.said = said
  }
}

/**
 * `amount` in another unit. Between mass, amount and equivalents by the substance of the place and by nothing else. Throws
 * UnitError when a unit or the substance is unknown, or when the two do not measure the same.
 */
export function convert(amount: Decimal, from: string, to: string, substance: string | null): Decimal {
  const [source, target] = [known(from), known(to)]
  if (source.name === target.name) return amount
  const factor = source.dimension === target.dimension ? SAME : bySubstance(source, target, substance)
  // All products first: one division at the end leaves one rounding, and none where the result is a short decimal.
  const up = source.times.times(target.over).times(factor.times)
  const down = source.over.times(target.times).times(factor.over)
  return amount.plus(source.offset).times(up).dividedBy(down).minus(target.offset)
}

type Fraction = { readonly times: Decimal; readonly over: Decimal }

const ONE = new Decimal(1)
const SAME: Fraction = { times: ONE, over: ONE }
const OF_SUBSTANCE: ReadonlySet<string> = new Set(['mass', 'amount', 'equivalents'])

function known(text: string): Unit {
  const unit = unitNamed(text)
  if (!unit) throw new UnitError(message('gate.conversions.noUnit', { unit: text }))
  return unit
}

function bySubstance(source: Unit, target: Unit, name: string | null): Fraction {
  const [from, to] = [source.dimension.split('/'), target.dimension.split('/')]
  const differing = from.flatMap((part, index) => (part === to[index] ? [] : [index]))
  const at = differing[0]
  const [one, other] = [from[at ?? 0] ?? '', to[at ?? 0] ?? '']
  const fits = from.length === to.length && differing.length === 1 && OF_SUBSTANCE.has(one) && OF_SUBSTANCE.has(other)
  if (!fits) throw new UnitError(doNotConvert(source, target))
  const substance = knownSubstance(name, source, target)
  const factor = dividedBy(perMole(substance, other, source, target), perMole(substance, one, source, target))
  return at === 0 ? factor : dividedBy(SAME, factor)
}

/** How much of a mass (g), amount (mol) or charge (Eq) one mole is. */
function perMole(substance: Substance, dimension: string, source: Unit, target: Unit): Fraction {
  if (dimension === 'amount') return SAME
  if (dimension === 'mass') return { times: substance.grams, over: substance.moles }
  if (substance.charges !== null) return { times: new Decimal(substance.charges), over: ONE }
  const said = { from: source.name, to: target.name, substance: substance.name }
  throw new UnitError(message('gate.conversions.noEquivalents', said))
}

function dividedBy(left: Fraction, right: Fraction): Fraction {
  return { times: left.times.times(right.over), over: left.over.times(right.times) }
}

function knownSubstance(name: string | null, source: Unit, target: Unit): Substance {
  if (name === null)
    throw new UnitError(message('gate.conversions.needsSubstance', { from: source.name, to: target.name }))
  const substance = substanceNamed(name)
  if (!substance)
    throw new UnitError(message('gate.conversions.noSubstance', { substance: name, names: SUBSTANCE_NAMES.join(', ') }))
  return substance
}

function doNotConvert(source: Unit, target: Unit): Message {
  const both = { from: source.name, to: target.name }
  const kinds = new Set([source.dimension, target.dimension])
  if (kinds.has('time') && kinds.has('calendar time')) return message('gate.conversions.calendar', both)
  if (source.dimension.startsWith('money') && target.dimension.startsWith('money'))
    return message('gate.conversions.money', both)
  return message('gate.conversions.other', both)
}

/** What people write; a form offers of these what converts. Everything else of the list can still be written. */
const OFFERED =
  'kg g mg µg lb oz m cm mm inch ft L mL mg/dL g/dL g/L mg/L µg/L ng/mL mmol/L µmol/L nmol/L mEq/L U/L mmHg kPa cmH2O °C °F mL/min L/min /min mL/min/1.73m² mg/kg µg/kg mg/day g/day % days weeks months years h min s'.split(
    ' ',
  )

/** Packs have few units and ask for them hundreds of times; to find out what converts takes a millisecond. */
const offeredUnits = new Map<string, readonly string[]>()

/** Units in which a value of a place can be given, the place's own first. */
export function unitsFor(unit: string, substance: string | null): readonly string[] {
  const key = JSON.stringify([unit, substance])
  const units = offeredUnits.get(key) ?? [
    unit,
    ...OFFERED.filter((other) => other !== unit && converts(other, unit, substance)),
  ]
  offeredUnits.set(key, units)
  return units
}

function converts(from: string, to: string, substance: string | null): boolean {
  try {
    convert(new Decimal(1), from, to, substance)
    return true
  } catch (error) {
    if (error instanceof UnitError) return false
    throw error
  }
}
