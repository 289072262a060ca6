import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readCardFiles } from '../../../assistant/cards/import-cards.ts'
import { lintCard } from '../../../assistant/cards/lint-card.ts'
import { createDetection } from '../../../assistant/disclosure/detection.ts'
import { createWordLists } from '../../../assistant/word-lists.ts'

const CARDS = fileURLToPath(new URL('../../../kb/packs/clinical/cards/', import.meta.url))
const WORDS = fileURLToPath(new URL('../../../disclosure/words/words.txt.br', import.meta.url))
const { find } = await createDetection(createWordLists(WORDS))()
const cards = await readCardFiles(CARDS)

describe('the cards of the clinical pack', () => {
  test('are ten, each in a file of its name', async () => {
    expect(cards.map(({ card }) => `${card}.yaml`)).toEqual((await readdir(CARDS)).toSorted())
    expect(cards).toHaveLength(10)
  })

  test.each(cards.map(({ card, text }) => [card, text] as const))(
    '%s is general, short and has its sources',
    (_, text) => {
      expect(lintCard(text, { find, terms: [], specifics: [] })).toEqual([])
      expect(text.knowledge.length).toBeGreaterThan(0)
      expect(text.knowledge.filter(({ source }) => !source?.includes('read'))).toEqual([])
    },
  )
})
