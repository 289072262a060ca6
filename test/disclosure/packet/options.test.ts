import { describe, expect, test } from 'vitest'
import { createDetector } from '../../../disclosure/identifiers/create-detector.ts'
import { buildPacket } from '../../../disclosure/packet/build-packet.ts'
import { NO_DECISIONS } from '../../../disclosure/packet/decisions.ts'
import type { Detection, LocalSegment } from '../../../disclosure/packet/mask-segments.ts'
import { optionSource } from '../../../disclosure/packet/cloud-prompt.ts'
import { replySchema } from '../../../models/cloud/create-cloud-model.ts'
import { wordLists } from '../word-lists.ts'
import { packetOf } from './made-up-packet.ts'

const detection: Detection = {
  find: createDetector(wordLists).find,
  isOrdinaryWord: (word) => Object.values(wordLists.levelsOf(word)).some((level) => level > 0),
  version: 'test',
  wordListsHash: 'f'.repeat(64),
}

const segment = (source: string, local: string): LocalSegment => ({
  source,
  where: '',
  byOcr: false,
  documentId: null,
  local,
})
const packetWith = (options: readonly string[], question = 'Which?') => ({
  segments: [segment('question', question), ...options.map((option, index) => segment(optionSource(index), option))],
  known: [],
  map: { entities: [], shiftWeeks: -104 },
  decisions: NO_DECISIONS,
  dates: 'day' as const,
})

describe('options under letters, as the real detector reads them', () => {
  test.for([
    [['Breach', 'No breach']],
    [['Smith', 'Jones']],
    [['Grant', 'Refuse', 'Adjourn']],
    [['Lee', 'A. Lee', 'Lee and B. Jones']],
    [Array.from({ length: 10 }, (_, index) => `Will ${index}`)],
  ] as const)('%j keep every letter, and the form allows each', ([options]) => {
    const { built } = packetOf(packetWith(options, 'Did A. Smith, B. Jones or A. Breach do it?'), detection)
    const letters = 'ABCDEFGHIJ'.slice(0, options.length).split('')
    const lines = built.text.slice(built.text.indexOf('"choice"')).split('\n').slice(1)
    expect(lines.map((line) => line.slice(0, 3))).toEqual(letters.map((letter) => `${letter}. `))
    expect(built.asks.options).toBe(options.length)
    expect(replySchema([], built.asks).properties?.choice).toEqual({ type: 'string', enum: letters })
  })

  test('"Breach" stays a word, and a name among them is replaced', () => {
    const { text } = buildPacket(packetWith(['Breach', 'No breach', 'Mr Arthur Hollis did']), detection)
    expect(text).toMatch(/\nA\. Breach\nB\. No breach\nC\. Mr \[PERSON-1[^\n]*\] did$/)
  })
})
