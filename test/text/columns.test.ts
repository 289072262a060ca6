import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withTabs } from '../../text/columns.ts'

function cells(text: string): readonly (readonly string[])[] {
  return withTabs(text)
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()))
}

describe('a table in plain text', () => {
  test('of columns that spaces part', () => {
    const table = [
      '   Instalment     Date paid            Excl. VAT      Incl. VAT',
      '   Deposit        21 March 2022        £96,000        £115,200',
      '   M2             9 September 2022     £128,000       £153,600',
      '   Total                               £352,000       £422,400',
    ].join('\n')
    expect(cells(table)).toEqual([
      ['Instalment', 'Date paid', 'Excl. VAT', 'Incl. VAT'],
      ['Deposit', '21 March 2022', '£96,000', '£115,200'],
      ['M2', '9 September 2022', '£128,000', '£153,600'],
      ['Total', '', '£352,000', '£422,400'],
    ])
  })

  test('of numbers that stand at the right, below a rule and a head with an empty cell', () => {
    const table = [
      '              12 March   14 March',
      '----------------------------',
      'Creatinine          98        104',
      'CRP                  5         88',
    ].join('\n')
    expect(cells(table).filter((row) => row.length > 1)).toEqual([
      ['', '12 March', '14 March'],
      ['Creatinine', '98', '104'],
      ['CRP', '5', '88'],
    ])
  })

  test('of cells between bars without a border', () => {
    expect(cells('Position | claimed | awarded\nRepairs | 9,846.30 | 9,480.00')).toEqual([
      ['Position', 'claimed', 'awarded'],
      ['Repairs', '9,846.30', '9,480.00'],
    ])
  })

  test.each([
    'He came.  She left.\nThey met.  Nobody spoke.',
    'Name:        Maureen Ellis\nAddress:     29 Wharfe Lane',
    '1)  The tenant pays.\n2)  The landlord repairs.',
    'Roe & Co | Solicitors | London',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    'One line   with a gap\nand another without',
  ])('is not %j', (text) => {
    expect(withTabs(text)).toBe(text)
  })
})

test('whatever the text, it keeps its length and its words, and reading it again changes nothing', () => {
  const piece = fc.constantFrom('a', 'Roe', '12', ' ', '  ', '    ', '|', ' | ', '\n', '\n', '.', ':', '-', '---', '\t')
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 60 }).map((all) => all.join('')),
      (text) => {
        const tabbed = withTabs(text)
        expect(tabbed).toHaveLength(text.length)
        expect(tabbed.replace(/[\s|]/g, '')).toBe(text.replace(/[\s|]/g, ''))
        expect(tabbed.split('\n')).toHaveLength(text.split('\n').length)
        expect(withTabs(tabbed)).toBe(tabbed)
      },
    ),
  )
})
