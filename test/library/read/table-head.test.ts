import { describe, expect, it } from 'vitest'
import { countHeadRows } from '../../../library/read/table-head.ts'

const rows = (table: string) => table.split('\n').map((row) => row.split('|'))

describe('the head of a table', () => {
  it.each([
    ['names over numbers', 'Test|Value\nSodium|140\nPotassium|4.1', 1],
    ['years over numbers', '|2021|2022\nSales|12.5|13\nCost|8|9', 1],
    [
      'dates over values with units',
      'Test|2024-09-12|2024-10-01\nSodium|140 mmol/L|138 mmol/L\nCRP|<5 mg/L|12 mg/L',
      1,
    ],
    ['a title above the names', 'Blood results 12.09.2024\nTest|Value|Range\nSodium|140|135-145\nCRP|3|<5', 2],
    ['names on two lines', '|Sales|\n|2021|2022\nNorth|1,200|1,300\nSouth|(40)|—', 2],
    ['a group that follows the names', 'Item|Amount\nAssets\nCash|120\nStock|80', 1],
    [
      'short names over long words',
      'Clause|Duty\n4.1|The tenant shall keep the premises in good repair.\n4.2|The tenant shall not assign this lease.',
      1,
    ],
    ['words in three columns', 'Name|Role|Firm\nA. Lee|Partner|Kay LLP\nB. Ray|Associate|Dow LLP', 1],
  ])('is found: %s', (_, table, head) => {
    expect(countHeadRows(rows(table))).toBe(head)
  })

  it.each([
    ['numbers from the first row on', '200.01|1\n400.01|3\n600.01|5'],
    ['labels and values', 'Name|Ruben Diaz\nDocket|2019-06-0263\nCourt|Appeals Board'],
    ['rows of years', 'Opened|1999\nClosed|2004\nMoved|2011'],
    ['a single row', 'Test|Value'],
    ['a single column', 'Test\nSodium\nPotassium'],
    ['words that come again', 'Yes|No|Yes\nNo|No|Yes\nYes|No|No'],
  ])('is not made up: %s', (_, table) => {
    expect(countHeadRows(rows(table))).toBe(0)
  })
})
