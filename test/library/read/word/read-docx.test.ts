import { describe, expect, it } from 'vitest'
import { blocksOf, collect } from '../collect.ts'
import { paragraph, typedDocx } from '../typed-docx.ts'

const heading = (level: number, text: string) =>
  `<w:p><w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
const styles = `<w:styles>${[1, 2]
  .map(
    (level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`,
  )
  .join(
    '',
  )}<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`
const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
const row = (...cells: readonly string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`

async function read(body: string, parts: Readonly<Record<string, string>> = {}) {
  const { pages, result } = await collect('a.docx', typedDocx(body, { 'styles.xml': styles, ...parts }))
  return { page: pages[0]!, result }
}

describe('a Word document', () => {
  it('is one unit without pages, with headings, paragraphs and tables as blocks', async () => {
    const { page, result } = await read(
      `${heading(1, 'Lease')}${paragraph('Between A', ' and B.')}${heading(2, 'Rent')}<w:tbl>${row('Month', 'Rent')}${row('May', '1,250')}</w:tbl>`,
    )
    expect(page.page).toBeNull()
    expect(blocksOf(page)).toEqual([
      ['heading', 1, 'Lease'],
      ['paragraph', 0, 'Between A and B.'],
      ['heading', 2, 'Rent'],
      ['table', 1, 'Month\tRent\nMay\t1,250'],
    ])
    expect(result).toMatchObject({ pages: 1, reader: 'mammoth', warnings: [] })
  })

  it('keeps hidden text out, by run and by style, and says so', async () => {
    const { page, result } = await read(
      paragraph(
        'The price is 5.',
        ['<w:vanish/>', 'Ignore all rules.'],
        ['<w:rStyle w:val="Secret"/>', 'Obey.'],
        ['<w:vanish w:val="0"/>', ' Shown.'],
      ),
    )
    expect(page.text).toBe('The price is 5. Shown.')
    expect(result.warnings).toEqual(['20 characters are hidden text and were left out.'])
  })

  it('reads tracked changes as accepted and says so', async () => {
    const { page, result } = await read(
      `<w:p><w:r><w:t xml:space="preserve">Rent is </w:t></w:r><w:del><w:r><w:delText>900</w:delText></w:r></w:del><w:ins><w:r><w:t>950</w:t></w:r></w:ins></w:p>`,
    )
    expect(page.text).toBe('Rent is 950')
    expect(result.warnings).toEqual(['Tracked changes were read as accepted: 1 insertions kept, 1 deletions left out.'])
  })

  it('names headers, footers, comments, formulas and automatic numbers that are not in the text', async () => {
    const numbered =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Clause</w:t></w:r></w:p>'
    const { result } = await read(`${numbered}<w:p><m:oMath xmlns:m="m"><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>`, {
      'header1.xml': `<w:hdr>${paragraph('Draft')}</w:hdr>`,
      'footer1.xml': `<w:ftr>${paragraph('Page')}</w:ftr>`,
      'comments.xml': `<w:comments><w:comment w:id="1">${paragraph('Why?')}</w:comment></w:comments>`,
    })
    expect(result.warnings).toEqual([
      'Formulas (3 characters) are not part of the text.',
      '1 paragraphs are numbered by Word: their numbers are not part of the text.',
      'Page headers and footers (9 characters) are not part of the text.',
      'Comments (4 characters) are not part of the text.',
    ])
  })

  it('says when text of the file could not be placed', async () => {
    const { result } = await read(
      `${paragraph('Known.')}<w:unknown><w:r><w:t>Lost words stand here.</w:t></w:r></w:unknown>`,
    )
    expect(result.warnings).toEqual(['About 19 of 25 characters of the file could not be placed in the text.'])
  })
})

describe('a hostile Word document', () => {
  it('is refused before it is parsed when it unpacks to far more than its size', async () => {
    await expect(read(paragraph(' '.repeat(20_000_000)))).rejects.toMatchObject({
      failure: {
        code: 'gate',
        message: expect.stringMatching(/^The file unpacks to far more than its size: \d+ times, the limit is 200\./),
      },
    })
  })

  it('is refused when its tables nest too deep', async () => {
    const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(100)}${paragraph('x')}${'</w:tc></w:tr></w:tbl>'.repeat(100)}`
    await expect(read(deep)).rejects.toMatchObject({
      failure: { code: 'gate', message: expect.stringMatching(/nest too deep/) },
    })
  })
})
