import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convert, UnitError } from '../../../kb/units/convert.ts'
import { SUBSTANCE_NAMES, substanceNamed } from '../../../kb/units/substances.ts'
import { UNIT_ROWS } from '../../../kb/units/unit-rows.ts'
import { unitNamed } from '../../../kb/units/unit.ts'
import { Decimal } from '../../../kb/values/decimal.ts'

function converted(amount: string, from: string, to: string, substance: string | null = null): string {
  return convert(new Decimal(amount), from, to, substance).toString()
}

describe('conversion', () => {
  it.each([
    ['1', 'mg/dL', 'µmol/L', 'creatinine', '88.4'],
    ['132.6', 'umol/L', 'mg/dL', 'creatinine', '1.5'],
    ['1', 'mg/dL', 'µmol/L', 'bilirubin', '17.1'],
    ['34.2', 'µmol/L', 'mg/dL', 'bilirubin', '2'],
    ['30', 'mg/mmol', 'mg/g', 'creatinine', '265.2'],
    ['140', 'mEq/L', 'mmol/L', 'sodium', '140'],
    ['2.5', 'mmol/L', 'mEq/L', 'calcium', '5'],
    ['98.6', '°F', '°C', null, '37'],
    ['-40', '°C', '°F', null, '-40'],
    ['60', 'mL/min', 'L/h', null, '3.6'],
    ['1', 'mg/L', 'µg/mL', null, '1'],
    ['70', 'kg', 'g', null, '70000'],
    ['1', 'lb', 'kg', null, '0.45359237'],
    ['6', 'ft', 'cm', null, '182.88'],
    ['2', 'weeks', 'days', null, '14'],
    ['400', 'ms', 's', null, '0.4'],
    ['35', 'g/L', 'g/dL', null, '3.5'],
    ['25', 'µg/h', 'mg/day', null, '0.6'],
    ['36', 'hours', 'days', null, '1.5'],
    ['18', 'years', 'months', null, '216'],
    ['0.5', '%', '‰', null, '5'],
    ['150', 'K/uL', '10^9/L', null, '150'],
    ['1', 'mmHg', 'Pa', null, '133.322387415'],
    ['12', 'EUR/month', 'EUR/year', null, '144'],
    ['2000', 'kcal/day', 'kJ/day', null, '8368'],
  ])('%s %s is in %s %s %s', (amount, from, to, substance, expected) => {
    expect(converted(amount, from, to, substance)).toBe(expected)
  })

  // Rounded as laboratories print the factors.
  it.each([
    ['mg/dL', 'mmol/L', 'glucose', 4, '0.0555'],
    ['mg/dL', 'mmol/L', 'urea', 4, '0.1665'],
    ['mg/dL', 'mmol/L', 'urea nitrogen', 3, '0.357'],
    ['mg/dL', 'mmol/L', 'BUN', 3, '0.357'],
    ['mg/dL', 'µmol/L', 'uric acid', 2, '59.48'],
    ['mg/dL', 'mmol/L', 'cholesterol', 5, '0.02586'],
    ['mg/dL', 'mmol/L', 'triglycerides', 5, '0.01129'],
    ['mg/dL', 'mmol/L', 'calcium', 4, '0.2495'],
    ['mg/dL', 'mmol/L', 'magnesium', 4, '0.4114'],
    ['mg/dL', 'mmol/L', 'phosphate', 4, '0.3229'],
    ['g/dL', 'mmol/L', 'hemoglobin', 4, '0.6206'],
    ['ng/mL', 'nmol/L', 'digoxin', 2, '1.28'],
    ['mg/dL', 'mmol/L', 'lithium', 3, '1.441'],
    ['mg/L', 'µmol/L', 'paracetamol', 3, '6.615'],
    ['ng/mL', 'nmol/L', 'vitamin D', 3, '2.496'],
    ['pg/mL', 'pmol/L', 'vitamin B12', 3, '0.738'],
    ['ng/mL', 'nmol/L', 'folate', 2, '2.27'],
    ['µg/dL', 'nmol/L', 'cortisol', 2, '27.59'],
    ['µg/dL', 'nmol/L', 'thyroxine', 2, '12.87'],
    ['ng/dL', 'nmol/L', 'testosterone', 4, '0.0347'],
    ['µg/dL', 'µmol/L', 'iron', 3, '0.179'],
    ['mg/dL', 'mmol/L', 'lactate', 3, '0.111'],
    ['mg/dL', 'mmol/L', 'ethanol', 3, '0.217'],
  ] as const)('from %s to %s of %s goes by the factor of the tables', (from, to, substance, places, factor) => {
    expect(convert(new Decimal(1), from, to, substance).toFixed(places)).toBe(factor)
  })

  it.each([
    [
      'mg/dL',
      'µmol/L',
      null,
      'mg/dL and µmol/L convert only for a known substance: give the place one, such as substance: creatinine',
    ],
    ['mg/dL', 'µmol/L', 'constructor', '"constructor" is not a substance of the list'],
    ['mEq/L', 'mmol/L', 'glucose', 'mEq/L and mmol/L do not convert: glucose is not measured in equivalents'],
    ['months', 'days', null, 'months and days do not convert: months and years have no fixed number of days'],
    ['EUR', 'GBP', null, 'EUR and GBP do not convert: exchange rates change. Record the amount in GBP'],
    ['kg', 'mmHg', 'creatinine', 'kg and mmHg do not convert: they do not measure the same thing'],
    ['mg/dL', 'mg/kg', 'creatinine', 'mg/dL and mg/kg do not convert'],
    ['mL/min', 'mL/min/1.73m²', null, 'mL/min and mL/min/1.73m² do not convert'],
    ['IU', 'mg', 'glucose', 'IU and mg do not convert'],
    ['{score}', '%', null, '{score} and % do not convert'],
    ['mgg', 'mg', null, '"mgg" is not a unit of the list'],
  ])('of %s to %s of %s is refused: %s', (from, to, substance, message) => {
    const run = () => converted('1', from, to, substance)
    expect(run).toThrow(UnitError)
    expect(run).toThrow(message)
  })

  const below = ['L', 'dL', 'mL', 'kg', 'g', 'mmol', 'm²', 'min', 'h', 'day', 'month', 'min/1.73m²', 'kg/h', 'kg/day']
  const byDimension = Map.groupBy(
    Object.values(UNIT_ROWS)
      .flatMap((rows) => rows.map(([name]) => name))
      .flatMap((above) => [above, ...below.map((lower) => `${above}/${lower}`)])
      .filter((text) => unitNamed(text) !== null),
    (text) => unitNamed(text)!.dimension,
  )
  const threeOfOne = fc
    .constantFrom(...byDimension.values())
    .chain((units) => fc.array(fc.constantFrom(...units), { minLength: 3, maxLength: 3 }))

  it('there and back is where it began, and in steps what it is at once', () => {
    expect(byDimension.size).toBeGreaterThan(50)
    fc.assert(
      fc.property(threeOfOne, fc.integer({ min: -9999, max: 9999 }), ([one, two, three], number) => {
        const amount = new Decimal(number).dividedBy(100)
        // °C and °F add their offset, so an error is measured against that too.
        const near = (left: Decimal, right: Decimal, scale: Decimal) =>
          expect(left.minus(right).abs().lessThanOrEqualTo(scale.times('1e-32'))).toBe(true)
        const scaleOf = (right: Decimal) => right.abs().plus(unitNamed(one!)!.dimension === 'temperature' ? 500 : 0)
        const direct = convert(amount, one!, three!, null)
        near(convert(convert(amount, one!, two!, null), two!, one!, null), amount, scaleOf(amount))
        near(convert(convert(amount, one!, two!, null), two!, three!, null), direct, scaleOf(direct))
      }),
      { numRuns: 5000 },
    )
  })

  it('converts every substance there and back', () => {
    const changed = SUBSTANCE_NAMES.filter((name) => {
      const there = convert(new Decimal('1.5'), 'mg/dL', 'mmol/L', name)
      return convert(there, 'mmol/L', 'mg/dL', name).minus('1.5').abs().greaterThan('1e-32')
    })
    expect(changed).toEqual([])
  })
})

