import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { IDENTITY_NUMBERS } from '../../disclosure/identifiers/patterns/numbers/identity-numbers.ts'
import { wordLists } from './word-lists.ts'

const detector = createDetector(wordLists)

function masked(text: string): string {
  return detector
    .find(text, [])
    .spans.map(({ start, end }) => text.slice(start, end))
    .join(' | ')
}

test.each(IDENTITY_NUMBERS.map(({ what, example, id }) => [what, example, id] as const))(
  '%s is masked whole: %s',
  (_what, example, id) => {
    expect(masked(example)).toContain(id)
  },
)

describe('a day without a year, and a year in words', () => {
  test.each([
    ['Seen on 12/03 and again am 24.12. in der Klinik', ['12/03', '24.12.']],
    ['geboren neunzehnhundertzweiundsechzig in Celle', ['neunzehnhundertzweiundsechzig']],
    ['He was born in nineteen sixty-two.', ['nineteen sixty-two']],
    ['née en mille neuf cent soixante-deux', ['mille neuf cent soixante-deux']],
  ])('is masked: %s', (text, days) => {
    for (const day of days) expect(masked(text)).toContain(day)
  })

  test.each(['BP 120/80 on 3 L', 'on 2.5 mg daily', 'am 1. Tag', 'a dose on 3/4 of the days'])('is not: %s', (text) => {
    expect(masked(text)).toBe('')
  })
})

describe('a number that is spelt out', () => {
  test.each([
    ['Call oh seven seven double nine one two three now', 'oh seven seven double nine one two three'],
    ['Tel. null eins sieben eins zwei drei vier', 'null eins sieben eins zwei drei vier'],
    ['llame al seis uno dos tres cuatro cinco seis', 'seis uno dos tres cuatro cinco seis'],
  ])('is masked: %s', (text, number) => {
    expect(masked(text)).toContain(number)
  })

  test('is not seen where people count', () => {
    expect(masked('One, two or three tablets, four at most, for five days.')).toBe('')
  })
})

test('an occupation that one person has in a place is masked with it', () => {
  expect(masked('the fire chief of Barmouth and the postmaster in Lodi')).toMatch(/fire chief.*postmaster/)
})

test('a personal number of Poland with a wrong digit is one all the same, behind its label', () => {
  expect(detector.find('pesel: 44051401358', []).spans).toMatchObject([{ type: 'national-id', start: 7, end: 18 }])
})
