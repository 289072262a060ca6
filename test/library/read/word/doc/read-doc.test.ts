import { describe, expect, it } from 'vitest'
import { blocksOf, collect } from '../../collect.ts'
import { container, counted, type DocSpec, type Property, typedDoc, words } from '../typed-doc.ts'

async function read(spec: DocSpec) {
  const { pages, result } = await collect('a.doc', typedDoc(spec))
  return { page: pages[0]!, result }
}

const IN_TABLE: Property = [0x24_16, 1]
const ROW_END: Property = [0x24_17, 1]

describe('a Word document of the old format', () => {
  it('has paragraphs, headings by their outline level, and tables with their cells', async () => {
    const text = 'Lease\rA\u0007B\u0007\u0007End\r'
    const { page, result } = await read({
      text,
      paragraphs: [
        { to: 6, properties: [[0x26_40, 0]] },
        { to: 8, properties: [IN_TABLE] },
        { to: 10, properties: [IN_TABLE] },
        { to: 11, properties: [IN_TABLE, ROW_END] },
      ],
    })
    expect(blocksOf(page)).toEqual([
      ['heading', 1, 'Lease'],
      ['table', 0, 'A\tB'],
      ['paragraph', 0, 'End'],
    ])
    expect(result).toMatchObject({ pages: 1, reader: 'doc', warnings: [] })
  })

  it('keeps hidden text out and reports tracked changes with their authors', async () => {
    const { page, result } = await read({
      text: 'Pay 900950 now.secret\r',
      characters: [
        { to: 4 },
        {
          to: 7,
          properties: [
            [0x08_00, 1],
            [0x48_63, 1, 0],
            [0x68_64, 0, 0x08, 0x85, 0x07],
          ],
        },
        {
          to: 10,
          properties: [
            [0x08_01, 1],
            [0x48_04, 0, 0],
          ],
        },
        { to: 15 },
        { to: 21, properties: [[0x08_3c, 1]] },
      ],
      structures: { 51: Buffer.concat([Buffer.from([0xff, 0xff, 2, 0, 0, 0]), counted('Bo'), counted('Ann')]) },
    })
    expect(blocksOf(page)).toEqual([
      ['paragraph', 0, 'Pay 950 now.'],
      ['note', 0, 'Deleted by Ann, 2020-05-01: \u201c900\u201d'],
      ['note', 0, 'Inserted by Bo: \u201c950\u201d'],
    ])
    expect(result.warnings).toEqual([
      '6 characters are hidden text and were left out.',
      'Tracked changes were read as accepted (1 insertion, 1 deletion); each is reported behind its paragraph.',
    ])
  })

  it('ties footnotes and comments to their places', async () => {
    const body = 'Rent\u0002 is due\u0005.\r'
    const note = '\u0002 Net.\r'
    const comment = '\u0005When?\r'
    const head = Buffer.alloc(30)
    head.writeInt32LE(-1, 26)
    const { page } = await read({
      text: body + note + comment,
      lengths: [body.length, note.length, 0, 0, comment.length],
      structures: {
        2: Buffer.concat([words([4, body.length]), Buffer.from([1, 0])]),
        3: words([0, note.length]),
        4: Buffer.concat([words([12, body.length]), head]),
        5: words([0, comment.length]),
        36: counted('Ann'),
      },
    })
    expect(blocksOf(page)).toEqual([
      ['paragraph', 0, 'Rent[1] is due.'],
      ['note', 1, '[1] Net.'],
      ['note', 0, 'Comment by Ann: When?'],
    ])
  })

  it('computes the numbers of its lists', async () => {
    const level = (start: number, format: number, template: string) =>
      Buffer.concat([words([start]), Buffer.from([format]), Buffer.alloc(23), counted(template)])
    const list = Buffer.concat([words([77]), Buffer.alloc(24)])
    const nine = Array.from({ length: 9 }, (_, index) =>
      index === 0 ? level(4, 0, '\u0000.') : level(1, 4, index === 1 ? '\u0000(\u0001)' : ''),
    )
    const lists = Buffer.concat([Buffer.from([1, 0]), list])
    const heads = Buffer.concat([words([1, 77, 0, 0, 0]), words([-1])])
    const item = (index: number): readonly Property[] => [
      [0x46_0b, 1, 0],
      [0x26_0a, index],
    ]
    const spec: DocSpec = {
      text: 'A\rB\rC\r',
      paragraphs: [
        { to: 2, properties: item(0) },
        { to: 4, properties: item(1) },
        { to: 6, properties: item(0) },
      ],
      // The levels lie behind the heads of the lists, outside the structure.
      structures: { 73: lists, 91: Buffer.concat(nine), 74: heads },
    }
    const ordered = { ...spec, structures: { 73: lists, 74: Buffer.concat(nine), 75: heads } }
    const bytes = typedDoc(ordered)
    moveStructure(bytes, 75, 74)
    const { pages } = await collect('a.doc', bytes)
    expect(blocksOf(pages[0]!).map(([, , text]) => text)).toEqual(['4. A', '4(a) B', '5. C'])
  })

  it('reads what fields show, not their code', async () => {
    const { page } = await read({ text: 'See \u0013HYPERLINK "x"\u0014the annex\u0015.\r' })
    expect(page.text).toBe('See the annex.')
  })
})

