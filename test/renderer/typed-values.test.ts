import * as fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { rangeWords } from '../../contract/knowledge/calculator-input.ts'
import type { FormPlace } from '../../contract/knowledge/fact.ts'
import { draftOf, readDraft, typedParts, writeNumber } from '../../renderer/facts/form/typed-values.ts'
import { formatNumber } from '../../wording/format-quantity.ts'
import { MESSAGES as GERMAN } from '../../wording/messages/de/messages.ts'
import { MESSAGES as ENGLISH } from '../../wording/messages/en/messages.ts'
import { setLanguage } from '../../wording/translate.ts'
import { readTypedNumber } from '../../wording/typed-number.ts'
import { KILOGRAMS } from './build-fact-form.ts'

afterEach(() => setLanguage(ENGLISH))

describe('values as they are typed', () => {
  test('a number keeps its digits and its unit, whichever unit that is', () => {
    const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,6})(\.\d{1,6})?$/)
    const unit = fc.constantFrom('', 'kg', '%', 'mL/min', 'mL/min/1.73m2', 'µmol/L', '10^9/L')
    fc.assert(
      fc.property(digits, fc.option(digits, { nil: null }), unit, (low, high, chosen) => {
        const written = `${high === null ? low : `${low}..${high}`} ${chosen}`.trim()
        expect(writeNumber(typedParts(written))).toBe(written)
      }),
    )
  })

  test('a day stands in its field as it is typed, in the language of the window', () => {
    const place: FormPlace = { kind: 'date' }
    const shown = () => draftOf(place, '2026-11-20')
    expect([shown(), draftOf(place, null).text]).toEqual([{ text: '20/11/2026', unit: '' }, ''])
    setLanguage(GERMAN)
    expect([shown().text, readDraft(place, shown())]).toEqual(['20.11.2026', { value: '2026-11-20' }])
  })

  test('a range may be typed as people write it', () => {
    const typed = ['35 to 40', '35-40', '35–40', '35 — 40', '35..40', ' 35  to  40 ']
    expect(typed.map((amount) => writeNumber({ amount, unit: '%' }))).toEqual(typed.map(() => '35..40 %'))
    expect(writeNumber({ amount: '-5--3', unit: '' })).toBe('-5..-3')
  })

  test('a range is shown and typed in the language of the window', () => {
    setLanguage(GERMAN)
    expect(typedParts('35..40 %')).toEqual({ amount: '35 bis 40', unit: '%' })
    expect(['35 bis 40', '35–40'].map((amount) => writeNumber({ amount, unit: '%' }))).toEqual(['35..40 %', '35..40 %'])
    expect(readDraft(KILOGRAMS, { text: '58 mmHg', unit: 'kg' })).toEqual({
      problem: '„mmHg“ ist hier keine Einheit. Anzugeben in kg oder lb.',
    })
  })

  test('in German decimals stand behind a comma, as the window prints them, and units keep their points', () => {
    setLanguage(GERMAN)
    expect(draftOf(KILOGRAMS, '1.50 kg')).toEqual({ text: '1,50', unit: 'kg' })
    // Shown with its thousands, and typed without: "1.500" could be read in two ways.
    expect([rangeWords('1500 kg'), draftOf(KILOGRAMS, '1500 kg').text]).toEqual(['1.500 kg', '1500'])
    expect(typedParts('35.5..40.25 %').amount).toBe('35,5 bis 40,25')
    expect(rangeWords('59.5 mL/min/1.73m2')).toBe('59,5 mL/min/1,73m2')
    const typed = ['1,5', '-0,25', '1,500', '1.5', '0.014', '1500.125', '2,5 bis 3', '2,5–3,125']
    expect(typed.map((amount) => writeNumber({ amount, unit: '' }))).toEqual([
      '1.5',
      '-0.25',
      '1.500',
      '1.5',
      '0.014',
      '1500.125',
      '2.5..3',
      '2.5..3.125',
    ])
  })

  test('a number with the marks between its thousands is understood where nothing else can be meant', () => {
    setLanguage(GERMAN)
    const typed = ['1.500,5', '-1.234.567', '1.234.567,25', '1.500,5 bis 2.000,5', '15.00,5', '0.500,5']
    expect(typed.map((amount) => writeNumber({ amount, unit: '' }))).toEqual([
      '1500.5',
      '-1234567',
      '1234567.25',
      '1500.5..2000.5',
      null,
      null,
    ])
    setLanguage(ENGLISH)
    expect(writeNumber({ amount: '1,500.5', unit: 'kg' })).toBe('1500.5 kg')
  })

  test('a number that can be read in two ways is refused, and both are said', () => {
    const problem = 'can be read in two ways. Write 1500 or 1.500.'
    expect(readDraft(KILOGRAMS, { text: '1,500', unit: 'kg' })).toEqual({ problem: `“1,500” ${problem}` })
    setLanguage(GERMAN)
    const german = '„1.500“ lässt sich auf zwei Arten lesen. Schreiben Sie 1500 oder 1,500.'
    for (const text of ['1.500', '1.500 kg', '1.500 bis 2.000', '1–1.500', ' 1.500 lb'])
      expect(readDraft(KILOGRAMS, { text, unit: 'kg' })).toEqual({ problem: german })
  })

  test.each([ENGLISH, GERMAN])('what the window prints is read back as the same number, or refused', (messages) => {
    setLanguage(messages)
    const digits = fc.constantFrom<0 | 1 | 2 | 3 | undefined>(0, 1, 2, 3, undefined)
    const number = fc.oneof(
      fc.integer({ min: -9_999_999, max: 9_999_999 }),
      fc.double({ min: -1e7, max: 1e7, noNaN: true }),
    )
    fc.assert(
      fc.property(number, digits, (value, behind) => {
        const printed = formatNumber(value, behind)
        const read = readTypedNumber(printed)
        const isSame =
          read !== null && formatNumber(Number(read), behind) === printed && Math.abs(Number(read) - value) <= 0.5
        const isRefused = read === null && Math.abs(value) > 999
        expect([printed, read, isSame || isRefused]).toEqual([printed, read, true])
      }),
    )
  })

  test.each([ENGLISH, GERMAN])('what a field shows is read back as the value that it holds', (messages) => {
    setLanguage(messages)
    const number = fc.stringMatching(/^-?(0|[1-9]\d{0,6})(\.\d{1,6})?$/)
    fc.assert(
      fc.property(number, fc.option(number, { nil: null }), (low, high) => {
        const value = `${high === null ? low : `${low}..${high}`} kg`
        expect(readDraft(KILOGRAMS, draftOf(KILOGRAMS, value))).toEqual({ value })
      }),
    )
  })

  test('what is no number is never rounded or guessed into one', () => {
    for (const amount of ['', 'about 58', '1,5', '5 8', '1e3', '58kg', '--5', '5.', '.5', 'NaN', '35 to', '0x10'])
      expect([amount, writeNumber({ amount, unit: 'kg' })]).toEqual([amount, null])
  })

  test('a day is taken as it is written, and recorded as the calendar has it', () => {
    const read = (text: string) => readDraft({ kind: 'date' }, { text, unit: '' })
    for (const text of ['3 June 2026', '03/06/2026', '2026-06-03']) expect(read(text)).toEqual({ value: '2026-06-03' })
    expect(read('3.6.26')).toHaveProperty('problem')
  })

  test('a unit that is typed with its number counts, and one of something else is refused by name', () => {
    const place = (units: string[]): FormPlace => ({
      kind: 'number',
      unit: units[0] ?? null,
      units,
      from: null,
      to: null,
    })
    const [number, cells, plain] = [KILOGRAMS, place(['10^9/L']), place([])]
    expect(readDraft(number, { text: '128 lb', unit: 'kg' })).toEqual({ value: '128 lb' })
    expect(readDraft(number, { text: '35 to 40kg', unit: 'kg' })).toEqual({ value: '35..40 kg' })
    expect(readDraft(cells, { text: '150 10^9/L', unit: '10^9/L' })).toEqual({ value: '150 10^9/L' })
    expect(readDraft(number, { text: '58 mmHg', unit: 'kg' })).toEqual({
      problem: '“mmHg” is no unit of this. It is given in kg or lb.',
    })
    expect(readDraft(plain, { text: '2.5 mg', unit: '' })).toEqual({
      problem: '“mg” is no unit of this. It is a number without one.',
    })
    for (const text of ['about 58 kg', '5 8 kg', '35 to', 'kg'])
      expect(readDraft(number, { text, unit: 'kg' })).toHaveProperty('problem')
  })

  test('a field says what is wrong with what stands in it', () => {
    const number = KILOGRAMS
    expect(readDraft(number, { text: ' 58 ', unit: 'lb' })).toEqual({ value: '58 lb' })
    expect(readDraft(number, { text: '5 8', unit: 'kg' })).toEqual({
      problem: '“5 8” is no number. Write it like 58, 1.5 or 35 to 40.',
    })
    expect(readDraft({ kind: 'date' }, { text: '2026-02-31', unit: '' })).toHaveProperty('problem')
    expect(draftOf(number, null)).toEqual({ text: '', unit: 'kg' })
    expect(draftOf(number, '35..40 %')).toEqual({ text: '35 to 40', unit: '%' })
  })
})
