import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitQuestion, wordsOfTime } from '../../../library/search/question-words.ts'

const parts = (question: string) => Object.values(splitQuestion(question))

test.each([
  ["Consider Larkspur's lease; may the tenant assign it?", "Larkspur's lease", 'may the tenant assign it?'],
  ['Consider "Tasks: Do More, Daily"; who can read my lists', '"Tasks: Do More, Daily"', 'who can read my lists'],
  [
    'According to the judgment of Ashton, Glenwood, Court, who appealed?',
    'the judgment of Ashton, Glenwood, Court',
    'who appealed?',
  ],
  ['In Hollis v Marlowe, when was notice given?', 'Hollis v Marlowe', 'when was notice given?'],
  ['Regarding the Keep policy: is my address shared?', 'the Keep policy', 'is my address shared?'],
])('%s says where to look, and what it asks', (question, introduction, asking) =>
  expect(parts(question)).toEqual([introduction, asking]),
)

test.each([
  'When may the tenant end the lease?',
  'Under what conditions, if any, may the tenant assign?',
  'In which room, and when, was she examined?',
  'In the lease',
  'For tenants, landlords and sureties',
  'In; what?',
])('"%s" has no introduction', (question) => expect(parts(question)).toEqual(['', question]))

test('nothing of a question is lost but what leads it in and the marks between the parts', () => {
  const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.join('') ?? ''
  fc.assert(
    fc.property(fc.lorem({ maxCount: 4 }), fc.constantFrom(', ', '; ', ': '), fc.lorem(), (place, mark, rest) => {
      const question = `According to ${place.replaceAll(/[.,]/g, '')}${mark}what ${rest}`
      const { introduction, asking } = splitQuestion(question)
      expect(letters(`According to ${introduction} ${asking}`)).toBe(letters(question))
      expect(question.endsWith(asking)).toBe(true)
    }),
  )
})

test.each([
  ['What was the potassium on the 18th of March?', '18th march of'],
  ['Who saw her on Tuesday?', 'on tuesday'],
  ['Was hat sich im Juni geändert?', 'im juni'],
  ['What does the letter of 18 March say of it?', ''],
  ['What did the March letter say?', ''],
  ['What did Dr May decide?', ''],
])('the words of %s that say when: %s', (question, words) => {
  expect([...wordsOfTime(question)].toSorted().join(' ')).toBe(words)
})
