import { describe, expect, test } from 'vitest'
import { createCardFinder } from '../../../assistant/cards/card-finder.ts'
import type { Card, CardScope } from '../../../contract/knowledge/card.ts'
import { createHashEmbedder } from '../../../models/stand-ins.ts'
import { aCard } from './a-card.ts'

const ALL = { domains: null, jurisdictions: null }
const QUESTION = 'When is a notice sent by post deemed received?'

function find(cards: readonly Card[], given: { question?: string; day?: string; scope?: CardScope } = {}) {
  const query = { question: QUESTION, day: '2026-06-01', scope: ALL, ...given, cards }
  return createCardFinder().find(query, null)
}
const ids = async (...given: Parameters<typeof find>) => (await find(...given)).map(({ card }) => card.card)

describe('cards for a question', () => {
  test('are found by what a question looks like, and not for another question', async () => {
    const other = aCard({ card: 'dose', trigger: 'What is the dose of apixaban in renal impairment?' })
    expect(await ids([other, aCard()])).toEqual(['deemed'])
    expect(await ids([aCard()], { question: 'Who signed the lease?' })).toEqual([])
  })

  test('of another domain or jurisdiction are not found; those for every one are', async () => {
    const cards = [aCard({ domain: 'notices', jurisdiction: 'England and Wales' })]
    expect(await ids(cards)).toEqual(['deemed'])
    expect(await ids(cards, { scope: { domains: ['Notices'], jurisdictions: ['england and wales'] } })).toEqual([
      'deemed',
    ])
    expect(await ids(cards, { scope: { domains: ['cardiology'], jurisdictions: null } })).toEqual([])
    expect(await ids(cards, { scope: { domains: null, jurisdictions: ['Scotland'] } })).toEqual([])
    expect(await ids([aCard()], { scope: { domains: ['cardiology'], jurisdictions: ['Scotland'] } })).toEqual([
      'deemed',
    ])
  })

  test('outside their validity are not found; its first and last day belong to it', async () => {
    const cards = [aCard({ validFrom: '2026-01-01', validTo: '2026-06-01' })]
    const on = (day: string) => ids(cards, { day })
    expect(await Promise.all(['2025-12-31', '2026-01-01', '2026-06-01', '2026-06-02'].map(on))).toEqual([
      [],
      ['deemed'],
      ['deemed'],
      [],
    ])
  })

  test('are one, and with those that are always used three at most', async () => {
    const many = (always: boolean) => Array.from({ length: 5 }, (_, at) => aCard({ card: `${always} ${at}`, always }))
    expect(await find(many(false))).toHaveLength(1)
    expect(await find([...many(false), aCard({ card: 'always', always: true })])).toHaveLength(2)
    expect(await find([...many(false), ...many(true)])).toHaveLength(3)
  })

  test('cost nothing where there are none to find', async () => {
    const embedder = createHashEmbedder()
    const asked: string[] = []
    const counting = {
      ...embedder,
      embed: (...given: Parameters<typeof embedder.embed>) => (asked.push(...given[0]), embedder.embed(...given)),
    }
    const finder = createCardFinder()
    const query = { question: QUESTION, day: '2026-06-01', scope: ALL }
    expect(await finder.find({ ...query, cards: [aCard({ validTo: '2020-01-01' })] }, counting)).toEqual([])
    expect(asked).toEqual([])
    await finder.find({ ...query, cards: [aCard()] }, counting)
    await finder.find({ ...query, cards: [aCard()] }, counting)
    // The card's own texts are embedded once, and a question each time.
    expect(asked.filter((text) => text === QUESTION)).toHaveLength(3)
    expect(asked).toHaveLength(4)
  })
})
