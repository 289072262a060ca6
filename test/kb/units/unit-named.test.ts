import { describe, expect, it } from 'vitest'
import { sayUnit, unitNamed } from '../../../kb/units/unit.ts'
import { UNIT_ROWS } from '../../../kb/units/unit-rows.ts'
import { Decimal } from '../../../kb/values/decimal.ts'

describe('units', () => {
  it.each([
    ['µmol/L', ['umol/L', '\u00B5mol/L', '\u03BCmol/L', ' µmol / l ']],
    ['µg', ['ug', 'mcg', '\u03BCg', 'micrograms']],
    ['mL/min/1.73m²', ['mL/min/1.73 m2', 'ml/min/1.73m²', 'mL/1.73m2/min']],
    ['mg/kg/day', ['mg/kg/d', 'mg/day/kg', 'mg/kg/24h']],
    ['/min', ['bpm', '1/min', 'beats/min', 'breaths/minute']],
    ['10^9/L', ['10*9/L', '10⁹/L', '×10^9/L', 'G/L']],
    ['years', ['year', 'yr', 'y', 'a']],
    ['°C', ['℃', 'degC', 'Cel']],
    ['mmHg', ['mm Hg', 'mm[Hg]']],
    ['%', ['percent']],
    ['{score}', ['points', 'point']],
    ['EUR', ['€']],
  ])('%s is also written %j', (name, spellings) => {
    expect([name, ...spellings].map((spelling) => unitNamed(spelling)?.name)).toEqual([
      name,
      ...spellings.map(() => name),
    ])
  })

  it('a unit with a prefix is also written out, as on forms that avoid µ', () => {
    const prefixes = { p: 'pico', n: 'nano', µ: 'micro', m: 'milli', c: 'centi', d: 'deci', k: 'kilo', '': '' }
    const written = {
      g: ['gram', 'grams'],
      mol: ['mole', 'moles'],
      L: ['litre', 'litres', 'liter', 'liters'],
      m: ['metre', 'metres'],
    }
    const names = Object.values(UNIT_ROWS).flatMap((rows) => rows.map(([name]) => name))
    const spelt = Object.entries(prefixes).flatMap(([prefix, word]) =>
      Object.entries(written).flatMap(([base, bases]) =>
        names.includes(prefix + base) ? bases.map((one) => [word + one, prefix + base]) : [],
      ),
    )
    expect(spelt.length).toBeGreaterThan(40)
    for (const [spelling, name] of [...spelt, ['micromol', 'µmol'], ['micromol/L', 'µmol/L'], ['millimol/L', 'mmol/L']])
      expect([spelling, unitNamed(spelling ?? '')?.name]).toEqual([spelling, name])
  })

  it.each([
    '',
    ' ',
    '/',
    '//',
    'mg/',
    'mg//L',
    'Mg',
    'MG',
    'mg/mmHg',
    'mg/dL/kg/h',
    '10^9',
    '1',
    '1.73m2',
    'mg/1.73m2',
    'kg/°C',
    'constructor',
    'toString',
    '__proto__',
    'mg/constructor',
    'm%',
    'EUR/GBP',
  ])('there is none written %j', (text) => {
    expect(unitNamed(text)).toBeNull()
  })

  it('no spelling means two units', () => {
    const seen = new Map<string, string>()
    for (const rows of Object.values(UNIT_ROWS)) {
      for (const [name, , aliases] of rows) {
        for (const spelling of [name, ...(aliases?.split(' ') ?? [])]) {
          expect([spelling, seen.get(spelling) ?? name]).toEqual([spelling, name])
          seen.set(spelling, name)
        }
      }
    }
    expect(seen.size).toBeGreaterThan(200)
  })

  it.each([
    ['years', '1', 'year'],
    ['years', '4', 'years'],
    ['days', '0.5', 'days'],
    ['mg/day', '1', 'mg/day'],
    ['{score}', '5', ''],
    ['%', '1', '%'],
    ['pack-years', '1', 'pack-year'],
  ])('%s after %s is %j', (unit, number, expected) => {
    expect(sayUnit(unit, new Decimal(number))).toBe(expected)
  })
})
