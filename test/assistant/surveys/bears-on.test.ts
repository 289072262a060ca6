import { expect, test } from 'vitest'
import { bearsOn, isInWordsOf } from '../../../assistant/surveys/table/bears-on.ts'
import { saysNothing } from '../../../assistant/surveys/table/says-nothing.ts'

const LEASE = 'The rent of the flat is 900 euros a month.'

test('a document is asked what it has words of, or what it is alike in meaning', () => {
  const asked = (question: string, similarity: number | null) => bearsOn({ question, text: LEASE, similarity })
  expect(asked('What is the rent?', 0.5)).toBe(true)
  expect(asked('What is the rent?', null)).toBe(true)
  expect(asked('What is the rent?', 0.05)).toBe(false)
  expect(asked('How costly is the apartment?', 0.4)).toBe(true)
  expect(asked('Which medicines were prescribed?', 0.15)).toBe(false)
})

test('a sentence is in the words of its document where most of them stand in it', () => {
  expect(isInWordsOf(LEASE, 'The monthly rent is 900 euros.')).toBe(true)
  expect(isInWordsOf(LEASE, 'The diagnosis was a flat.')).toBe(false)
})

test('a sentence that says only that nothing was found is told from one that denies something', () => {
  for (const sentence of [
    'The document does not mention a fee.',
    'The source doesn’t explicitly state the date.',
    'The date is not specified in the document.',
    'No information is given on this.',
  ])
    expect([sentence, saysNothing(sentence)]).toEqual([sentence, true])
  for (const sentence of [
    'No fee was paid.',
    'He did not state his income.',
    'Consent was not given.',
    'The record was not kept.',
  ])
    expect([sentence, saysNothing(sentence)]).toEqual([sentence, false])
})
