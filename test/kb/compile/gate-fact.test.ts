import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { gateFact, gateGoal, statementOf } from '../../../kb/compile/gate-fact.ts'
import { readArgumentText, readFactText, readGoalText } from '../../../kb/language/read-fact-text.ts'
import { writeFactText } from '../../../kb/language/statement.ts'
import { packOf } from './good-pack.ts'
import { worded } from '../worded-problem.ts'

const { program } = compilePacks([packOf()])
if (!program) throw new Error('the good pack did not compile')
const { vocabulary } = program
const gate = (text: string) => gateFact(readFactText(text).statement, vocabulary)
/** What a fact is kept as, written in the units of its relation. */
const kept = (text: string) => {
  const { fact, problem } = gate(text)
  return fact ? writeFactText(statementOf(fact, vocabulary)) : problem
}

describe('the gate for facts', () => {
  it.each([
    ['has(p, af)', 'has(p, af)'],
    ['no has(p, af) @2026-06-01', 'no has(p, af) @2026-06-01'],
    ['weight(p, 58000 g)', 'weight(p, 58 kg)'],
    ['weight(p, 50..60 kg)', 'weight(p, 50..60 kg)'],
    ['creatinine(p, 88.4 umol/L)', 'creatinine(p, 1 mg/dL)'],
    ['creatinine(p, 88.4 μmol/L)', 'creatinine(p, 1 mg/dL)'],
    ['bilirubin(p, 17.1 µmol/L)', 'bilirubin(p, 1 mg/dL)'],
    ['temperature(p, 95 °F)', 'temperature(p, 35 °C)'],
    ['born(p, 1948-02-11)', 'born(p, 1948-02-11)'],
    ['born(p, 1948-01-01..1948-12-31)', 'born(p, 1948-01-01..1948-12-31)'],
    ['born(p, ..1948-12-31)', 'born(p, ..1948-12-31)'],
    ['has(\'Jo "J" Smith\', af)', 'has("Jo \\"J\\" Smith", af)'],
    ['has(p, af) from 2026-01-01 to 2026-01-01', 'has(p, af) from 2026-01-01 to 2026-01-01'],
  ])('keeps %s as %s', (text, expected) => {
    expect(kept(text)).toBe(expected)
  })

  it('takes an open end to the bound of the place', () => {
    expect(kept('weight(p, ..40 kg)')).toBe('weight(p, 0.3..40 kg)')
    expect(kept('weight(p, 40.. kg)')).toBe('weight(p, 40..500 kg)')
  })

  it.each([
    ['hass(p, af)', 'relation', 'UNKNOWN_RELATION', /"has"/],
    ['constructor(p)', 'relation', 'UNKNOWN_RELATION', /^There are: has, sex, born, .*, due\.$/],
    ['has(p)', 'relation', 'ARITY', /has\(patient, condition\)/],
    ['today(2026-01-01)', 'relation', 'WRONG_SHAPE', /another day/],
    ['has(p, bleedng)', 1, 'UNKNOWN_NAME', /"bleeding"/],
    ["has(p, 'Active Bleeding')", 1, 'UNKNOWN_NAME', /Write bleeding/],
    ['sex(p, constructor)', 1, 'UNKNOWN_NAME', /female, male/],
    ["has('', af)", 0, 'UNKNOWN_NAME', /short name/],
    ["has(' p', af)", 0, 'UNKNOWN_NAME', /short name/],
    ["has('p\nq', af)", 0, 'UNKNOWN_NAME', /short name/],
    ["has('p\u202eq', af)", 0, 'UNKNOWN_NAME', /short name/],
    ['has(5, af)', 0, 'TYPE', /quotes/],
    ['weight(p, heavy)', 1, 'TYPE', /5 kg/],
    ['born(p, 1948)', 1, 'TYPE', /2026-06-01/],
    ['weight(p, 58)', 1, 'UNIT', /Write 58 kg/],
    ['weight(p, 58 cm)', 1, 'UNIT', /in kg/],
    ['weight(p, 58 kgs2)', 1, 'UNKNOWN_UNIT', /kg/],
    ['score(p, 5 kg)', 1, 'UNIT', /alone/],
    ['weight(p, 580 kg)', 1, 'RANGE', /unit/],
    ['weight(p, 0.1..5 kg)', 1, 'RANGE', /unit/],
    ['weight(p, 60..50 kg)', 1, 'RANGE', /50\.\.60/],
    ['weight(p, 58.12345678901234567890123456789012345 kg)', 1, 'TYPE', /digits/],
    ['born(p, 2026-02-31)', 1, 'IMPOSSIBLE_DATE', /existing day/],
    ['born(p, 2026-02-01..2026-01-01)', 1, 'ORDER_OF_DATES', /2026-01-01\.\.2026-02-01/],
    ['has(p, af) @2026-13-01', 'at', 'IMPOSSIBLE_DATE', /existing day/],
    ['has(p, af) from 2026-02-30', 'validFrom', 'IMPOSSIBLE_DATE', /existing day/],
    ['has(p, af) to 0000-01-01', 'validTo', 'IMPOSSIBLE_DATE', /existing day/],
    ['has(p, af) from 2026-02-01 to 2026-01-01', 'validTo', 'ORDER_OF_DATES', /from 2026-01-01/],
  ])('refuses %s', (text, part, code, fix) => {
    const { fact, problem } = gate(text)
    expect(fact).toBeNull()
    expect(problem && worded(problem)).toMatchObject({ part, code, fix: expect.stringMatching(fix) })
  })

  it('takes the values of a form one by one', () => {
    const args = ['p', '58000 g'].map(readArgumentText)
    const { fact } = gateFact(
      { relation: 'weight', args, holds: 'yes', at: null, validFrom: null, validTo: null },
      vocabulary,
    )
    expect(fact && writeFactText(statementOf(fact, vocabulary))).toBe('weight(p, 58 kg)')
  })

  it('reads back what it has kept, and refuses the rest in words, whatever fields it is given', () => {
    let accepted = 0
    fc.assert(
      fc.property(statements, (one) => {
        const { fact, problem } = gateFact(one, vocabulary)
        expect(problem ? Object.values(worded(problem)) : []).not.toContain('')
        if (fact) accepted++
        const text = fact ? writeFactText(statementOf(fact, vocabulary)) : 'has(p, nothing)'
        // It is written in the unit of its relation.
        expect(gateFact(readFactText(text).statement, vocabulary).fact).toEqual(fact && { ...fact, own: undefined })
      }),
      { numRuns: 3000 },
    )
    expect(accepted).toBeGreaterThan(100)
  })
})

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('__proto__', 'constructor', '', '58', 'kg', '2026-02-31'),
)
const days = fc.constantFrom('2026-01-01', '1948-02-11', '2024-02-29')
const mostly = <T>(usual: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: seldom })
const range = (usual: fc.Arbitrary<string>) =>
  mostly(
    usual.map((one) => ({ low: one as string | null, high: one as string | null })),
    fc.record({ low: fc.option(mostly(usual, odd)), high: fc.option(mostly(usual, odd)) }),
  )