describe('molar masses', () => {
  // IUPAC Commission on Isotopic Abundances and Atomic Weights, abridged standard atomic weights 2021; lithium as
  // abridged for commerce.
  const weights = new Map(
    Object.entries({
      H: '1.008',
      Li: '6.94',
      C: '12.011',
      N: '14.007',
      O: '15.999',
      Na: '22.990',
      Mg: '24.305',
      P: '30.974',
      Cl: '35.45',
      K: '39.098',
      Ca: '40.078',
      Fe: '55.845',
      Co: '58.933',
      I: '126.90',
    }),
  )

  it.each(SUBSTANCE_NAMES.filter((name) => /^[A-Z][A-Za-z0-9]*: /.test(substanceNamed(name)!.source)))(
    '%s weighs what its formula says',
    (name) => {
      const { grams, moles, source } = substanceNamed(name)!
      const formula = source.split(':')[0]!
      const weight = [...formula.matchAll(/([A-Z][a-z]?)(\d*)/g)].reduce(
        (sum, [, element, count]) => sum.plus(new Decimal(weights.get(element!)!).times(count || 1)),
        new Decimal(0),
      )
      expect(grams.dividedBy(moles).minus(weight).abs().toNumber()).toBeLessThan(0.0011)
    },
  )

  it.each([
    ['creatinine', { C: 4, H: 7, N: 3, O: 1 }, 0.0003],
    ['bilirubin', { C: 33, H: 36, N: 4, O: 6 }, 0.0003],
  ])('the declared factor of %s is that of its formula, rounded', (name, formula, error) => {
    const weight = Object.entries(formula).reduce(
      (sum, [element, count]) => sum.plus(new Decimal(weights.get(element)!).times(count)),
      new Decimal(0),
    )
    const declared = convert(new Decimal(1), 'mg/dL', 'µmol/L', name)
    expect(new Decimal(10_000).dividedBy(weight).dividedBy(declared).minus(1).abs().toNumber()).toBeLessThan(error)
  })

  it('tells urea from its nitrogen, which weighs 2.14 times less', () => {
    const [urea, nitrogen] = ['urea', 'urea nitrogen'].map((name) => convert(new Decimal(10), 'mmol/L', 'mg/dL', name))
    expect(urea!.dividedBy(nitrogen!).toFixed(2)).toBe('2.14')
  })
})
