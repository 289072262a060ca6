import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TextBlock } from '../../contract/document.ts'
import { orderedSpans, textRuns } from '../../renderer/viewer/text/marked-text.tsx'
import { pageGroups } from '../../renderer/viewer/text/page-groups.ts'
import { columnLetters, tableLayout } from '../../renderer/viewer/text/table-view.tsx'
import type { Marks } from '../../renderer/viewer/text/text-context.ts'
import { hasOwnMarker } from '../../renderer/viewer/text/text-view.tsx'

const NO_MARKS: Marks = { kept: [], cited: [], found: [], current: null }

describe('runs of a text', () => {
  const span = fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length }))
  const spans = fc.array(span, { maxLength: 4 })

  test('keep every character and mark exactly those of the spans, what was found before what is cited', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 50 }),
        fc.nat(20),
        spans,
        spans,
        fc.nat(80),
        (text, start, cited, found, cut) => {
          const marks = { kept: [], cited: orderedSpans(cited), found: orderedSpans(found), current: null }
          const runs = textRuns({ text, start, links: [] }, marks, [cut])
          expect(runs.map((run) => run.text).join('')).toBe(text)
          const marked = runs.flatMap((run) => Array.from({ length: run.text.length }, () => run.mark))
          const isIn = (list: typeof cited, at: number) => list.some((one) => at >= one.start && at < one.end)
          const wanted = Array.from({ length: text.length }, (_, index) =>
            isIn(found, start + index) ? 'found' : isIn(cited, start + index) ? 'cited' : null,
          )
          expect(marked).toEqual(wanted)
        },
      ),
    )
  })

  test('begin where one is to go, and lead where a cross-reference leads', () => {
    const links = [{ start: 104, end: 113, target: 7 }]
    const runs = textRuns({ text: 'see section 2 here', start: 100, links }, NO_MARKS, [109])
    expect(runs.map(({ start, text, target }) => [start, text, target])).toEqual([
      [100, 'see ', null],
      [104, 'secti', 7],
      [109, 'on 2', 7],
      [113, ' here', null],
    ])
  })
})

describe('the groups of a page', () => {
  const block = (start: number, end: number, kind: string, level = 0): TextBlock => ({ start, end, kind, level })

  test('hold every word once and in order, whether a block covers it or not', () => {
    const words = fc.array(fc.constantFrom('clause', 'rent', '\n', '\n\n', ' ', '\t', '  x', '\n \n'), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(words, fc.nat(30), fc.nat(40), (parts, from, length) => {
        const text = parts.join('')
        const start = Math.min(from, text.length)
        const blocks = [block(start, Math.min(text.length, start + length), 'paragraph')]
        const pieces = pageGroups({ text, blocks }).flatMap((group) => group.pieces)
        const shown = pieces.map((piece) => text.slice(piece.start, piece.end)).join('')
        expect(shown.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''))
        for (const [at, piece] of pieces.entries()) expect(piece.start).toBeGreaterThanOrEqual(pieces[at - 1]?.end ?? 0)
      }),
    )
  })

  test('stay small where a text is one endless paragraph, and lose nothing of it', () => {
    const text = 'word '.repeat(20_000)
    const groups = pageGroups({ text, blocks: [block(0, text.length, 'paragraph')] })
    expect(Math.max(...groups.map(({ start, end }) => end - start))).toBeLessThanOrEqual(5000)
    expect(groups.flatMap(({ pieces }) => pieces.map(({ start, end }) => text.slice(start, end))).join('')).toBe(text)
  })

  test('skip no level of heading for those who hear them', () => {
    const text = 'A\n\nB\n\nC\n\nD'
    const blocks = [
      block(0, 1, 'heading', 2),
      block(3, 4, 'heading', 5),
      block(6, 7, 'heading', 1),
      block(9, 10, 'heading', 3),
    ]
    const pieces = pageGroups({ text, blocks }).flatMap((group) => group.pieces)
    expect(pieces.map(({ outline }) => outline)).toEqual([3, 4, 3, 4])
  })
})

describe('a table', () => {
  const table = (text: string, level: number, firstCell?: string) =>
    tableLayout(text, { start: 0, end: text.length, kind: 'table', level, ...(firstCell ? { firstCell } : {}) })
  const cellsOf = (text: string, layout: ReturnType<typeof table>) =>
    Array.from({ length: layout.rows }, (_, row) => layout.cells(row).map(({ start, end }) => text.slice(start, end)))

  test('has the cells of its text, empty ones as well, and knows columns of figures', () => {
    const text = 'Item\tRate, £\tNote\nRoof\t1,250.00\t\nLift\t-310.00\tsee p. 2\n'
    const layout = table(text, 1, 'B3')
    expect(cellsOf(text, layout)).toEqual([
      ['Item', 'Rate, £', 'Note'],
      ['Roof', '1,250.00', ''],
      ['Lift', '-310.00', 'see p. 2'],
    ])
    expect(layout.columns.map(({ isNumeric }) => isNumeric)).toEqual([false, true, false])
    expect(layout.columns.map(({ widthCharacters, wordCharacters }) => [widthCharacters, wordCharacters])).toEqual([
      [6, 6],
      [10, 10],
      [10, 6],
    ])
    expect(layout.origin).toEqual({ column: 2, row: 3 })
  })

  test('of Markdown is cut at its strokes, without its ruler', () => {
    const text = '| Day | Event |\n|---|:---|\n| 27 September | posted |\n| | none |'
    expect(cellsOf(text, table(text, 2))).toEqual([['Day', 'Event'], [], ['27 September', 'posted'], ['', 'none']])
  })

  test('counts its columns as a spreadsheet does', () => {
    expect([1, 26, 27, 52, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA'])
    expect(table('x', 0, 'AB12').origin).toEqual({ column: 28, row: 12 })
    expect(table('x', 0, 'nonsense').origin).toBeNull()
  })
})

test('a list item that carries its number or bullet gets no second one', () => {
  const own = ['7.3 The Tenant', '10.1.2. Notices', '(a) first', 'iv) fourth', '• rent', '1. one']
  expect(own.filter((text) => !hasOwnMarker(text))).toEqual([])
  expect(['Rent', '7 days', 'a lease'].filter(hasOwnMarker)).toEqual([])
})
