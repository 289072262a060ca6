import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparingOf, conclude, partOfEach } from '../../../../assistant/answers/coverage/conclude-comparison.ts'
import { askedParts } from '../../../../checks/asked-parts.ts'
import { statementOf } from '../../../../checks/claim-statement.ts'
import type { Claim } from '../../../../contract/answers/answer.ts'
import { someClaim } from '../../../renderer/samples.ts'

function concluded(question: string, one: readonly string[], other: readonly string[]): string | null {
  const comparing = comparingOf(question)
  const [part] = askedParts(question, new Set())
  if (!comparing || !part) return null
  const compared = (name: string, texts: readonly string[]) => ({
    name,
    part: partOfEach(part, comparing),
    sentences: texts.map((text) => ({
      said: statementOf(text),
      around: statementOf(text),
      label: '',
      documentHas: () => true,
      claim: someClaim({ text }) as Claim,
    })),
  })
  return conclude(comparing, [compared('Roe', one), compared('Doe', other)], 2)?.text ?? null
}

test.each([
  [
    'Who was admitted earlier, Roe or Doe?',
    ['Admission: 21 October 2024'],
    ['Admission: 12 February 2024'],
    'Roe: 21 October 2024; Doe: 12 February 2024. Earlier: Doe.',
  ],
  [
    'Whose sentence is longer, Roe or Doe?',
    ['Sentence: 5 years'],
    ['Sentence: Life imprisonment'],
    'Roe: 5 years; Doe: life. Longer: Doe.',
  ],
  [
    'Whose term is shorter, Roe or Doe?',
    ['The term is two years.'],
    ['The term is 30 months.'],
    'Roe: two years; Doe: 30 months. Shorter: Roe.',
  ],
  [
    'Whose temperature was higher, Roe or Doe?',
    ['Temperature: 38.5 °C'],
    ['Temperature: 36.7 °C'],
    'Roe: 38.5 °C; Doe: 36.7 °C. Higher: Roe.',
  ],
  ['Who is older, Roe or Doe?', ['Age: 73'], ['The patient is 82 years old.'], 'Roe: 73; Doe: 82 years. Older: Doe.'],
  [
    'Whose pulse rate is higher, Roe or Doe?',
    ['Pulse: 105 bpm'],
    ['Pulse: 80 beats per minute'],
    'Roe: 105 bpm; Doe: 80 beats per minute. Higher: Roe.',
  ],
  [
    'Whose rent is lower, Roe or Doe?',
    ['The rent is £900.'],
    ['The rent is £900.'],
    'Roe: £900; Doe: £900. Both are the same.',
  ],
])('%s', (question, one, other, text) => {
  expect(concluded(question, one, other)).toBe(text)
})

test.each([
  ['with no value of one of them', 'Who was admitted earlier, Roe or Doe?', ['Admission: 21 October 2024'], []],
  [
    'of a day with a year and one without',
    'Who was admitted earlier, Roe or Doe?',
    ['Admission: 21 October 2024'],
    ['Admission: 12 February'],
  ],
  [
    'of a day that may be read in two ways',
    'Who was admitted earlier, Roe or Doe?',
    ['Admission: 03/05/2024'],
    ['Admission: 4 May 2024'],
  ],
  ['of other units', 'Whose rent is lower, Roe or Doe?', ['The rent is £900.'], ['The rent is $800.']],
  [
    'of another thing',
    'Who was admitted earlier, Roe or Doe?',
    ['Discharge: 21 October 2024'],
    ['Admission: 12 February 2024'],
  ],
  [
    'of what no figure ranks',
    'Whose crime is more serious, Roe or Doe?',
    ['The crime is theft.'],
    ['The crime is fraud.'],
  ],
])('nothing is concluded %s', (_why, question, one, other) => {
  expect(concluded(question, one, other)).toBeNull()
})

test('the earlier of two days is named whichever comes first', () => {
  const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  const written = (date: Date) =>
    date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  fc.assert(
    fc.property(day, day, (one, other) => {
      const text = concluded(
        'Who was admitted earlier, Roe or Doe?',
        [`Admission: ${written(one)}`],
        [`Admission: ${written(other)}`],
      )
      const [first, second] = [one, other].map((date) => date.toISOString().slice(0, 10)) as [string, string]
      const outcome = first === second ? 'Both are the same.' : `Earlier: ${first < second ? 'Roe' : 'Doe'}.`
      expect(text).toBe(`Roe: ${written(one)}; Doe: ${written(other)}. ${outcome}`)
    }),
  )
})