describe('the one-file XML of Word 2003', () => {
  it('is read with its numbers, notes, comments and changes, which stand in the text', async () => {
    const names =
      'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"'
    const annotation = (type: string, content: string) =>
      `<aml:annotation aml:author="Ann" aml:createdate="2024-05-01T10:00:00Z" w:type="Word.${type}"><aml:content>${content}</aml:content></aml:annotation>`
    const run = (content: string) => `<w:r>${content}</w:r>`
    const item = '<w:pPr><w:listPr><wx:t wx:val="7."/></w:listPr></w:pPr>'
    const note = run(`<w:footnote><w:p>${run('<w:t>Net.</w:t>')}</w:p></w:footnote>`)
    const comment = annotation('Comment', `<w:p>${run('<w:t>When?</w:t>')}</w:p>`)
    const changes =
      annotation('Deletion', run('<w:delText>900</w:delText>')) + annotation('Insertion', run('<w:t>950</w:t>'))
    const header = `<w:sectPr><w:hdr w:type="odd"><w:p>${run('<w:t>Head</w:t>')}</w:p></w:hdr></w:sectPr>`
    const body = `<w:p>${item}${run('<w:t>Rent</w:t>')}${note}${run(comment)}${changes}</w:p>${header}`
    const xml = `<?xml version="1.0"?><w:wordDocument ${names}><w:body>${body}</w:body></w:wordDocument>`
    const { pages } = await collect('a.doc', Buffer.from(xml))
    expect(blocksOf(pages[0]!)).toEqual([
      ['header', 0, 'Head'],
      ['paragraph', 0, '7. Rent[1]950'],
      ['note', 1, '[1] Net.'],
      ['note', 0, 'Comment by Ann, 2024-05-01: When?'],
      ['note', 0, 'Deleted by Ann, 2024-05-01: \u201c900\u201d'],
      ['note', 0, 'Inserted by Ann, 2024-05-01: \u201c950\u201d'],
    ])
  })
})

/** The text stream begins behind the header, the table of sectors and the directory. */
const MAIN_AT = 512 * 3

function moveStructure(bytes: Buffer, from: number, to: number): void {
  const place = (index: number) => MAIN_AT + 0x9a + index * 8
  bytes.copy(bytes, place(to), place(from), place(from) + 8)
}

describe('a Word document of the old format that can not be read', () => {
  it.each([
    ['encrypted', { text: 'x\r', flags: 0x01_00 }, 'password', /locked by a password/],
    [
      'of Word 95',
      { text: 'x\r', format: 0x68 },
      'unsupported',
      /^Word documents of Word 95 and before are not read\. Open it/,
    ],
    [
      'with notes that refer to themselves',
      {
        text: '\u0005\rx\u0005\r',
        lengths: [2, 0, 0, 0, 3],
        structures: { 4: Buffer.concat([words([3, 1, 0, 5]), Buffer.alloc(90)]), 5: words([0, 3, 0, 3]) },
      },
      'damaged',
      /notes refer to more text/,
    ],
    [
      'with more text than it holds',
      { text: 'x\r', structures: { 33: Buffer.concat([Buffer.from([2]), words([16, 0, 900_000, 0, 0])]) } },
      'damaged',
      /more text than it holds/,
    ],
  ] as const)('%s is refused in plain words', async (_, spec, code, message) => {
    await expect(read(spec)).rejects.toMatchObject({ failure: { code }, message: expect.stringMatching(message) })
  })

  it('whose sectors run in a circle is refused', async () => {
    const bytes = typedDoc({ text: 'x\r' })
    // The second sector of the text points back at the first.
    bytes.writeUInt32LE(2, 512 + 3 * 4)
    await expect(collect('a.doc', bytes)).rejects.toMatchObject({
      failure: { code: 'damaged' },
      message: expect.stringMatching(/runs in a circle/),
    })
  })

  it('is refused wherever it is cut off', async () => {
    const bytes = typedDoc({ text: 'The rent is due.\r' })
    for (let size = 600; size < bytes.length - 4096; size += 512)
      await expect(collect('a.doc', bytes.subarray(0, size))).rejects.toMatchObject({ name: 'ReadFailedError' })
  })

  it('without its text is refused', async () => {
    const bytes = container([['Other', Buffer.from('WordDocument'.padEnd(4096), 'utf16le')]])
    await expect(collect('a.doc', bytes)).rejects.toMatchObject({ failure: { code: 'damaged' } })
  })
})
