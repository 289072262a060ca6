import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReadError } from '../../../kb/language/syntax.ts'
import { readFactText, readGoalText } from '../../../kb/language/read-fact-text.ts'
import { type Argument, type Statement, writeFactText } from '../../../kb/language/statement.ts'
import { englishText } from '../../../wording/message-text.ts'

describe('a fact in text', () => {
  it('has a day, a period and values with units', () => {
    expect(readFactText('weight(patient, 58 kg) @2026-06-01 from 2026-01-01 to 2026-12-31').statement).toEqual({
      relation: 'weight',
      args: [
        { kind: 'name', name: 'patient' },
        { kind: 'number', low: '58', high: '58', unit: 'kg' },
      ],
      holds: 'yes',
      at: '2026-06-01',
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
    })
  })

  it.each([
    ['has(p, af)', 'yes'],
    ['no has(p, af)', 'no'],
    ['unknown has(p, af)', 'unknown'],
    ['no(p)', 'yes'],
    ['unknown(p)', 'yes'],
  ])('%s holds: %s', (text, holds) => {
    expect(readFactText(text).statement.holds).toBe(holds)
  })

  it.each([
    ['f(35..40 %)', { kind: 'number', low: '35', high: '40', unit: '%' }],
    ['f(..40 %)', { kind: 'number', low: null, high: '40', unit: '%' }],
    ['f(35.. %)', { kind: 'number', low: '35', high: null, unit: '%' }],
    ['f(-3..-1 °C)', { kind: 'number', low: '-3', high: '-1', unit: '°C' }],
    ['f(70 /min)', { kind: 'number', low: '70', high: '70', unit: '/min' }],
    ['f(250 10^9/L)', { kind: 'number', low: '250', high: '250', unit: '10^9/L' }],
    ['f(2020-01-01..2020-03-31)', { kind: 'date', low: '2020-01-01', high: '2020-03-31' }],
    ['f(..2020-03-31)', { kind: 'date', low: null, high: '2020-03-31' }],
    ["f('J. Marsh')", { kind: 'name', name: 'J. Marsh' }],
  ])('%s has a value of its kind', (text, argument) => {
    expect(readFactText(text).statement.args).toEqual([argument])
  })

  it.each([
    ['has(?p, af)', 4, /itself/],
    ['not has(p, af)', 0, /no has/],
    ['weight(p, 58,5 kg)', 10, /58\.5/],
    ['weight(p, 58 kg) @yesterday', 18, /2026-06-01/],
    ['born(p, 1.2.1948)', 11, /comma/],
    ['born(p, 1948-2-11)', 8, /four, two and two/],
    ['has(p, af', 9, /close the bracket/],
    ['has(p, af) and more', 11, /may follow/],
    ['has p', 4, /brackets/],
    ['', 0, /has\(patient/],
    ['f(..)', 4, /range/],
    ['f(1..2026-01-01)', 2, /range/],
  ])('%s is refused at its place', (text, offset, fix) => {
    const error = errorOf(() => readFactText(text))
    expect([error?.offset, error && englishText(error.fix)]).toEqual([offset, expect.stringMatching(fix)])
  })

  it('written and read again is the same', () => {
    fc.assert(
      fc.property(statements, (statement) => {
        expect(readFactText(writeFactText(statement)).statement).toEqual(statement)
      }),
      { numRuns: 2000 },
    )
  })

  it('made of any other text is refused at a place inside it, and nothing crashes', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      statements.chain((one) => damaged(writeFactText(one))),
    )
    fc.assert(
      fc.property(text, (one) => {
        const error = errorOf(() => readFactText(one))
        const isRight = !error || (error.offset <= one.length && englishText(error.fix) !== '')
        expect(isRight).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('a question in text', () => {
  it('may have variables, and any at all', () => {
    expect(readGoalText('dose(patient, ?what, 5 mg, ?_)').goal).toEqual({
      relation: 'dose',
      terms: [
        { kind: 'name', name: 'patient' },
        { kind: 'variable', name: 'what' },
        { kind: 'number', low: '5', high: '5', unit: 'mg' },
        { kind: 'anything' },
      ],
    })
  })

  it('is one relation', () => {
    expect(errorOf(() => readGoalText('a(b) c(d)'))?.offset).toBe(5)
  })
})

function errorOf(read: () => unknown): ReadError | null {
  try {
    read()
    return null
  } catch (error) {
    if (error instanceof ReadError) return error
    throw error
  }
}

/** One character dropped, doubled or replaced. */
function damaged(text: string): fc.Arbitrary<string> {
  const other = fc.constantFrom('', '(', ')', '"', '\\', '.', '..', ',', '@', '?', ' ', '9', '-', 'é', '\u0000')
  return fc
    .tuple(fc.nat(text.length), other)
    .map(([at, replacement]) => text.slice(0, at) + replacement + text.slice(at + 1))
}

const word = fc.stringMatching(/^[a-z_][a-z0-9_]{0,12}$/)
const digits = fc.oneof(
  fc.integer({ min: -9999, max: 99_999 }).map(String),
  fc.stringMatching(/^-?(0|[1-9]\d{0,4})\.\d{1,4}$/),
)
const day = fc
  .date({ min: new Date('1600-01-01'), max: new Date('2400-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const unit = fc.constantFrom(
  null,
  'kg',
  'mg/dL',
  'µmol/L',
  '%',
  '°C',
  '/min',
  '10^9/L',
  'mL/min/1.73m²',
  'pack-years',
  '€',
  'years',
)

function rangeOf<T>(value: fc.Arbitrary<T>) {
  return fc.oneof(
    value.map((one) => ({ low: one as T | null, high: one as T | null })),
    fc.tuple(value, value).map(([low, high]) => ({ low: low as T | null, high: high as T | null })),
    value.map((low) => ({ low: low as T | null, high: null })),
    value.map((high) => ({ low: null, high: high as T | null })),
  )
}

const argument: fc.Arbitrary<Argument> = fc.oneof(
  word.map((name) => ({ kind: 'name' as const, name })),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((name) => ({ kind: 'name' as const, name: name.normalize('NFC') })),
  fc
    .constantFrom('no', 'not', 'in', 'as', 'from', 'to', 'a"b', "it's", 'back\\slash', '2026-01-01', '5 kg')
    .map((name) => ({ kind: 'name' as const, name })),
  fc.tuple(rangeOf(digits), unit).map(([range, one]) => ({ kind: 'number' as const, ...range, unit: one })),
  rangeOf(day).map((range) => ({ kind: 'date' as const, ...range })),
)

const statements: fc.Arbitrary<Statement> = fc.record({
  relation: word,
  args: fc.array(argument, { maxLength: 6 }),
  holds: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
  at: fc.option(day),
  validFrom: fc.option(day),
  validTo: fc.option(day),
})
