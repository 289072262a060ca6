import type { LayoutBlock } from '@llamaindex/liteparse'
import { describe, expect, it } from 'vitest'
import type { FoundWord } from '../../../../../library/read/pdf/word-aligner.ts'
import { withTables } from '../../../../../library/read/pdf/tables/page-tables.ts'

/** Words of letters 5 points wide and 10 high: each cell at its `x`, its words a space apart. */
function line(y: number, cells: readonly (readonly [x: number, text: string])[]): readonly FoundWord[] {
  return cells.flatMap(([left, text]) => {
    let x = left
    return text.split(' ').map((word) => {
      const found = { text: word, x, y, width: word.length * 5, height: 10 }
      x += found.width + 3
      return found
    })
  })
}

function paragraph(text: string, y: number, height: number): LayoutBlock {
  return { kind: 'paragraph', text, bbox: { x: 0, y, width: 600, height } }
}

/** Columns of 100 points whose boxes touch. */
function ruledRow(y: number, height: number, cells: readonly string[]) {
  return cells.map((text, column) => ({ text, bbox: { x: column * 100, y, width: 100, height } }))
}

const table = (blocks: readonly LayoutBlock[]) =>
  blocks
    .filter(({ kind }) => kind === 'table')
    .map(({ header = [], rows = [] }) =>
      [header, ...rows].filter((row) => row.length > 0).map((row) => row.map(({ text }) => text)),
    )

