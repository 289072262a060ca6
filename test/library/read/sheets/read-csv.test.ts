import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { READ_LIMITS } from '../../../../library/read/read-limits.ts'
import { blocksOf, collect } from '../collect.ts'

async function read(content: string | Buffer, name = 'a.csv', limits = READ_LIMITS) {
  const { pages, result } = await collect(name, Buffer.from(content), { limits })
  return { page: pages[0]!, warnings: result.warnings }
}

describe('a table in text', () => {
  it.each([
    ['commas', 'Test,Value\nSodium,140\nPotassium,4.1\n', 'a.csv'],
    ['semicolons', 'Test;Value\nSodium;140\nPotassium;4.1\n', 'a.csv'],
    ['tabs in a .csv', 'Test\tValue\r\nSodium\t140\r\nPotassium\t4.1\r\n', 'a.csv'],
    ['bars', 'Test|Value\nSodium|140\nPotassium|4.1\n', 'a.csv'],
    ['a line that says so', 'sep=|\nTest|Value\nSodium|140\nPotassium|4.1\n', 'a.csv'],
    ['tabs', 'Test\tValue\nSodium\t140\nPotassium\t4.1\n', 'a.tsv'],
    ['a byte order mark', '\uFEFFTest,Value\nSodium,140\nPotassium,4.1', 'a.csv'],
  ])('is one table with a head, parted by %s', async (_, content, name) => {
    const { page, warnings } = await read(content, name)
    expect(blocksOf(page)).toEqual([['table', 1, 'Test\tValue\nSodium\t140\nPotassium\t4.1']])
    expect(page.blocks[0]).toMatchObject({ start: 0, firstCell: 'A1' })
    expect(page.page).toBeNull()
    expect(warnings).toEqual([])
  })

  it('keeps quoted commas, quotes and line breaks in their cell', async () => {
    const { page } = await read('Name,Note,Count\n"Smith, John","said ""no""\nthen left",2\nLee,5" pipe,3\n')
    expect(page.text).toBe('Name\tNote\tCount\nSmith, John\tsaid "no" then left\t2\nLee\t5" pipe\t3')
  })

  it('keeps ragged rows and empty lines, so that a line is a row', async () => {
    const { page } = await read('a,b,c\n1,2\n\n1,2,3,4\n4,5,6\n')
    expect(page.text.split('\n')).toEqual(['a\tb\tc', '1\t2', '', '1\t2\t3\t4', '4\t5\t6'])
  })

  it('decodes legacy code pages and says that it guessed', async () => {
    const { page, warnings } = await read(iconv.encode('Straße;Größe\nMüllerstraße;12\nBäckerweg;7\n', 'windows-1252'))
    expect(page.text).toContain('Müllerstraße\t12')
    expect(warnings[0]).toMatch(/encoding is not stated/)
  })

  it('that is prose is plain text', async () => {
    const prose = 'Dear Sir, thank you.\nWe write again, as agreed, in this matter.\nYours, truly, and so on, B.\nEnd\n'
    const { page, warnings } = await read(prose)
    expect(page.text).toBe(prose)
    expect(page.blocks).toEqual([])
    expect(warnings).toEqual(['No rows and columns could be made out in the file; it was read as plain text.'])
  })

  it('whose quote never ends loses nothing', async () => {
    const content = `a,b\n1,2\n3,"4\n${'5,6\n'.repeat(50)}`
    const { page } = await read(content)
    expect(page.text.replace(/[\s",]/g, '')).toBe(content.replace(/[\s",]/g, ''))
  })

  it('is stopped at the limits in plain words', async () => {
    const cells = { ...READ_LIMITS, tableCells: 100 }
    await expect(read('1,2,3\n'.repeat(50), 'a.csv', cells)).rejects.toMatchObject({
      failure: { code: 'gate' },
      message: expect.stringMatching(/too many cells/),
    })
    await expect(read('1,2,3\n'.repeat(5), 'a.csv', { ...READ_LIMITS, textMb: 0 })).rejects.toMatchObject({
      failure: { code: 'gate' },
      message: expect.stringMatching(/^The table is too large/),
    })
  })

  it('that is empty says so', async () => {
    expect((await read(' \n \n')).page).toMatchObject({ state: 'empty' })
  })
})
