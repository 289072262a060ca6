import { afterEach, expect, test } from 'vitest'
import { partWords, pointsWords, sumWords } from '../../contract/knowledge/proof-words.ts'
import { rangeWords } from '../../contract/knowledge/calculator-input.ts'
import { formatFigure } from '../../wording/figure.ts'
import { MESSAGES as GERMAN } from '../../wording/messages/de/messages.ts'
import { MESSAGES as ENGLISH } from '../../wording/messages/en/messages.ts'
import { unitWords } from '../../wording/phrases.ts'
import { setLanguage } from '../../wording/translate.ts'

afterEach(() => setLanguage(ENGLISH))

const NUMBERS = ['30.30', '-0.5', '1200', '1234567.891', '12345678901234567890.123456789012345678', '1.5e-20', 'rund 3']

test('a number of a rule keeps each of its digits, with the marks of German, and is left as it is in English', () => {
  expect(NUMBERS.map(formatFigure)).toEqual(NUMBERS)
  setLanguage(GERMAN)
  expect(NUMBERS.map(formatFigure)).toEqual([
    '30,30',
    '-0,5',
    '1.200',
    '1.234.567,891',
    '12.345.678.901.234.567.890,123456789012345678',
    '1,5e-20',
    'rund 3',
  ])
})

test('points, ranges and units are read with the marks of German', () => {
  setLanguage(GERMAN)
  expect(sumWords({ low: '1.5', high: '1500' })).toBe('1,5 bis 1.500')
  expect([partWords({ low: '2.5', high: '2.5' }), partWords({ low: '0', high: '2.5' })]).toEqual(['+2,5', '0 oder 2,5'])
  expect(pointsWords({ low: '0', high: '1.5' })).toBe('0 oder 1,5')
  expect([rangeWords('1500.5 mg'), rangeWords('35.5..40 %')]).toEqual(['1.500,5 mg', '35,5 bis 40 %'])
  expect(unitWords('mL/min/1.73m2')).toBe('mL/min/1,73m2')
})
