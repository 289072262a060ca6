import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  MAX_PASSAGE_CHARACTERS,
  type Passage,
  type SplitBlock,
  type SplitPage,
} from '../../../library/split/passage.ts'
import { splitPassages } from '../../../library/split/split-passages.ts'
import { timesAsLong } from '../../times-as-long.ts'

const word = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('lease', 'Tenant', 'the', 'shall', '1,250.50', 'Id.', 'Dr.', 'No.', '§', '7.2', 'naïve'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom('😀'.repeat(60), 'x'.repeat(150), '𝒜') },
)
const sentence = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => `${words.join(' ')}. `)
const line = fc.oneof(
  sentence,
  fc.constantFrom('', '   ', '7.2 Notices', 'ARTICLE IV', 'GENERAL TERMS', '# Title', 'a\tb\tc', '\r'),
  fc.array(sentence, { maxLength: 12 }).map((parts) => parts.join('')),
)
const text = fc.array(line, { maxLength: 20 }).map((lines) => lines.join('\n').replace(/\f/g, ' ').toWellFormed())

const page: fc.Arbitrary<SplitPage> = fc
  .tuple(
    text,
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom('heading', 'paragraph', 'list-item', 'table', 'code', 'note', 'quoted'),
        fc.nat(3),
      ),
      { maxLength: 8 },
    ),
  )
  .map(([content, marks]) => {
    const ends = [...new Set(marks.map(([at]) => at % (content.length + 1)))].toSorted((a, b) => a - b)
    const blocks = ends.map(
      (end, index): SplitBlock => ({
        start: index === 0 ? 0 : ends[index - 1]!,
        end,
        kind: marks[index]![1],
        level: marks[index]![2],
      }),
    )
    return { page: null, text: content, blocks }
  })
const pages = fc
  .array(page, { minLength: 1, maxLength: 4 })
  .map((list) => list.map((item, index) => ({ ...item, page: index + 1 })))
const maxCharacters = fc.constantFrom(40, 120, 1000)

function wholeText(list: readonly SplitPage[]): string {
  return list.map((item) => item.text).join('\f')
}

function plain(content: string): readonly Passage[] {
  return splitPassages([{ page: null, text: content, blocks: [] }])
}

describe('every document', () => {
  it('gives passages whose offsets are exact and in order', () => {
    fc.assert(
      fc.property(pages, maxCharacters, (list, max) => {
        const whole = wholeText(list)
        let last = 0
        for (const passage of splitPassages(list, { maxCharacters: max })) {
          expect(whole.slice(passage.start, passage.end)).toBe(passage.text)
          expect(passage.start).toBeGreaterThanOrEqual(last)
          expect(passage.text.trim()).toBe(passage.text)
          last = passage.end
        }
      }),
    )
  })

  it('has every non-blank character in exactly one passage', () => {
    fc.assert(
      fc.property(pages, maxCharacters, (list, max) => {
        const passages = splitPassages(list, { maxCharacters: max })
        const inPassages = passages.map((passage) => passage.text).join('')
        expect(inPassages.replace(/\s+/g, '')).toBe(wholeText(list).replace(/\s+/g, ''))
      }),
    )
  })

  it('gives no passage that is empty, too long, on two pages or cut inside a character', () => {
    fc.assert(
      fc.property(pages, maxCharacters, (list, max) => {
        for (const { text: content } of splitPassages(list, { maxCharacters: max })) {
          expect(content.length).toBeGreaterThan(0)
          expect(content.length).toBeLessThanOrEqual(max)
          expect(content).not.toContain('\f')
          expect(content.isWellFormed()).toBe(true)
        }
      }),
    )
  })
})

