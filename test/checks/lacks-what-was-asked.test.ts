import { expect, test } from 'vitest'
import { lacksWhatWasAsked } from '../../checks/lacks-what-was-asked.ts'

test.each([
  ['On which date was it made or does it take effect?', 'Buyer accepts full responsibility for compliance.'],
  ['On which date was it made?', 'The agreement was made on that date.'],
  ['When was she discharged?', 'She was in good condition.'],
  ['How long do the obligations last?', 'The obligations apply to the recipient.'],
  ['How many children does he have?', 'He has children.'],
  ['What is the judgment date?', 'The judgment was given by the Court of Ashton.'],
])('neither a time nor a number: %s %s', (question, sentence) => {
  expect(lacksWhatWasAsked(question, [sentence])).toBe(true)
})

test.each([
  ['On which date was it made?', 'It was made on 3 May 2019.'],
  ['When does the lease end?', 'It ends upon notice.'],
  ['When was it paid?', 'In March.'],
  ['How long do the obligations last?', 'They last for as long as the information is secret.'],
  ['How long does it last?', 'Two weeks.'],
  ['How many children does he have?', 'He has no children.'],
  ['How much notice must he give?', 'He must give reasonable notice.'],
  ['Who signed it, and when was it signed?', 'The tenant signed it.'],
  ['Who signed it?', 'The tenant did.'],
  ['When the lease ends, may the tenant stay?', 'Yes, by agreement.'],
  ['Wann endet der Vertrag?', 'Der Vertrag endet.'],
])('is no reason for doubt: %s %s', (question, sentence) => {
  expect(lacksWhatWasAsked(question, [sentence])).toBe(false)
})

test('one sentence that says it is enough', () => {
  expect(lacksWhatWasAsked('When did it end?', ['It ended badly.', 'That was in 2019.'])).toBe(false)
})
