import { describe, expect, test } from 'vitest'
import { findCrossReferences } from '../../../library/split/find-cross-references.ts'
import { splitPassages } from '../../../library/split/split-passages.ts'
import { readDates } from '../../../text/dates.ts'
import { foldText, normalise } from '../../../text/normalise.ts'
import { splitSentences } from '../../../text/sentences.ts'
import { timesAsLong } from '../../times-as-long.ts'

const PIECES = [
  'a',
  'A',
  '1',
  '.',
  ' .',
  '-',
  '(',
  '“',
  ' ',
  '\n',
  '\t',
  '| ',
  '1 ',
  '1.',
  'A. ',
  '§ 1 ',
  'Aa1a',
  '日',
  'clause 1 ',
  'May ',
]

const page = (text: string) => [{ page: 1, label: null, text, blocks: [] }]
const READERS = {
  'split into passages': (text: string) => splitPassages(page(text)),
  'looked through for cross-references': (text: string) => findCrossReferences(page(`1. First\n\n${text}`)),
  'split into sentences': splitSentences,
  'looked through for dates': (text: string) => readDates(text),
  'folded for the search': (text: string) => [normalise(text), foldText(text)],
}

describe.each(Object.entries(READERS))('a text of one piece over and over is %s', (_, read) => {
  test.each(PIECES)('in a time in proportion to its length: %j', async (piece) => {
    const reading = (length: number) => (time: number) =>
      read(`${piece.repeat(Math.ceil(length / piece.length))} ${time}`)
    expect(await timesAsLong(reading(80_000), reading(20_000), 11)).toBeLessThan(11)
  })
})
