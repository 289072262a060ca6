import { expect, test } from 'vitest'
import { isFromCard, rejectRestatedAside } from '../../../../assistant/answers/draft/aside.ts'
import type { Claim, PassageSource } from '../../../../contract/answers/answer.ts'
import type { CardSource } from '../../../../contract/knowledge/card.ts'

const PASSAGE = { source: 'S1', text: 'The notice was posted on Friday and signed by the tenant.' } as PassageSource
const CARD = {
  summary: 'Compare the days.',
  knowledge: [{ text: 'A deeming clause fixes the moment of receipt for each channel.', source: null }],
} as unknown as CardSource

function claim(text: string, verdict: Claim['verdict'] = 'unchecked'): Claim {
  const citation = {
    source: 'S1',
    document: 'a',
    documentId: 'd',
    reference: null,
    page: null,
    start: 0,
    end: 9,
    quote: '',
  }
  return {
    index: 0,
    text,
    verdict,
    citations: [citation],
    absent: [],
    differences: [],
    differsFrom: [],
    disagreesWith: [],
    instead: null,
    judged: null,
    authorities: [],
  }
}
const verdict = (one: Claim, cards: readonly CardSource[] = [CARD]) =>
  rejectRestatedAside(one, {
    cards,
    recalled: '',
    examples: [],
    passages: [PASSAGE],
    question: 'When was the notice received?',
  }).verdict

test('a sentence that only says a card again has no support, whatever passage it names', () => {
  const said = claim('A deeming clause fixes the moment of receipt for each channel [S1].')
  expect(verdict(said)).toBe('unsupported')
  expect(verdict(said, [])).toBe('unchecked')
})

test('a sentence that takes a number from a card has no support, though its other words are of the passage', () => {
  const card = {
    summary: '',
    knowledge: [{ text: 'A notice counts from 30 days on.', source: null }],
  } as unknown as CardSource
  const said = { ...claim('The notice was posted on Friday and counts after 30 days [S1].'), absent: ['30'] }
  expect(verdict(said, [card])).toBe('unsupported')
  expect(verdict({ ...said, absent: ['31'] }, [card])).toBe('unchecked')
})

test('a word that the passage has otherwise is taken from no card, and stays to be told', () => {
  const said = { ...claim('The notice was not posted on Friday [S1].'), absent: ['not posted'] }
  expect(verdict(said)).toBe('unchecked')
})

test('a sentence of the passage stays, and so does one that was found word for word', () => {
  expect(verdict(claim('The notice was posted on Friday, signed by the tenant [S1].'))).toBe('unchecked')
  expect(verdict(claim('A deeming clause fixes the moment of receipt for each channel [S1].', 'verbatim'))).toBe(
    'verbatim',
  )
})

test('a sentence that says a card and not the passages is from the card', () => {
  const given = { cards: [CARD], passages: [PASSAGE], question: 'When was the notice received?' }
  const said = 'A deeming clause fixes the moment of receipt.'
  expect(isFromCard(said, given)).toBe(true)
  expect(isFromCard('It was posted on Friday and signed by the tenant.', given)).toBe(false)
  expect(isFromCard(said, { ...given, cards: [] })).toBe(false)
})

test('and so is one that takes a number from it that no passage has, whatever else it says', () => {
  const card = {
    summary: '',
    knowledge: [{ text: 'It counts from 30 days on.', source: null }],
  } as unknown as CardSource
  const given = { cards: [card], passages: [PASSAGE], question: 'When was the notice received?' }
  expect(isFromCard('The tenant signed it on Friday after 30 days.', given)).toBe(true)
  expect(isFromCard('The tenant signed it on Friday after 31 days.', given)).toBe(false)
})
