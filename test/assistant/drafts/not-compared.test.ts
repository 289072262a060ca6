import { describe, expect, test } from 'vitest'
import { withMarksOf } from '../../../assistant/drafts/compare-documents.ts'
import { type ComparedReading, compareReadings } from '../../../assistant/drafts/compare-readings.ts'
import { summaryLines } from '../../../assistant/drafts/comparison-on-paper.ts'
import type { ComparedBlock } from '../../../compare/compared-text.ts'
import { type PageMark, type ReadPage, wholeDocument } from '../../../library/read/read-page.ts'

const never = new AbortController().signal

/** A document of one clause behind lines of another kind. */
function reading(...beside: readonly (readonly [kind: string, text: string])[]): ComparedReading {
  const lines = [...beside, ['paragraph', 'The Tenant shall pay the rent.'] as const]
  const blocks: ComparedBlock[] = []
  let text = ''
  for (const [kind, line] of lines) {
    blocks.push({ kind, start: text.length, end: text.length + line.length, level: 0 })
    text += `${line}\n\n`
  }
  return { name: 'lease', textVersion: 0, pages: [{ page: 1, text, blocks }] }
}

async function summaryOf(before: ComparedReading, after: ComparedReading): Promise<readonly string[]> {
  for await (const event of compareReadings(before, after, { isWord: () => true, signal: never }))
    if (event.type === 'compare-end') return summaryLines(event)
  throw new TypeError('expected an end')
}

describe('what was not compared is said', () => {
  test('of headers and footers that differ', async () => {
    expect(await summaryOf(reading(['header', 'Draft of 3 May']), reading(['header', 'Draft of 9 May']))).toEqual([
      'No change was found.',
      'The headers and footers differ. They were not compared.',
    ])
    expect(await summaryOf(reading(['footer', 'Page 1']), reading(['footer', 'Page 1']))).toEqual([
      'No change was found.',
    ])
  })

  test('of notes that lie over a page, and of no footnote', async () => {
    expect(await summaryOf(reading(['note', 'Speaker notes: a']), reading())).toEqual([
      'No change was found.',
      'The comments and speaker notes differ. They were not compared.',
    ])
    expect(await summaryOf(reading(['note', '[1] Net.']), reading())).toEqual(['1 change.'])
  })

  test('of the marks of a file whose text was read otherwise', async () => {
    const kept = reading()
    const mark: PageMark = { kind: 'inserted', start: 0, end: 3, by: 'Ann', date: '', text: 'The', about: '' }
    const now = (text: string, marks: readonly PageMark[]): readonly ReadPage[] => [
      { ...wholeDocument(text, [], 'noText'), marks },
    ]
    const same = kept.pages[0]!.text
    expect(await summaryOf(kept, withMarksOf(kept, now(`${same} `, [mark])))).toEqual([
      'No change was found.',
      expect.stringContaining('Which changes the file marks is not known'),
    ])
    expect(await summaryOf(kept, withMarksOf(kept, now(`${same} `, [])))).toEqual(['No change was found.'])
    expect(withMarksOf(kept, now(same, [mark])).pages[0]).toMatchObject({ marks: [mark] })
  })
})
