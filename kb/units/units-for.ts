import { Decimal } from '../values/decimal.ts'
import { convert } from './convert.ts'
import { UnitError } from './unit-error.ts'

/** What people write; a form offers of these what converts. Everything else of the list can still be written. */
const OFFERED =
  'kg g mg µg lb oz m cm mm inch ft L mL mg/dL g/dL g/L mg/L µg/L ng/mL mmol/L µmol/L nmol/L mEq/L U/L mmHg kPa cmH2O °C °F mL/min L/min /min mL/min/1.73m² mg/kg µg/kg mg/day g/day % days weeks months years h min s'.split(
    ' ',
  )

/** Packs have few units and ask for them hundreds of times; to find out what converts takes a millisecond. */
const known = new Map<string, readonly string[]>()

/** Units in which a value of a place can be given, the place's own first. */
export function unitsFor(unit: string, substance: string | null): readonly string[] {
  const key = JSON.stringify([unit, substance])
  const units = known.get(key) ?? [
    unit,
    ...OFFERED.filter((other) => other !== unit && converts(other, unit, substance)),
  ]
  known.set(key, units)
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
