import { describe, expect, test } from 'vitest'
import { passageMarkdown } from '../../../../assistant/answers/draft/prompt-source.ts'
import { checkClaim } from '../../../../checks/check-claim.ts'
import { splitPassages } from '../../../../library/split/split-passages.ts'
import type { PagePart } from '../../../../store/matter/pages.ts'
import { ALL_KNOWN } from '../../../checks/lexicon.ts'

const CAPTION = 'Blood results of 12.09.2024'
const HEAD = 'Test\tValue\tUnit\tRange'
const ROWS = ['Sodium\t140\tmmol/L\t135-145', 'Potassium\t4.1\tmmol/L\t3.5-5.1', 'CRP\t12\tmg/L\t<5']
const TABLE = [HEAD, ...ROWS].join('\n')
const AFTER = 'The patient was\ttold of it.'
const TEXT = `${CAPTION}\n\n${TABLE}\n\n${AFTER}`

const block = (kind: string, of: string, level = 0) => {
  const start = TEXT.indexOf(of)
  return { start, end: start + of.length, kind, level }
}
const PAGE: PagePart = {
  start: 0,
  text: TEXT,
  blocks: [block('paragraph', CAPTION), block('table', TABLE, 1), block('paragraph', AFTER)],
}

const shown = (part: string, page = PAGE) => {
  const start = page.start + page.text.indexOf(part)
  return passageMarkdown(page, start, start + part.length)
}

describe('a passage for the model', () => {
  test('has its table as Markdown, and other text as it is, stray tabs too', () => {
    expect(shown(TEXT)).toEqual({
      above: '',
      text: `${CAPTION}

| Test | Value | Unit | Range |
| --- | --- | --- | --- |
| Sodium | 140 | mmol/L | 135-145 |
| Potassium | 4.1 | mmol/L | 3.5-5.1 |
| CRP | 12 | mg/L | <5 |

${AFTER}`,
    })
  })

  test('that continues a table has the head before it, with the line that dates it', () => {
    expect(shown(ROWS[2]!)).toEqual({
      above: `${CAPTION}\n\n${HEAD}`,
      text: `${CAPTION}\n| Test | Value | Unit | Range |\n| --- | --- | --- | --- |\n| CRP | 12 | mg/L | <5 |`,
    })
  })

  test('is the same wherever its page stands in the document', () => {
    expect(shown(ROWS[2]!, { ...PAGE, start: 5000 })).toEqual(shown(ROWS[2]!))
  })

  test('keeps cells in their columns where it begins after empty ones or inside a row', () => {
    const text = 'Item\tA\tB\n\t\tonly here\nlong text of a cell\tx | y\tz'
    const page = { start: 0, text, blocks: [{ start: 0, end: text.length, kind: 'table', level: 1 }] }
    expect(shown('only here', page).text).toBe('| Item | A | B |\n| --- | --- | --- |\n|  |  | only here |')
    expect(shown('of a cell\tx | y\tz', page).text.split('\n').at(-1)).toBe('| of a cell | x \\| y | z |')
  })

  test('has a table without a head as rows alone, and a list in one column as lines', () => {
    const rows = 'a\tb\nc\td'
    const page = (text: string) => ({
      start: 0,
      text,
      blocks: [{ start: 0, end: text.length, kind: 'table', level: 0 }],
    })
    expect(shown(rows, page(rows)).text).toBe('| a | b |\n| c | d |')
    expect(shown('a\nb', page('a\nb')).text).toBe('a\nb')
  })

  test('of Markdown stays Markdown', () => {
    const text = '| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |'
    const page = { start: 0, text, blocks: [{ start: 0, end: text.length, kind: 'table', level: 2 }] }
    expect(shown(text, page).text).toBe(text)
    expect(shown('| 3 | 4 |', page).text).toBe('| a | b |\n| --- | --- |\n| 3 | 4 |')
  })
})

describe('an answer drawn from a table', () => {
  const passages = splitPassages([{ page: 1, text: TEXT, blocks: PAGE.blocks }], { maxCharacters: 60 })
  const crp = passages.find(({ text }) => text.includes('CRP'))!
  const read = passageMarkdown(PAGE, crp.start, crp.end)
  const source = { source: 'S1', text: crp.text, context: `labs.pdf ${read.above}` }

  test('that quotes cells as the model reads them is found word for word in the stored text', () => {
    const claim = checkClaim(
      { text: '| CRP | 12 | mg/L | <5 |', sources: ['S1'] },
      { sources: [source], question: '', lexicon: ALL_KNOWN },
    )
    expect(claim).toMatchObject({
      verdict: 'verbatim',
      citations: [{ quote: expect.stringContaining('CRP\t12\tmg/L\t<5') }],
    })
  })

  test('keeps value, unit and reference range beside the date that stands above the table', () => {
    for (const fact of ['12.09.2024', 'Range', 'Unit', 'CRP | 12 | mg/L | <5']) expect(read.text).toContain(fact)
    const sentence = 'The CRP of 12.09.2024 was 12 mg/L.'
    expect(
      checkClaim({ text: sentence, sources: ['S1'] }, { sources: [source], question: '', lexicon: ALL_KNOWN }).absent,
    ).toEqual([])
    expect(
      checkClaim(
        { text: sentence, sources: ['S1'] },
        { sources: [{ ...source, context: 'labs.pdf' }], question: '', lexicon: ALL_KNOWN },
      ).absent,
    ).not.toEqual([])
  })
})
