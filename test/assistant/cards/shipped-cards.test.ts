import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { cardsInPack } from '../../../assistant/cards/card-files.ts'
import { lintCard } from '../../../assistant/cards/lint-card.ts'
import { createDetection } from '../../../assistant/packets/detection.ts'
import { readPackFolder } from '../../../assistant/rules/packs/pack-shelf.ts'
import { createWordLists } from '../../../assistant/home/word-lists.ts'

const pathOf = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const { find } = await createDetection(createWordLists(pathOf('disclosure/words/words.txt.br')))()
const cardsOf = async (name: string) => cardsInPack({ name, files: await readPackFolder(pathOf(`kb/packs/${name}`)) })

describe.each([
  ['clinical', await cardsOf('clinical')],
  ['legal-time', await cardsOf('legal-time')],
] as const)('the cards of the pack %s', (_, cards) => {
  test('are ten, each under a name of its own', () => {
    expect(new Set(cards.map(({ card }) => card)).size).toBe(10)
    expect(cards).toHaveLength(10)
  })

  test.each(cards.map(({ card, text }) => [card, text] as const))(
    '%s is general and names its sources',
    (_name, text) => {
      expect(lintCard(text, { find, terms: [], specifics: [] })).toEqual([])
      expect(text.knowledge.length).toBeGreaterThan(0)
      expect(text.knowledge.filter(({ source }) => source === null)).toEqual([])
    },
  )
})
