import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparePair } from '../../../../assistant/opinions/align/compare-pair.ts'
import { claim, read } from './claims.ts'

const state = (one: string, other: string) => comparePair(read(claim(one)), read(claim(other))).state
const cited = (one: string, other: string) => comparePair(read(claim(one, 1)), read(claim(other, 1))).state

const SUBJECTS = [
  'The notice',
  'Her creatinine',
  'The tenant’s deposit',
  'The dose of apixaban',
  'No claim',
  'The left kidney',
]
const VERBS = ['was', 'was not', 'may be', 'must be', 'is certainly', 'is possibly', 'was never']
const ENDS = ['served', 'raised', 'lowered', 'valid', 'invalid', 'paid in full', 'unpaid', 'refused', 'granted']
const VALUES = [
  '',
  ' at 5 mg',
  ' at 141 µmol/L',
  ' on 3 March 2025',
  ' within six months',
  ' at 24,000 a year',
  ' by 30/09/2024',
]
const sentence = fc
  .tuple(...[SUBJECTS, VERBS, ENDS, VALUES].map((parts) => fc.constantFrom(...parts)))
  .map(([subject, verb, end, value]) => `${subject} ${verb} ${end}${value}.`)
const span = fc.constantFrom(null, 1, 500)

describe('two sentences', () => {
  test('stand to each other the same either way round', () => {
    fc.assert(
      fc.property(sentence, span, sentence, span, (one, from, other, to) => {
        const [a, b] = [read(claim(one, from)), read(claim(other, to))]
        expect(comparePair(b, a)).toEqual(comparePair(a, b))
      }),
    )
  })

  test('agree where they are the same', () => {
    fc.assert(
      fc.property(sentence, (one) => {
        expect(state(one, `  “${one}”  `)).toBe('agree')
      }),
    )
  })

  test('differ where one number is another one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SUBJECTS),
        fc.constantFrom('mg', 'days', 'months', '%', 'kg', 'mmHg'),
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 9999 }),
        (subject, unit, one, other) => {
          fc.pre(one !== other)
          expect(state(`${subject} stands at ${one} ${unit}.`, `${subject} stands at ${other} ${unit}.`)).toBe('differ')
        },
      ),
    )
  })

  test.each([
    ['The dose was 0.5 g.', 'The dose was 500 mg.', 'agree'],
    ['The dose was 5 mg.', 'The dose was 5 mcg.', 'differ'],
    ['The term is three years.', 'The term is 36 months.', 'agree'],
    ['The fee is 1,200 a year.', 'The fee is 100 a month.', 'agree'],
    ['The fee is 1,200 a year.', 'The fee is 1,200 a month.', 'differ'],
    ['The sale was on 4 May 2021.', 'The sale was on 2021-05-04.', 'agree'],
    ['The sale was on 4 May 2021.', 'The sale was on 05/05/2021.', 'differ'],
    ['The sale was in May 2021.', 'The sale was on May 4th, 2021.', 'agree'],
    ['Temperature 39.2 °C.', 'Temperature 102.6 °F.', 'agree'],
  ])('%s / %s: numbers and days count in whatever unit they are written: %s', (one, other, expected) => {
    expect(state(one, other)).toBe(expected)
  })

  test.each([
    ['The appeal was allowed.', 'The appeal was refused.', 'differ'],
    ['The appeal was allowed.', 'The appeal was not refused.', 'agree'],
    ['The clause is enforceable.', 'The clause is unenforceable.', 'differ'],
    ['The vendor shall deliver the keys.', 'The vendor may deliver the keys.', 'differ'],
    ['The scan certainly shows a stroke.', 'The scan possibly shows a stroke.', 'differ'],
    ['No murmur was heard.', 'There was no murmur.', 'agree'],
    ['A murmur was heard.', 'No murmur was heard.', 'differ'],
  ])('%s / %s: what is denied, bound or hedged in other words: %s', (one, other, expected) => {
    expect(state(one, other)).toBe(expected)
  })

  test('speak of different things where they share neither words nor source', () => {
    expect(state('The rent is due.', 'A surveyor visited the house.')).toBe('other')
  })

  test('of one source in other words are left to be judged', () => {
    expect(cited('The tenant quit the house.', 'They handed the keys back.')).toBe('unclear')
  })
})