describe('the tables of a page', () => {
  const values = [
    ['Sodium', '140', '135-145'],
    ['Potassium', '4.1', '3.5-5.1'],
    ['CRP', '<5', '<5'],
  ] as const
  const lab = [
    ...line(100, [[10, 'Blood results of 12 May']]),
    ...line(120, [
      [10, 'Test'],
      [200, 'Value'],
      [300, 'Range'],
    ]),
    ...values.flatMap(([test, value, range], at) =>
      line(135 + at * 15, [
        [10, test],
        [200, value],
        [300, range],
      ]),
    ),
  ]

  it('are found where the layout saw a paragraph, and what stands above stays', () => {
    const found = withTables([paragraph('all of it', 95, 100)], lab)
    expect(found.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'Blood results of 12 May'],
      ['table', undefined],
    ])
    expect(table(found)).toEqual([[['Test', 'Value', 'Range'], ...values.map((row) => [...row])]])
  })

  it('keep a head that the layout made a paragraph of, beside the empty row that it stands in', () => {
    const words = [
      ...line(70, [[10, 'Taken at seven']]),
      ...line(105, [
        [10, 'Test'],
        [170, 'Result'],
        [201, 'Unit'],
      ]),
      ...line(125, [
        [10, 'Sodium'],
        [110, '140'],
        [201, 'mmol/L'],
      ]),
    ]
    const blocks: readonly LayoutBlock[] = [
      paragraph('Taken at seven', 68, 14),
      paragraph('Test Result Unit', 103, 14),
      {
        kind: 'table',
        rows: [ruledRow(100, 20, ['', '', '']), ruledRow(120, 20, ['Sodium', '140', 'mmol/L'])],
        bbox: { x: 0, y: 100, width: 300, height: 40 },
      },
    ]
    const found = withTables(blocks, words)
    expect(found.map(({ kind }) => kind)).toEqual(['paragraph', 'table'])
    expect(table(found)).toEqual([
      [
        ['Test', 'Result', 'Unit'],
        ['Sodium', '140', 'mmol/L'],
      ],
    ])
    const wider = blocks.with(0, paragraph('Taken at seven', 66, 2)).with(1, paragraph('All above', 68, 49))
    expect(table(withTables(wider, words))[0]![0]).toEqual(['', '', ''])
  })

  it('join the lines of a cell that stand closer than rows', () => {
    const words = [
      ...line(100, [
        [10, 'Long name of'],
        [200, '12'],
      ]),
      ...line(110, [[10, 'the first item']]),
      ...line(130, [
        [10, 'Second'],
        [200, '7'],
      ]),
      ...line(150, [
        [10, 'Third'],
        [200, '9'],
      ]),
      ...line(170, [
        [10, 'Fourth'],
        [200, '3'],
      ]),
    ]
    expect(table(withTables([paragraph('x', 95, 100)], words))).toEqual([
      [
        ['Long name of the first item', '12'],
        ['Second', '7'],
        ['Third', '9'],
        ['Fourth', '3'],
      ],
    ])
  })

  it('are not made of prose in two columns, lists, lines of numbers or Arabic', () => {
    const column = (x: number) => [x, 'words of a long line that goes on to its end'] as const
    const prose = Array.from({ length: 6 }, (_, at) => line(100 + at * 12, [column(10), column(300)])).flat()
    const pleading = Array.from({ length: 6 }, (_, at) =>
      line(100 + at * 12, [
        [10, `${at + 1}`],
        [60, 'the tenant shall pay'],
      ]),
    ).flat()
    const drawing = [
      line(100, [
        [10, '1'],
        [90, '2'],
      ]),
      line(112, [
        [200, '3'],
        [290, '4'],
      ]),
      line(124, [
        [10, '5'],
        [380, '6'],
      ]),
    ].flat()
    const arabic = Array.from({ length: 6 }, (_, at) =>
      line(100 + at * 12, [
        [10, 'test'],
        [90, 'إختبار'],
        [200, `${at}`],
      ]),
    ).flat()
    for (const words of [prose, pleading, drawing, arabic]) {
      const blocks = [paragraph('as it was', 95, 100)]
      expect(withTables(blocks, words)).toEqual(blocks)
    }
  })

  it('that are ruled part rows which lie in one box where each line has its number', () => {
    const words = [
      ...line(100, [
        [10, 'Item'],
        [110, 'Price'],
      ]),
      ...line(115, [
        [10, 'Steel'],
        [110, '12'],
      ]),
      ...line(127, [
        [10, 'Wood'],
        [110, '7'],
      ]),
    ]
    const block: LayoutBlock = {
      kind: 'table',
      header: ruledRow(98, 14, ['Item', 'Price']),
      rows: [ruledRow(112, 30, ['Steel Wood', '12 7'])],
      bbox: { x: 0, y: 98, width: 200, height: 44 },
    }
    expect(table(withTables([block], words))).toEqual([
      [
        ['Item', 'Price'],
        ['Steel', '12'],
        ['Wood', '7'],
      ],
    ])
  })

  it('that are ruled keep a cell of two lines whole', () => {
    const words = [
      ...line(100, [
        [10, 'Name'],
        [110, 'First'],
      ]),
      ...line(110, [[110, 'Class']]),
      ...line(125, [
        [10, 'Lee'],
        [110, 'X'],
      ]),
    ]
    const block: LayoutBlock = {
      kind: 'table',
      rows: [ruledRow(98, 24, ['Name', 'First Class']), ruledRow(122, 14, ['Lee', 'X'])],
      bbox: { x: 0, y: 98, width: 200, height: 40 },
    }
    expect(table(withTables([block], words))).toEqual([
      [
        ['Name', 'First Class'],
        ['Lee', 'X'],
      ],
    ])
  })

  it('that are lines of running text become a paragraph', () => {
    const words = [
      ...line(100, [[10, 'temporary disability benefits were paid until']]),
      ...line(112, [[10, 'notice of the hearing was given']]),
    ]
    const cell = (text: string, x: number, y: number) => ({ text, bbox: { x, y, width: text.length * 5, height: 10 } })
    const block: LayoutBlock = {
      kind: 'table',
      rows: [
        [cell('temporary disability', 10, 100), cell('benefits were paid until', 116, 100)],
        [cell('notice of the', 10, 112), cell('hearing was given', 80, 112)],
      ],
      bbox: { x: 10, y: 100, width: 300, height: 24 },
    }
    expect(withTables([block], words).map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'temporary disability benefits were paid until notice of the hearing was given'],
    ])
  })

  it('are not looked for on a page of very many words', () => {
    const words = Array.from({ length: 20_000 }, (_, at) =>
      line(at, [
        [10, 'a'],
        [100, '1'],
      ]),
    ).flat()
    const blocks = [paragraph('x', 0, 20_000)]
    expect(withTables(blocks, words)).toBe(blocks)
  })
})
