import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOutWords } from '../../../../library/read/ocr/lay-out-words.ts'
import type { PlacedWord } from '../../../../library/read/ocr/text-rows.ts'

const EM = 10
const ADVANCE = 5

describe('the layout of recognised words', () => {
  test('joins the lines of a paragraph, and parts paragraphs by a gap', () => {
    const words = [
      ...line(50, 100, 'The tenant shall pay the rent on the first day'),
      ...line(50, 113, 'of each month to the account of the landlord'),
      ...line(50, 140, 'Notices shall be in writing and served by hand'),
    ]
    expect(layOutWords(words).text).toBe(
      'The tenant shall pay the rent on the first day of each month to the account of the landlord\n\nNotices shall be in writing and served by hand',
    )
  })

  test('reads columns one after the other, below a headline across them', () => {
    const left = ['Upon the plea of the tenant', 'the court considered first', 'whether notice was given']
    const right = ['It found that the landlord', 'had served it on the first', 'of May by recorded post']
    const words = [
      ...line(50, 80, 'The judgment of the court in this matter, in the words of its president'),
      ...left.flatMap((text, index) => line(50, 110 + index * 13, text)),
      ...right.flatMap((text, index) => line(250, 110 + index * 13, text)),
    ]
    expect(layOutWords(words).text.split('\n\n').slice(-2)).toEqual([left.join(' '), right.join(' ')])
  })

  test('keeps the cells of a row together', () => {
    const rows = [
      ['Item', 'Amount', 'Due'],
      ['Rent', '(1,250)', 'May'],
      ['Heating', '310', 'June'],
      ['Water', '42', 'July'],
    ]
    const words = rows.flatMap((cells, row) =>
      cells.flatMap((cell, index) => line(50 + index * 120, 100 + row * 15, cell)),
    )
    const { text, blocks } = layOutWords(words)
    expect(text).toBe(rows.map((cells) => cells.join('\t')).join('\n'))
    expect(blocks).toMatchObject([{ kind: 'table', level: 0 }])
  })

  test('joins a word that was broken at the end of a line, but no compound', () => {
    const words = [
      ...line(50, 100, 'The long-term lease of the premises was termi-'),
      ...line(50, 113, 'nated by the landlord, who regrets that long-'),
      ...line(50, 126, 'term agreement'),
    ]
    expect(layOutWords(words).text).toContain('was terminated by the landlord, who regrets that long-term agreement')
  })

  test('tells headings by the size of their letters, and lists by their marks', () => {
    const words = [
      ...line(50, 80, 'Schedule of Works', 20),
      ...line(50, 120, '1. The roof is to be repaired.'),
      ...line(50, 134, '2. The walls are to be painted.'),
    ]
    expect(layOutWords(words).blocks.map(({ kind }) => kind)).toEqual(['heading', 'list-item', 'list-item'])
  })

  test('writes every word once, wherever it stands', () => {
    const word = fc.record({
      text: fc.stringMatching(/^[a-z]{1,8}$/),
      x: fc.integer({ min: 0, max: 500 }),
      y: fc.integer({ min: 0, max: 700 }),
      width: fc.integer({ min: 4, max: 60 }),
      height: fc.integer({ min: 4, max: 30 }),
    })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
        const { text, order, starts, ends, blocks } = layOutWords(words)
        expect(order.toSorted((one, other) => one - other)).toEqual([...words.keys()])
        expect(order.map((_, index) => text.slice(starts[index], ends[index]))).toEqual(
          order.map((index) => words[index]!.text),
        )
        expect(blocks.every(({ start, end }, index) => start < end && start >= (blocks[index - 1]?.end ?? 0))).toBe(
          true,
        )
      }),
    )
  })
})

/** A line of print as its ink is boxed, from the left end of its baseline. */
function line(x: number, baseline: number, text: string, em = EM): readonly PlacedWord[] {
  let at = x
  return text.split(' ').map((word) => {
    const above = (/[A-Zbdfhklt0-9(]/.test(word) ? 0.72 : 0.48) * em
    const below = (/[gjpqy()]/.test(word) ? 0.22 : /[,;]/.test(word) ? 0.14 : 0) * em
    const width = (word.length * ADVANCE * em) / EM
    const placed = { text: word, x: at, y: baseline - above, width, height: above + below }
    at += width + (ADVANCE * em) / EM / 1.5
    return placed
  })
}
