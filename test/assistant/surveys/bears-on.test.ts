import { expect, test } from 'vitest'
import { bearsOn, isInWordsOf } from '../../../assistant/surveys/write-cell.ts'

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
