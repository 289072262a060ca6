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

test('what goes on below the last cell of a row is of that row, at its own offsets', () => {
  const letter = [
    'Biopsies were taken:',
    '',
    '   Site                    Pieces   Findings',
    '   ------------------------------------------------------',
    '   A  Duodenum, D2           4      Subtotal villous atrophy,',
    '                                    crypt hyperplasia.',
    '                                    Marsh 3b.',
    '   B  Duodenal bulb          2      Partial villous atrophy.',
    '                                    Marsh 3a.',
    '',
    'Yours sincerely',
  ].join('\n')
  const rows = placesIn(letter).filter(({ kind }) => kind === 'row')
  expect(rows.map(({ text }) => text.replace(/ {2,}/g, ' ').trim())).toEqual([
    expect.stringContaining('Findings'),
    expect.stringMatching(/Duodenum.*crypt hyperplasia\. Marsh 3b\.$/s),
    expect.stringMatching(/bulb.*Partial.*Marsh 3a\.$/s),
  ])
  const bulb = rows.at(-1)
  expect(letter.slice(bulb?.start, bulb?.end).trim()).toMatch(/^B .*Marsh 3a\.$/s)
})

test('what stands below the rule at the end of a table is no part of it', () => {
  const text = 'Item        Sum\nLamp        £40\nChair       £90\n---------------\nPaid on 3 May.'
  const places = placesIn(text)
  expect(places.at(-1)).toMatchObject({ kind: 'sentence', text: 'Paid on 3 May.' })
})

test('the empty first cell of a head is kept', () => {
  const [, row] = placesIn('\t12 March\t14 March\nCRP\t5\t88').filter(({ kind }) => kind === 'row')
  expect(row?.label).toBe('\t12 March\t14 March')
})
