import { expect, test } from 'vitest'
import { absentFacts } from '../../checks/absent-facts.ts'
import { factsInText } from '../../text/text-facts.ts'

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
  ['It is in clause 7.2. 2023 brought a new rent.', ['number 7.2', 'number 2023']],
  ['am 3. 4. 2021', ['date 2021-04-03']],
  ['by 31/05/2023, 31.5.2023 or 05.12.2023', ['date 2023-05-31', 'date 2023-05-31', 'date 2023-12-05']],
  ['by 5/12/2023, or 05/12/23', ['date 05/12/2023', 'date 05/12/23']],
  ['a ratio of 45/50/2023', ['number 45', 'number 50', 'number 2023']],
  ['am 3. März 2021, le 1er août 2022', ['date 2021-03-03', 'date 2022-08-01']],
  ['dal 4 maggio 2020, el 5 de enero de 2019', ['date 2020-05-04', 'date 2019-01-05']],
  ['a sum of 1 200 euros, €3 400 and 12\u2009500 kg', ['number 1200', 'number 3400', 'number 12500']],
  ['sodium 138 141 mmol', ['number 138', 'number 141']],
  ['twenty thousand pounds, a hundred and twenty or one million', ['number 20000', 'number 120', 'number 1000000']],
  ['two million three hundred and five thousand and six', ['number 2305006']],
  ['five, six and seven; one of them', ['number 5', 'number 6', 'number 7']],
  ['a dose of .5 mg (.25 before), see sec.5', ['number 0.5', 'number 0.25', 'number 5']],
  ['a score of -2.5 (−1.5 before, then minus 3)', ['number -2.5', 'number -1.5', 'number -3']],
  [
    'in 5-10, 5 -10 or 5 mg -10 mg\n-7 of x-19',
    ['5', '10', '5', '10', '5', '10', '7', '19'].map((value) => `number ${value}`),
  ],
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
  expect(absentFacts('Notice is 10 days.', [lease], '')).toEqual(['10 days'])
  expect(absentFacts('The term is 10 years, notice 3 months.', [lease], '')).toEqual([])
  expect(absentFacts('It is a 10-year term.', [lease], '')).toEqual([])
})

test.each([
  ['The dose of apixaban was 5 mg.', 'She takes apixaban 2.5 mg twice daily.', '5'],
  ['The potassium was 1 mmol/L.', 'Potassium 5.1 mmol/L.', '1'],
  ['He owes 250 pounds.', 'He owes £1,250.', '250'],
  ['He owes 200 euros.', 'He owes 1 200 euros.', '200'],
  ['Interest is 14 per cent.', 'Interest is 4.14 per cent.', '14'],
  ['It is due by 05/12/2023.', 'It is due by 12/05/2023.', '05/12/2023'],
  ['It is vitamin B6.', 'Vitamin B12, 6 mg.', 'B6'],
  ['It is 12 mg.', 'Seen on 12 May 2023.', '12'],
])('a number is not held by a piece of another number or day: %s | %s', (sentence, source, absent) => {
  expect(absentFacts(sentence, [source], '')).toEqual([absent])
})

test.each([
  ['It was in 2023, on the 12th.', 'Seen on 12 May 2023.'],
  ['Section 7 says so.', '7.2 The tenant pays.'],
  ['Clause 3 applies.', 'Clauses 1,2,3 apply.'],
  ['It is 5.0 mg of B12.', 'B12: 5 mg.'],
  ['Er zahlte am 5. Mai 2023.', 'Gezahlt 05.05.2023.'],
  ['He owes 1,200 euros.', 'He owes 1 200 euros.'],
])('a number is held by the same number, year, day or chapter, however it is written: %s | %s', (sentence, source) => {
  expect(absentFacts(sentence, [source], '')).toEqual([])
})

test('the possessive of a name is the name', () => {
  expect(absentFacts('It was the Landlord’s solicitor.', ['The solicitor of the Landlord came.'], '')).toEqual([])
  expect(absentFacts("It was the Landlord's Solicitor.", ['The Solicitor of the Landlord came.'], '')).toEqual([])
  expect(absentFacts('It was the Tenants’ rent.', ['The rent of the Tenants.'], '')).toEqual([])
  expect(absentFacts("It was Hollis's bakery, not the Landlord's.", ["It is the tenant's bakery."], '')).toEqual([
    'Hollis',
    'Landlord',
  ])
})
