import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CardCounts, StoredCard } from '../../store/app/stored-cards.ts'
import { codeOfFailure, openTestStore, temporaryFolder } from './temporary-home.ts'

const card = (id: string, status: StoredCard['status'] = 'draft', createdAt = 't1') => ({ card: id, status, createdAt })

test('cards come back as they were, newest first, and only approved ones are for use', async () => {
  await using folder = await temporaryFolder()
  {
    await using opened = await openTestStore(folder.path)
    const { cards } = opened.store.app
    cards.save(card('a', 'approved'))
    cards.save({ ...card('b', 'draft', 't2'), summary: 'µ “quoted”' } as StoredCard)
  }
  await using opened = await openTestStore(folder.path)
  const { cards } = opened.store.app
  expect(cards.list()).toMatchObject([{ card: 'b', summary: 'µ “quoted”', hurt: 0 }, { card: 'a' }])
  expect(cards.approved().map((one) => one.card)).toEqual(['a'])
  expect(await codeOfFailure(() => cards.get('c'))).toBe('NOT_FOUND')
  expect(await codeOfFailure(() => cards.count('c', 'hurt'))).toBe('NOT_FOUND')
})

const COUNTS = ['retrieved', 'helped', 'hurt'] as const
const Step = fc.oneof(
  fc.record({ count: fc.constantFrom(...COUNTS) }),
  fc.record({ save: fc.constantFrom('draft', 'tested', 'approved', 'retired') }),
)

test('counts survive every change of the card, whatever a caller says of them', async () => {
  await using folder = await temporaryFolder()
  await using opened = await openTestStore(folder.path)
  const { cards } = opened.store.app
  let run = 0
  fc.assert(
    fc.property(fc.array(Step, { maxLength: 20 }), (steps) => {
      const id = `card-${(run += 1)}`
      cards.save(card(id))
      const expected: Record<keyof CardCounts, number> = { retrieved: 0, helped: 0, hurt: 0 }
      for (const step of steps) {
        if ('count' in step) {
          cards.count(id, step.count)
          expected[step.count] += 1
        } else cards.save({ ...card(id, step.save), retrieved: 0, helped: 9, hurt: 0 } as StoredCard)
      }
      expect(cards.get(id)).toMatchObject(expected)
    }),
    { numRuns: 30 },
  )
})

test('harm cannot be taken back, nor the card removed that did it', async () => {
  await using folder = await temporaryFolder()
  await using opened = await openTestStore(folder.path)
  const { cards, database } = opened.store.app
  cards.save(card('a'))
  cards.count('a', 'hurt')
  expect(() => database.prepare('UPDATE cards SET hurt = 0').run()).toThrow('for ever')
  expect(() => database.prepare('DELETE FROM cards').run()).toThrow('for ever')
  expect(cards.get('a').hurt).toBe(1)
})