describe('paragraphs and sentences', () => {
  const longParagraph = Array.from(
    { length: 60 },
    (_, index) => `Sentence ${index + 1} cites Smith v. Jones, No. 5, at 3.5.`,
  ).join(' ')

  it('keeps short paragraphs whole and together', () => {
    expect(plain('One paragraph.\n\nAnother one.').map((passage) => passage.text)).toEqual([
      'One paragraph.\n\nAnother one.',
    ])
  })

  it('cuts a long paragraph after a sentence, into parts of like size', () => {
    const passages = plain(longParagraph)
    for (const { text: content } of passages) expect(content).toMatch(/^Sentence .* 3\.5\.$/s)
    const sizes = passages.map((passage) => passage.text.length)
    expect(Math.min(...sizes)).toBeGreaterThan(Math.max(...sizes) * 0.6)
  })

  it('begins a new passage rather than cut a paragraph when the open one is well filled', () => {
    const first = `First. ${'a'.repeat(MAX_PASSAGE_CHARACTERS * 0.6)}`
    const second = `Second one. ${'b'.repeat(MAX_PASSAGE_CHARACTERS * 0.3)}. ${'c'.repeat(MAX_PASSAGE_CHARACTERS * 0.3)}.`
    expect(plain(`${first}\n\n${second}`).map((passage) => passage.text)).toEqual([first, second])
  })

  it('cuts a line of 2 million characters without blanks, in a time in proportion to it', async () => {
    const cut = (count: number) => plain('😀'.repeat(count))
    expect(cut(1_000_000).length).toBe(Math.ceil(2_000_000 / MAX_PASSAGE_CHARACTERS))
    expect(
      await timesAsLong(
        () => cut(1_000_000),
        () => cut(250_000),
        11,
      ),
    ).toBeLessThan(11)
  })
})

describe('sections', () => {
  const body = 'The parties agree as follows, and nothing else is agreed between them in this clause.'

  it('names the clause headings of plain text as the section', () => {
    const long = 'Words of some length. '.repeat(30)
    const passages = plain(`ARTICLE IV\n\n7.2 Notices\n${long}\n\nARTICLE V\n\n8. Term\n${long}`)
    expect(passages.map(({ section }) => section)).toEqual(
      ['7.2 Notices', '8. Term'].map((name, index) => `ARTICLE ${index === 0 ? 'IV' : 'V'} > ${name}`),
    )
  })

  it('lets short sections share a passage, and begins a new one at a section once it is half full', () => {
    const firstLines = (length: number) =>
      plain(`ARTICLE I\n${'Words of some length. '.repeat(length)}\n\nARTICLE II\n${body}`).map(
        ({ text: content }) => content.split('\n')[0],
      )
    expect(firstLines(10)).toEqual(['ARTICLE I'])
    expect(firstLines(30)).toEqual(['ARTICLE I', 'ARTICLE II'])
  })

  it('names all the clauses that a passage lies in, and indexes the one that most of it lies in', () => {
    const clause = (number: number) => `${number}. Clause ${number}\n${body}\n\n`
    const [two, many] = [
      [7, 8],
      [1, 2, 3],
    ].map((numbers) => plain(numbers.map(clause).join('')))
    expect(two?.map(({ section }) => section)).toEqual(['7. Clause 7; 8. Clause 8'])
    expect(many?.map(({ section }) => section)).toEqual(['1. Clause 1 \u2026 3. Clause 3'])
    const [uneven] = plain(`${clause(1)}2. Clause 2\n${body} ${body}`)
    expect(uneven).toMatchObject({ section: '1. Clause 1; 2. Clause 2', mainSection: '2. Clause 2' })
  })

  it('moves a heading to the text below it rather than end on it', () => {
    const passages = plain(`1.1 First\n${'Words of some length. '.repeat(44)}\n\n1.2 Second\n${body}`)
    expect(passages.map(({ text: content }) => content.split('\n')[0])).toEqual(['1.1 First', '1.2 Second'])
  })

  it('takes the large lines of a title page for no section', () => {
    const titles = ['LEASE', 'of the shop', '(1) PENNIFOLD ESTATES', '(2) LARKSPUR BAKERY', 'Dated 25 March 2021']
    const title = titles.join('\n')
    const blocks = titles.map((words, index) => {
      const start = titles.slice(0, index).join('\n').length + (index === 0 ? 0 : 1)
      return { start, end: start + words.length, kind: index === 4 ? 'paragraph' : 'heading', level: 2 }
    })
    const next = `12. Notices\n${body}`
    const heading = { start: 0, end: '12. Notices'.length, kind: 'heading', level: 3 }
    const passages = splitPassages([
      { page: 1, text: title, blocks },
      {
        page: 2,
        text: next,
        blocks: [heading, { start: heading.end + 1, end: next.length, kind: 'paragraph', level: 0 }],
      },
    ])
    expect(passages.map(({ section }) => section)).toEqual(['', '12. Notices'])
  })

  it('carries the section over to the next page', () => {
    const heading = 'Duties'
    const passages = splitPassages([
      {
        page: 1,
        text: `${heading}\n\n${body}`,
        blocks: [{ start: 0, end: heading.length, kind: 'heading', level: 1 }],
      },
      { page: 2, text: body, blocks: [] },
    ])
    expect(passages.map(({ page: number, section }) => [number, section])).toEqual([
      [1, 'Duties'],
      [2, 'Duties'],
    ])
  })
})

