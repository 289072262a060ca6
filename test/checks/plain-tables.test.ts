import { expect, test } from 'vitest'
import { placesIn } from '../../checks/places.ts'

test('a table of spaces in a letter is read row by row, below its head, at its own offsets', () => {
  const letter = [
    'We enclose what was paid.',
    '',
    '   Instalment     Date paid            Excl. VAT',
    '   Deposit        21 March 2022        £96,000',
    '   Total                               £352,000',
    '',
    'The rest is due.',
  ].join('\n')
  const rows = placesIn(letter).filter(({ kind }) => kind === 'row')
  expect(rows.map(({ text }) => text.split('\t').map((cell) => cell.trim()))).toEqual([
    ['Instalment', 'Date paid', 'Excl. VAT'],
    ['Deposit', '21 March 2022', '£96,000'],
    ['Total', '', '£352,000'],
  ])
  expect(rows.map(({ start, end }) => letter.slice(start, end).trim().split(/\s/)[0])).toEqual([
    'Instalment',
    'Deposit',
    'Total',
  ])
  expect(rows[2]?.label.split('\t')).toHaveLength(3)
})

test('the empty first cell of a head is kept', () => {
  const [, row] = placesIn('\t12 March\t14 March\nCRP\t5\t88').filter(({ kind }) => kind === 'row')
  expect(row?.label).toBe('\t12 March\t14 March')
})
