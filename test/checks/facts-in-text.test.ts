import { expect, test } from 'vitest'
import { absentFacts } from '../../checks/absent-facts.ts'
import { factsInText } from '../../checks/facts-in-text.ts'

const values = (text: string) => factsInText(text).map(({ kind, value }) => `${kind} ${value}`)

test.each([
  ['served on 30 September 2024', ['date 2024-09-30']],
  ['served on September 30, 2024', ['date 2024-09-30']],
  ['served on the 1st of Oct. 2024', ['date 2024-10-01']],
  ['dated 2024-09-30', ['date 2024-09-30']],
  ['in March 2021', ['date 2021-03']],
  ['a rent of £1,250,000.50', ['number 1250000.5']],
  ['not less than six months, or twenty-one days', ['number 6', 'number 21']],
  ['clause 7.2.1', ['number 7.2.1']],
  ['signed by Rosalind Hollis for Marlowe Estates', ['name rosalind hollis', 'name marlowe estates']],
  ['The tenant left. Nobody came.', []],
])('reads the facts of "%s"', (text, expected) => {
  expect(values(text)).toEqual(expected)
})

test('a number in words is held by the same number in digits, a month by a day in it', () => {
  expect(absentFacts('It takes six months from March 2021.', ['6 months from 2021-03-04'], '')).toEqual([])
})

test('a changed number, date or name is named as absent', () => {
  const source = 'Marlowe Estates let it for £42,000 a year from 24 June 2019.'
  expect(absentFacts('In fact Brightwater let it for £24,000 a year from 25 June 2019.', [source], '')).toEqual([
    '25 June 2019',
    '24,000',
    'Brightwater',
  ])
})

test('a name that the question used is not absent', () => {
  expect(
    absentFacts(
      'On that day Hollis Bakery gave notice.',
      ['The Tenant gave notice.'],
      'Did Hollis Bakery give notice?',
    ),
  ).toEqual([])
})

test('a time is held by a line that has its number and its unit, not by a clause of that number', () => {
  const lease = '## 10. Notice\n\nThe tenant gives three months of notice. The term is 10 years.'
  expect(absentFacts('Notice is 10 days.', [lease], '')).toEqual(['10'])
  expect(absentFacts('The term is 10 years, notice 3 months.', [lease], '')).toEqual([])
  expect(absentFacts('It is a 10-year term.', [lease], '')).toEqual([])
})