describe('tables', () => {
  it('parts between rows and repeats the head only beside the text', () => {
    const rows = Array.from({ length: 40 }, (_, index) => `Drug ${index}\t${index} mg daily by mouth\tstarted in March`)
    const content = ['Name\tDose\tSince', ...rows].join('\n')
    const passages = splitPassages([
      { page: 1, text: content, blocks: [{ start: 0, end: content.length, kind: 'table', level: 1 }] },
    ])
    expect(passages.length).toBeGreaterThan(1)
    for (const { text: part } of passages)
      for (const row of part.split('\n')) expect(content.split('\n')).toContain(row)
    expect(passages.map(({ tableHead }) => tableHead)).toEqual([
      null,
      ...passages.slice(1).map(() => 'Name\tDose\tSince'),
    ])
  })

  it('repeats the line above the head too, with the date of what the table holds', () => {
    const caption = 'Blood results of 12.09.2024'
    const head = 'Test\tValue\tUnit\tRange'
    const rows = Array.from({ length: 40 }, (_, index) => `Sodium ${index}\t${130 + index}\tmmol/L\t135-145`)
    const table = [head, ...rows].join('\n')
    const start = caption.length + 2
    const blocks = [
      { start: 0, end: caption.length, kind: 'paragraph', level: 0 },
      { start, end: start + table.length, kind: 'table', level: 1 },
    ]
    const passages = splitPassages([{ page: 1, text: `${caption}\n\n${table}`, blocks }], { maxCharacters: 300 })
    expect(passages.length).toBeGreaterThan(2)
    expect(passages.map(({ tableHead }) => tableHead)).toEqual([
      null,
      ...passages.slice(1).map(() => `${caption}\n\n${head}`),
    ])
  })

  it('of a sheet give passages that are named by the sheet and the cells they hold', () => {
    const rows = Array.from({ length: 30 }, (_, index) => `\tItem ${index}\t${index}`)
    const first = ['\tName\tPrice', ...rows].join('\n')
    const sheet = `${first}\n\nTotal\t99`
    const passages = splitPassages(
      [
        {
          page: 1,
          label: 'Rates',
          text: sheet,
          blocks: [
            { start: 0, end: first.length, kind: 'table', level: 1, firstCell: 'A2' },
            { start: first.length + 2, end: sheet.length, kind: 'table', level: 0, firstCell: 'AA40' },
          ],
        },
        { page: 2, label: 'iv', text: 'Words of a page.', blocks: [] },
      ],
      { maxCharacters: 200 },
    )
    const lines = first.split('\n')
    let next = 2
    for (const { section, text: part } of passages.slice(0, -2)) {
      const held = part.split('\n').length
      expect(section).toBe(`Rates > A${next}:C${next + held - 1}`)
      expect(lines[next - 2]!.trim()).toBe(part.split('\n')[0])
      next += held
    }
    expect(passages.at(-2)!.section).toMatch(/^Rates > A\d+:AB40$/)
    expect(passages.at(-1)!.section).toBe('')
  })
})
