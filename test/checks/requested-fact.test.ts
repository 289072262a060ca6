import { describe, expect, test } from 'vitest'
import { endsBeforeTheDate, lacksRequestedFact } from '../../checks/requested-fact.ts'

test.each([
  ['On which date was it made or does it take effect?', 'Buyer accepts full responsibility for compliance.'],
  ['On which date was it made?', 'The agreement was made on that date.'],
  ['How many children does he have?', 'He has children.'],
  ['How many rent payments were made in 2019?', 'The rent payments were made in 2019.'],
  ['How old is the patient?', 'The patient is male and lives in a flat.'],
  ['What is the judgment date?', 'The judgment was given by the Court of Ashton.'],
  ['What is the commencement date?', 'The Commencement Date is set.'],
])('neither a date nor a number: %s %s', (question, sentence) => {
  expect(lacksRequestedFact(question, [sentence])).toBe(true)
})

// Right answers of clinicians and lawyers, which must not be called uncertain.
test.each([
  ['On which date was it made?', 'It was made on 3 May 2019.'],
  ['What is the commencement date?', 'The commencement date is the Effective Date.'],
  ['On which date does it end?', 'It ends on the date of signature by both parties.'],
  ['In which month is it due?', 'It is due every May.'],
  ['What date was it signed?', 'The copy is not dated.'],
  ['How many children does he have?', 'He has no children.'],
  ['How many children does he have?', 'He has a son and a daughter.'],
  ['How many children does he have?', 'Two.'],
  ['How old is she?', 'She is an adult.'],
  ['How many of the 5 doses were given?', '5 doses were given.'],
  ['On what date was it served?', 'The date cannot be known.'],
  ['How much aspirin was given?', 'The dose was not recorded.'],
  ['How much notice must he give?', 'He must give reasonable notice.'],
  ['How much is the ground rent?', 'A peppercorn.'],
  ['How much does he smoke?', 'He is a non-smoker.'],
  ['When does the lease end?', 'It ends upon notice.'],
  ['When is payment due?', 'Payment is due on demand.'],
  ['When is it contraindicated?', 'Metformin is contraindicated in severe renal impairment.'],
  ['When may the landlord re-enter?', 'He may re-enter if any rent is unpaid.'],
  ['When does the pain come?', 'On exertion.'],
  ['How long does it last?', 'It is lifelong.'],
  ['How far had it spread?', 'It had spread to the liver.'],
  ['Who signed it, and on what date?', 'The tenant signed it.'],
  ['Who signed it?', 'The tenant did.'],
  ['An welchem Tag endet der Vertrag?', 'Der Vertrag endet.'],
])('is no reason for doubt: %s %s', (question, sentence) => {
  expect(lacksRequestedFact(question, [sentence])).toBe(false)
})

test('one sentence that says it is enough', () => {
  expect(lacksRequestedFact('On what date did it end?', ['It ended badly.', 'That was in 2019.'])).toBe(false)
})

describe('a sentence that ends before the date that was asked for', () => {
  test.each([
    ['On which date was it made or does it take effect?', 'The Agreement was made on.'],
    ['On which date was it made?', 'BCG-Mutual-NDA.txt was made on.'],
    ['What date does it take effect?', 'The parties made or took effect on the.'],
  ])('%s %s', (question, sentence) => expect(endsBeforeTheDate(question, sentence)).toBe(true))

  test.each([
    ['What is her blood group?', 'Her blood group is A.'],
    ['Which knee was operated on?', 'The left knee was operated on.'],
    ['Was bail applied for?', 'Bail was not applied for.'],
    ['What was the diagnosis?', 'The diagnosis was hepatitis A.'],
    ['What was switched on?', 'The monitor was switched on.'],
    ['On what date was bail applied for?', 'Bail was not applied for.'],
    ['On what date was it made?', 'The agreement was made on 3 May 2019.'],
  ])('is not this: %s %s', (question, sentence) => expect(endsBeforeTheDate(question, sentence)).toBe(false))
})
