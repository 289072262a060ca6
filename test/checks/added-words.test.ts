import { expect, test } from 'vitest'
import { checkClaim } from '../../checks/check-claim.ts'
import { ownWords } from '../../checks/added-words.ts'
import { ALL_KNOWN } from './lexicon.ts'

const LETTER =
  'Mr Martin, a clerk of the Roseville court, was sentenced to five years. The defence lawyer was Ms Patel.'
const QUESTION = "What is the favourite colour of the court's clerk?"
const sources = [{ source: 'S1', text: LETTER, context: 'letter.txt' }]
const check = (text: string, unknownWords: readonly string[] = []) =>
  checkClaim({ text, sources: ['S1'] }, { sources, question: QUESTION, lexicon: ALL_KNOWN, unknownWords })

test('own words are those that the question does not have, in any form, without numbers and a plain yes', () => {
  expect(ownWords('The favourite colour of the clerk is blue.', QUESTION, [LETTER])).toEqual({ words: 1, found: 0 })
  expect(ownWords('The clerk got a sentence of 5 years.', QUESTION, [LETTER])).toEqual({ words: 2, found: 2 })
  expect(ownWords('Yes, the clerk of the court.', QUESTION, [LETTER])).toEqual({ words: 0, found: 0 })
})

test('what a sentence says beyond the question in words of no source is made up, though it names a source', () => {
  expect(check('The clerk adores turquoise curtains.')).toMatchObject({ verdict: 'unsupported', citations: [] })
  expect(check('The favourite colour of the clerk is blue.', ['favourite'])).toMatchObject({ verdict: 'unsupported' })
  expect(check('The clerk of the court was sentenced to five years.').verdict).toBe('supported')
})

test.each([
  [
    'Must the tenant pay the service charge?',
    'Yes, the tenant must pay the service charge.',
    'The tenant pays the service charge.',
  ],
  ['How old is she?', 'The patient is twelve.', 'The patient, a 12-year-old girl.'],
  ['What did they do?', 'They agreed on the price.', 'The parties agree on the price in clause 2.'],
  ['Hat der Mieter gezahlt?', 'Ja, der Mieter hat die Miete bezahlt.', 'Der Mieter bezahlte die Miete am 1. Mai.'],
  ['Wann endet der Vertrag?', 'Der Vertrag endet zum Jahresende.', 'Der Vertrag läuft mit Ablauf des Jahres aus.'],
])('an answer in other forms of the words of its source is not made up: %s %s', (question, text, source) => {
  const one = [{ source: 'S1', text: source, context: 'a.txt' }]
  expect(checkClaim({ text, sources: ['S1'] }, { sources: one, question, lexicon: ALL_KNOWN }).verdict).not.toBe(
    'unsupported',
  )
})

test('a sentence that says something of two things that no document has is made up, though its words stand there', () => {
  const text = "The clerk's favorite color is that of the Roseville court."
  expect(check(text, ['favourite']).verdict).toBe('unchecked')
  expect(check(text, ['favourite', 'colour'])).toMatchObject({ verdict: 'unsupported', citations: [] })
})

test.each([
  ['How many pets does she have?', 'She has 2 pets.', ['pets'], 'unsupported'],
  ['How many pets does she have?', 'She has 2 dogs.', ['pets'], 'verbatim'],
  ['How many dogs has the owner of the pets?', 'The owner of the pets has 2 dogs.', ['pets'], 'unchecked'],
])('what is counted must stand in a document: %s %s', (question, text, unknownWords, verdict) => {
  const one = [{ source: 'S1', text: 'She has 2 dogs; she is their owner.', context: '' }]
  const options = { sources: one, question, unknownWords, lexicon: ALL_KNOWN }
  expect(checkClaim({ text, sources: ['S1'] }, options).verdict).toBe(verdict)
})

test.each([
  ['Who is the landlord?', 'The landlord is.', 'unsupported'],
  ['According to the lease, when does it end?', 'The lease ends on.', 'unsupported'],
  ['What allergies does the tenant have?', 'The tenant has no allergies.', 'unchecked'],
  ['What did the landlord pay?', 'The landlord did not pay.', 'unchecked'],
  ['Of the 3 visits, how many were paid?', '3 visits were paid.', 'unchecked'],
  ['Who is the landlord?', 'Pennifold is the landlord.', 'supported'],
  ['How many visits were there?', 'There were 3 visits.', 'unchecked'],
  ['Must the tenant pay the landlord?', 'The tenant must pay the landlord.', 'unchecked'],
  ['What is higher, the rent or the deposit?', 'The rent.', 'unchecked'],
])('what only says the question again is no answer: %s %s', (question, text, verdict) => {
  const one = [
    {
      source: 'S1',
      text: 'Pennifold, the landlord; rent and deposit; visits 1 to 3; tenants pay; it ends.',
      context: '',
    },
  ]
  expect(checkClaim({ text, sources: ['S1'] }, { sources: one, question, lexicon: ALL_KNOWN }).verdict).toBe(verdict)
})
