import { expect, test } from 'vitest'
import { keepProposal } from '../../../assistant/facts/keep-proposal.ts'
import { withCase } from '../answers/lease-case.ts'

const STATEMENT = {
  relation: 'rent',
  args: ['24000 GBP'],
  holds: 'yes',
  at: null,
  validFrom: null,
  validTo: null,
} as const

test('a proposal is kept once for a document, without reading all facts of the matter for it', async () => {
  await using use = await withCase()
  const { store, ...matter } = use.matter
  const list = () => {
    throw new Error('All facts were read for one.')
  }
  const { documentId, textVersionId } = store.documents.get(
    store.documents.find('lease.md', null)?.documentId ?? '',
    null,
  )
  const place = { documentId, page: null, start: 0, end: 9, quote: 'the rent', byOcr: false, model: null }
  const propose = (relation: string, textVersion: number | null, start: number) =>
    keepProposal(
      { ...matter, store: { ...store, facts: { ...store.facts, list } } },
      { ...STATEMENT, relation },
      { ...place, textVersion: textVersion ?? 0, start, end: start + 9 },
      't1',
    )
  const first = propose('rent', textVersionId, 0)
  expect(first).toMatchObject({ relation: 'rent', state: 'proposed' })
  expect(propose('rent', textVersionId, 50)).toBe(null)
  expect(propose('premium', textVersionId, 0)).toMatchObject({ relation: 'premium' })
  store.facts.decide(first?.id ?? '', { state: 'rejected', decidedBy: 'Ada', decidedAt: 't2' })
  expect(propose('rent', textVersionId, 0)).toBe(null)
  expect(propose('rent', textVersionId, 50)).toMatchObject({ state: 'proposed' })
})
