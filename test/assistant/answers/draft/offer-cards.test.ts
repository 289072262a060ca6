import { expect, test } from 'vitest'
import { createCardFinder } from '../../../../assistant/cards/card-finder.ts'
import { offerCards } from '../../../../assistant/answers/draft/draft-with-cards.ts'
import type { Card } from '../../../../contract/knowledge/card.ts'
import { aCard } from '../../cards/a-card.ts'

const NEVER = new AbortController().signal

async function offered(cards: readonly Card[], earlier: Parameters<ReturnType<typeof offerCards>>[1]) {
  const day = '2026-06-01'
  const scope = { domains: null, jurisdictions: null }
  const offer = offerCards({
    finder: createCardFinder(),
    embedder: null,
    cards,
    scope,
    day,
    threshold: 0,
    isGated: true,
  })
  return (await offer('When is a notice sent by post deemed received?', earlier, NEVER)).cards.map(
    ({ source }) => source,
  )
}

test('a card keeps its mark through a conversation, and no two have one, also where an answer was deleted', async () => {
  const cards = ['a', 'b', 'c'].map((card) => aCard({ card, always: true }))
  const all = await offered(cards, [])
  expect(all.map(({ card, source }) => `${card} ${source}`).toSorted()).toEqual(['a K1', 'b K2', 'c K3'])
  const left = all.filter(({ source }) => source === 'K3')
  const again = await offered(cards, left)
  expect(again.find(({ card }) => card === left[0]?.card)?.source).toBe('K3')
  expect(new Set(again.map(({ source }) => source)).size).toBe(3)
})
