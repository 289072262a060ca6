import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clipCard, countWords } from '../../../assistant/cards/clip-card.ts'
import { cardBlock } from '../../../assistant/answers/draft/aside.ts'

const Words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 220 }).map((words) => words.join(' '))
const Parts = fc.record({
  summary: Words,
  knowledge: fc.array(fc.record({ text: Words, source: fc.constantFrom(null, 's. 1') }), { maxLength: 5 }),
})
const wordsOf = ({ summary, knowledge }: { summary: string; knowledge: readonly { text: string }[] }) =>
  countWords(summary) + knowledge.reduce((sum, { text }) => sum + countWords(text), 0)

test('a clipped card has at most so many words, all of them from the beginning of its parts', () => {
  fc.assert(
    fc.property(Parts, fc.integer({ min: 1, max: 200 }), (parts, words) => {
      const clipped = clipCard(parts, words)
      expect(wordsOf(clipped)).toBeLessThanOrEqual(words)
      expect(parts.summary.startsWith(clipped.summary)).toBe(true)
      const texts = parts.knowledge.map(({ text }) => text)
      for (const { text } of clipped.knowledge) expect(texts.some((whole) => whole.startsWith(text))).toBe(true)
    }),
  )
})

test('a card that is short enough stays whole, and of a long one neither part is lost', () => {
  fc.assert(
    fc.property(Parts, (parts) => {
      const whole = { ...parts, knowledge: parts.knowledge.filter(({ text }) => text !== '') }
      fc.pre(wordsOf(whole) <= 150)
      expect(clipCard(whole)).toEqual(whole)
    }),
  )
  const long = (word: string) => Array.from({ length: 400 }, () => word).join(' ')
  const clipped = clipCard({ summary: long('think'), knowledge: [{ text: long('know'), source: null }] })
  expect([countWords(clipped.summary), countWords(clipped.knowledge[0]?.text ?? '')]).toEqual([75, 75])
})

test('the two parts stand by their names, and nothing stands where there is no card', () => {
  expect(cardBlock([])).toBe('')
  const block = cardBlock([
    { summary: 'Compare\nthe days.', knowledge: [{ text: 'A day ends at midnight.', source: null }] },
  ])
  expect(block.split('\n').slice(1)).toEqual([
    'Learning summary: Compare the days.',
    'Supplementary knowledge:',
    '- A day ends at midnight.',
  ])
})
