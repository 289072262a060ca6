import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareClaims } from '../../../../assistant/answers/tally/compare-claims.ts'
import { comparisonQuestion } from '../../../../assistant/answers/tally/comparison-question.ts'
import { statedValue } from '../../../../assistant/answers/tally/stated-value.ts'
import { someClaim } from '../../../renderer/samples.ts'

const claim = (index: number, text: string, quote = text) =>
  someClaim({
    index,
    text,
    verdict: 'unchecked',
    citations: [{ ...someClaim().citations[0]!, source: `S${index}`, quote }],
  })
const compare = (question: string, ...texts: readonly string[]) => {
  const asked = comparisonQuestion(question)
  return (
    asked &&
    compareClaims(
      asked,
      texts.map((text, index) => claim(index, text)),
    )
  )
}

describe('which of two', () => {
  test.each([
    ['Whose judgment is earlier, G. Torres or J. Gonzalez?', 'day', 'least'],
    ['According to both letters, which term is longer, Ashton or Glenwood?', 'length', 'greatest'],
    ['Who paid more: Mr Dale or Ms Crowe?', 'amount', 'greatest'],
  ])('is asked: %s', (question, measure, wanted) => {
    expect(comparisonQuestion(question)).toMatchObject({ measure, wanted })
  })

  test.each(['Who is the landlord?', 'Is the notice longer than six months?', 'Which comes first?'])(
    'is not asked: %s',
    (question) => expect(comparisonQuestion(question)).toBeNull(),
  )

  test('is said with both values, each cited by its own words', () => {
    const made = compare(
      'Whose judgment is earlier, G. Torres or J. Gonzalez?',
      'The judgment on G. Torres is of 20 April 2023.',
      'The judgment on J. Gonzalez was given on 1st March, 2023.',
    )
    expect(made?.text).toBe('Earlier: J. Gonzalez, 1st March, 2023; the other: G. Torres, 20 April 2023.')
    expect(made).toMatchObject({ index: 2, verdict: 'computed', citations: [{ source: 'S0' }, { source: 'S1' }] })
  })

  test('knows a year for twelve months, and says when both are the same', () => {
    const question = 'Whose sentence is longer, A. Fox or B. Hen?'
    expect(compare(question, 'A. Fox got two years.', 'B. Hen got 30 months.')?.text).toMatch(
      /^Longer: B\. Hen, 30 months/,
    )
    expect(compare(question, 'A. Fox got two years.', 'B. Hen got 24 months.')?.text).toMatch(/^The same for both: /)
    expect(compare(question, 'A. Fox got two years.', 'B. Hen got one year and 13 months.')?.text).toMatch(/^Longer: B/)
  })

  test.each([
    ['one of them has none', 'A. Fox got two years.', 'B. Hen got a fine.'],
    ['one of them has two', 'A. Fox got two years.', 'B. Hen got three years, then one year.'],
    ['nobody knows how many days a month has', 'A. Fox got two months.', 'B. Hen got 60 days.'],
    ['a sentence names both', 'A. Fox and B. Hen got two years.', 'B. Hen got one year.'],
  ])('is left alone where %s', (_, ...texts) => {
    expect(compare('Whose sentence is longer, A. Fox or B. Hen?', ...texts)).toBeNull()
  })

  test('is not taken from a sentence whose quote does not hold the value', () => {
    const asked = comparisonQuestion('Whose sentence is longer, A. Fox or B. Hen?')!
    const claims = [claim(0, 'A. Fox got two years.'), claim(1, 'B. Hen got five years.', 'B. Hen was sentenced.')]
    expect(compareClaims(asked, claims)).toBeNull()
  })

  test('is the same whichever is named first', () => {
    const months = fc.integer({ min: 2, max: 400 })
    fc.assert(
      fc.property(months, months, (fox, hen) => {
        const texts = [`A. Fox got ${fox} months.`, `B. Hen got ${hen} months.`]
        const [there, back] = ['A. Fox or B. Hen', 'B. Hen or A. Fox'].map(
          (names) => compare(`Whose sentence is longer, ${names}?`, ...texts)?.text ?? '',
        )
        const longer = fox === hen ? /^The same/ : fox > hen ? /^Longer: A/ : /^Longer: B/
        expect(there).toMatch(longer)
        expect(back).toMatch(longer)
      }),
    )
  })
})

test('a value is one day, length or amount, and none where a text has several', () => {
  expect(statedValue('On 1 May 2024 and 2024-05-01', 'day')?.rank).toBe('2024-05-01')
  expect(statedValue('from 1 May 2024 to 2 May 2024', 'day')).toBeNull()
  expect(statedValue('three years and six months', 'length')).toEqual({
    unit: 'months',
    rank: 42,
    said: 'three years and six months',
  })
  expect(statedValue('£1,200 a year', 'amount')?.said).toBe('£1,200')
})
