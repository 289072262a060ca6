import { describe, expect, test } from 'vitest'
import { questionParts, thingAsked, thingsCounted, wantedBy } from '../../text/questions.ts'
import { timesAsLong } from '../times-as-long.ts'

describe('what a question wants to be told', () => {
  test.each([
    ['When was the notice sent?', 'when'],
    ['Why was naproxen stopped when bleeding began?', 'reason'],
    ['Who signed when the lease began?', 'person'],
    ['Who was admitted earlier, Roe or Doe?', 'comparison'],
    ['How many notices were sent, and on what date?', 'count'],
    ['What is the date of the lease?', 'date'],
    ['Was the notice sent in time?', 'whether'],
    ['Wann wurde der Vertrag beendet?', 'when'],
    ['Pourquoi le traitement a-t-il été arrêté ?', 'reason'],
    ['Chi ha firmato il contratto?', 'person'],
    ['What is the permitted use?', 'any'],
    ['How thick was the wall?', 'amount'],
    ['On what terms may she take time off?', 'condition'],
    ['What can they keep all the same?', 'any'],
    ["What is O. Price's chief complaint?", 'any'],
    ['Wie hoch war das Fieber?', 'amount'],
    ['How soon is it assessed?', 'length'],
    ['Between what hours may it be used?', 'when'],
    ['In which case does the treatment go on?', 'condition'],
    ['Dans quels cas peut-il résilier ?', 'condition'],
  ])('%s', (question, wants) => {
    expect(wantedBy(question)).toBe(wants)
  })
})

test.each([
  ['Welcher Arzt hat operiert, und mit welchem Ergebnis?', ['Welcher Arzt hat operiert', 'mit welchem Ergebnis']],
  ['Qui a signé le bail et à quelle date ?', ['Qui a signé le bail', 'à quelle date']],
  ['Who signed the lease, and in whose name?', ['Who signed the lease', 'in whose name']],
  ['Chi ha firmato il contratto e con quale firma?', ['Chi ha firmato il contratto', 'con quale firma']],
])('%s falls into its parts before the preposition of a question word', (question, parts) => {
  expect(questionParts(question)).toEqual(parts)
})

test('a question falls into its parts, and no name or list of words does', () => {
  expect(questionParts('When may the tenant leave, and how is notice given?')).toEqual([
    'When may the tenant leave',
    'how is notice given',
  ])
  expect(questionParts('What do Roe and Doe owe?')).toEqual(['What do Roe and Doe owe'])
})

test.each([
  ['What crime did Roe commit?', 'crime'],
  ['Which court has jurisdiction?', 'court'],
  ['Which company made the marquee?', 'company'],
  ['What is the permitted use of the premises?', 'use'],
  ['What was her general health condition?', 'condition'],
  ['How many pieces of evidence were presented?', 'evidence'],
  ['How much rent deposit does the landlord hold?', 'deposit'],
  ['Whose body temperature is higher?', 'temperature'],
  ['What is the pulse rate of Roe?', null],
  ['How is notice given?', null],
  ['What must happen before the tenant may leave?', null],
  ['What is the date of the lease?', null],
])('%s asks for a thing called %s', (question, thing) => {
  expect(thingAsked(question.replace('?', ''))).toBe(thing)
})

test('a long word in capitals is read in proportion to its length', async () => {
  const read = (letters: number) => () => thingAsked(`What is ${'A'.repeat(letters)} 1`)
  expect(await timesAsLong(read(26), read(13), 11)).toBeLessThan(11)
})

test.each([
  ['How many screws are there in one of the boxes?', 'screws '],
  ['How many pieces of evidence were presented?', 'pieces of evidence '],
  ['Who counted the screws?', null],
])('%s counts %s', (question, things) => {
  expect(thingsCounted(question)).toBe(things)
})
