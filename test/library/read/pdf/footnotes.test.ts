import { describe, expect, it } from 'vitest'
import { blocksOf, collect } from '../collect.ts'
import { type Print, typedPdf } from '../typed-pdf.ts'

const BODY: readonly Print[] = [
  ...[
    'The tenant pays the rent in advance on the first day of',
    'every month, to the account that the landlord names to',
  ].map((text, line): Print => [72, 120 + line * 16, 12, text]),
  [72, 152, 12, 'him in writing.'],
  [160, 148, 7, '1'],
  ...Array.from(
    { length: 12 },
    (_, line): Print => [
      72,
      200 + line * 16,
      12,
      `What follows in line ${'abcdefghijkl'[line]} is of no matter to the notes below it.`,
    ],
  ),
]

async function notesOf(lines: readonly Print[]): Promise<readonly string[]> {
  const { pages } = await collect('a.pdf', typedPdf([[...BODY, ...lines]]))
  return blocksOf(pages[0]!).flatMap(([kind, , text]) => (kind === 'note' ? [text] : []))
}

describe('footnotes', () => {
  it('are notes, with the lines that go on below', async () => {
    const notes = await notesOf([
      [72, 700, 9, '1 Where the first day is a holiday, the next working day counts for the payment'],
      [72, 711, 9, 'of the rent, and interest is due from then on only.'],
    ])
    expect(notes.join(' ')).toBe(
      '1 Where the first day is a holiday, the next working day counts for the payment of the rent, and interest is due from then on only.',
    )
  })

  it('are not small print without a mark that the page carries', async () => {
    expect(
      await notesOf([[72, 700, 9, 'Printed by the Association of Landlords, London, in the year of the lease.']]),
    ).toEqual([])
    expect(
      await notesOf([[72, 700, 9, '7 Printed by the Association of Landlords, London, in the year of the lease.']]),
    ).toEqual([])
  })

  it('are not clauses of the size of the page', async () => {
    expect(
      await notesOf([[72, 700, 12, '1 Where the first day is a holiday, the next working day counts for it.']]),
    ).toEqual([])
  })
})