const name = mostly(fc.constantFrom('p', 'af', 'female', 'oral_anticoagulation', 'Jo "J" \\ Smith'), odd)
const numbers = fc.integer({ min: 1, max: 400 }).map((one) => String(one / 4))
const units = fc.constantFrom(null, 'kg', 'lb', 'mg/dL', 'µmol/L', 'cm', '°F', 'years')
const argument = fc.oneof(
  name.map((one) => ({ kind: 'name' as const, name: one })),
  fc.tuple(range(numbers), mostly(units, odd)).map(([ends, unit]) => ({ kind: 'number' as const, ...ends, unit })),
  range(days).map((ends) => ({ kind: 'date' as const, ...ends })),
)
const statements = fc.record({
  relation: mostly(fc.constantFrom(...vocabulary.relations.keys()), odd),
  args: mostly(
    fc.tuple(fc.constant({ kind: 'name' as const, name: 'p' }), argument),
    fc.array(argument, { maxLength: 3 }),
  ),
  holds: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
  at: fc.option(mostly(days, odd)),
  validFrom: fc.option(mostly(fc.constant('2026-01-01'), odd)),
  validTo: fc.option(mostly(fc.constant('2026-01-02'), odd)),
})

describe('the gate for questions', () => {
  const goal = (text: string) => gateGoal(readGoalText(text).goal, vocabulary)

  it('converts values and leaves variables open', () => {
    const { atom } = goal('weight(?who, 58000 g)')
    expect(
      atom?.terms.map((term) =>
        term.kind === 'constant' && term.value.kind === 'number' ? term.value.low.toFixed() : term.kind,
      ),
    ).toEqual(['variable', '58'])
  })

  it.each([
    ['hass(p, ?_)', 'relation', 'UNKNOWN_RELATION'],
    ['smokes(p, ?_)', 'relation', 'UNKNOWN_RELATION'],
    ['has(p, bleedng)', 1, 'UNKNOWN_NAME'],
    ['weight(p, 58)', 1, 'UNIT'],
  ])('refuses %s', (text, part, code) => {
    expect(goal(text).problem).toMatchObject({ part, code })
  })

  it('may ask what day it is', () => {
    expect(goal('today(?d)').problem).toBeNull()
  })
})
