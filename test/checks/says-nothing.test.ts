import { expect, test } from 'vitest'
import { saysNothing } from '../../checks/says-nothing.ts'

test.each([
  'The brand of the watch is not mentioned in the record.',
  'The sources do not specify a colour.',
  'It does not state the deposit.',
  'They don’t mention a date.',
  'There is no information about his pets.',
  'Not enough information is given.',
  'This cannot be determined.',
  'The sources are silent on the deposit.',
  'The document does not mention a fee.',
  'The source doesn’t explicitly state the date.',
  'The document provided does not include a fee.',
  'The text of the contract does not say when.',
  'The document has not specified the date.',
  'The documents you provided do not contain this.',
  'The documents from the matter do not specify it.',
  'None of the documents mention a fee.',
  'Neither letter mentions it.',
  'The records do not give any details of it.',
  'The date is not specified in the document.',
  'The dose was not recorded in the notes provided.',
  'No information is given on this.',
  'The passages contain no details on that.',
  'Die Quellen nennen die Höhe der Kaution nicht.',
  'Der Name wird im Text nicht genannt.',
  'Es gibt keine Angaben zur Miete.',
])('says that the documents do not tell: %s', (sentence) => {
  expect(saysNothing(sentence)).toBe(true)
})

test.each([
  'The rent is not reduced.',
  'No dogs are allowed.',
  'The lease does not end in May.',
  'The patient was not given aspirin because of an allergy.',
  'The tenant did not give notice before leaving the premises.',
  'The rent does not include VAT.',
  'They did not give notice.',
  'It does not include VAT.',
  'It does not provide for a break.',
  'The letters did not give notice.',
  'The document does not provide for a break.',
  'The records show that he did not provide a sample.',
  'The document was served but the tenant did not give notice.',
  'The records of Anna show that she did not say it.',
  'No details were changed in the lease.',
  'He gave no details of his income.',
  'Notice was not given by the tenant.',
  'The tumour was not found in the liver.',
  'There is no indication for surgery.',
  'No fee was paid.',
  'He did not state his income.',
  'Consent was not given.',
  'The record was not kept.',
  'Der Mieter zahlte nicht.',
  'Er hat den Namen nicht genannt.',
  'Die Dokumente zeigen, dass er nicht zahlte.',
])('denies something: %s', (sentence) => {
  expect(saysNothing(sentence)).toBe(false)
})
