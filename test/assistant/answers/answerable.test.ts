import { expect, test } from 'vitest'
import { wantedWords } from '../../../assistant/answers/answerable.ts'

test('what is looked for in the documents are the words of the question as they are written', () => {
  expect(wantedWords('Which technologies had the status “stopped”?')).toEqual(['technologies', 'status', 'stopped'])
})

test('nor are what is to be found out about what is there, a number, or politeness', () => {
  expect(wantedWords('Please tell me, under which conditions are the four largest tenants liable?')).toEqual([
    'tenants',
    'liable',
  ])
})

test('words that say what to do, and small words, are not looked for', () => {
  expect(wantedWords('Summarise and compare how the claims against them differ.')).toEqual(['claims'])
})
