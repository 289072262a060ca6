import { describe, expect, it } from 'vitest'
import { READ_LIMITS } from '../../../../../library/read/read-limits.ts'
import { blocksOf, collect } from '../../collect.ts'
import { paragraph, typedDocx } from '../../typed-docx.ts'

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
const by = (name: string) => `w:author="${name}" w:date="2024-05-01T10:00:00Z"`
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const deleted = (name: string, text: string) =>
  `<w:del ${by(name)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`

async function read(body: string, parts: Readonly<Record<string, string | Buffer>> = {}) {
  const { pages, attached, result } = await collect('a.docx', typedDocx(body, { 'styles.xml': styles, ...parts }))
  return { page: pages[0]!, attached, result }
}

describe('a Word document', () => {
  it('is one unit without pages, with headings, paragraphs and tables as blocks', async () => {
    const { page, result } = await read(
      `${heading(1, 'Lease')}${paragraph('Between A', ' and B.')}${heading(2, 'Rent')}<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Month')}${cell('Rent')}</w:tr>${row('May', '1,250')}</w:tbl>`,
    )
    expect(page.page).toBeNull()
    expect(blocksOf(page)).toEqual([
      ['heading', 1, 'Lease'],
      ['paragraph', 0, 'Between A and B.'],
      ['heading', 2, 'Rent'],
      ['table', 1, 'Month\tRent\nMay\t1,250'],
    ])
    expect(result).toMatchObject({ pages: 1, reader: 'docx', warnings: [] })
  })

  it('takes a whole clause in a heading style for text', async () => {
    const clause = 'The tenant shall pay the rent. '.repeat(10)
    expect(blocksOf((await read(heading(2, clause))).page)).toEqual([['paragraph', 0, clause.trim()]])
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

  it('keeps the columns of a table with merged cells and lays out a table that holds another one', async () => {
    const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('Both')}</w:tc>`
    const below = `<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>`
    const merged = `<w:tbl><w:tr>${wide}${cell('C')}</w:tr><w:tr>${below}${cell('b')}${cell('c')}</w:tr></w:tbl>`
    const inner = `<w:tc>${paragraph('Outer')}<w:tbl>${row('1', '2')}</w:tbl><w:p/></w:tc>`
    const { page } = await read(`${merged}${paragraph('Then')}<w:tbl><w:tr>${inner}${cell('Beside')}</w:tr></w:tbl>`)
    expect(blocksOf(page)).toEqual([
      ['table', 0, 'Both\t\tC\n\tb\tc'],
      ['paragraph', 0, 'Then'],
      ['paragraph', 0, 'Outer'],
      ['table', 0, '1\t2'],
      ['paragraph', 0, 'Beside'],
    ])
  })

  it('gives headers and footers once each, and says which no page shows', async () => {
    const reference = (edge: string, type: string, id: string) => `<w:${edge}Reference w:type="${type}" r:id="${id}"/>`
    const section = `<w:sectPr>${reference('header', 'default', 'header1')}${reference('header', 'even', 'header2')}${reference('footer', 'first', 'footer1')}<w:titlePg/></w:sectPr>`
    const { page, result } = await read(
      `<w:p><w:pPr>${section}</w:pPr>${run('Text.')}</w:p><w:sectPr>${reference('header', 'default', 'header1')}</w:sectPr>`,
      {
        'header1.xml': `<w:hdr>${paragraph('Lease No. 7')}</w:hdr>`,
        'header2.xml': `<w:hdr>${paragraph('Even')}</w:hdr>`,
        'footer1.xml': `<w:ftr>${paragraph('Draft')}</w:ftr>`,
      },
    )
    expect(blocksOf(page)).toEqual([
      ['header', 0, 'Lease No. 7'],
      ['paragraph', 0, 'Text.'],
      ['footer', 0, '(first page) Draft'],
    ])
    expect(result.warnings).toEqual(['Headers and footers that no page shows (4 characters) were left out.'])
  })

  it('reads a text box once, whichever of its two forms it has', async () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
    const both = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>${box('New')}</mc:Choice><mc:Fallback>${box('New')}</mc:Fallback></mc:AlternateContent>`
    const old = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice/><mc:Fallback>${box('Old')}</mc:Fallback></mc:AlternateContent>`
    const { page } = await read(`<w:p>${run('Before')}<w:r>${both}${old}</w:r>${run(' after.')}</w:p>`)
    expect(blocksOf(page)).toEqual([
      ['paragraph', 0, 'Before after.'],
      ['paragraph', 0, 'New'],
      ['paragraph', 0, 'Old'],
    ])
  })

  it('reads what fields show, not their code, and what is ticked in a form', async () => {
    const field = (code: string, shown: string) =>
      `<w:r><w:fldChar w:fldCharType="begin">${code}</w:fldChar></w:r><w:r><w:instrText>REF x</w:instrText></w:r>${shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const result = `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('7.3')}`
    const box = '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>'
    const { page } = await read(`<w:p>${run('Clause ')}${field('', result)}${run(' ')}${field(box, '')}</w:p>`)
    expect(page.text).toBe('Clause 7.3 \u2612')
  })

  it('keeps raised digits apart from the number before them, and reads signs and formulas', async () => {
    const math = `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>`
    const { page } = await read(
      `<w:p><w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>9</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${math}</w:p>`,
    )
    expect(page.text).toBe('10\u2079\u2611(a+b)/2')
  })

  it('reads text in elements it does not know and names that its program chose otherwise', async () => {
    expect((await read(`${paragraph('Known.')}<w:unknown>${run('Found.')}</w:unknown>`)).page.text).toBe(
      'Known.\n\nFound.',
    )
    const strict = '<x:p xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:r><x:t>Strict.</x:t></x:r></x:p>'
    expect((await read(strict)).page.text).toBe('Strict.')
  })

  it('says that it holds macros, which are not run', async () => {
    const { result } = await read(paragraph('Text.'), { 'vbaProject.bin': Buffer.from('x') })
    expect(result.warnings).toEqual(['The file holds macros: they were not run and are not part of the text.'])
  })

  it('says what a damaged part lost', async () => {
    const { pages, result } = await collect(
      'a.docx',
      typedDocx(paragraph('Whole.'), { 'comments.xml': '<w:comments><w:comment w:id="1">' }),
    )
    expect(pages[0]!.text).toContain('Whole.')
    expect(result.warnings).toEqual([
      'The file is damaged: a part of it ends in the middle; what came after it is missing.',
    ])
  })
})

describe('the numbers that Word only shows', () => {
  const level = (index: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = `<w:numbering><w:abstractNum w:abstractNumId="5">${level(0, 'upperRoman', 'Article %1')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}${level(2, 'lowerLetter', '(%3)')}</w:abstractNum><w:abstractNum w:abstractNumId="6">${level(0, 'bullet', '\u00b7')}</w:abstractNum><w:abstractNum w:abstractNumId="7">${level(0, 'decimal', '\u00a7 %1', '<w:pStyle w:val="Clause"/>')}${level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Deeper"/>')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="6"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num></w:numbering>`
  const numbered = `<w:styles><w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Clause"/></w:style><w:style w:type="paragraph" w:styleId="Deeper"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Deep"><w:basedOn w:val="Deeper"/></w:style></w:styles>`
  const item = (list: number, index: number, text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(text)}</w:p>`
  const styled = (style: string, more = '') =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${run('Text')}</w:p>`
  const texts = async (body: string) =>
    blocksOf((await read(body, { 'numbering.xml': numbering, 'styles.xml': numbered })).page).map(([, , text]) => text)

  it('are computed through the levels, begin anew below a higher one, and go on in another list of the same kind', async () => {
    const body = [item(1, 0, 'A'), item(1, 1, 'B'), item(1, 2, 'C'), item(1, 2, 'D'), item(1, 1, 'E'), item(1, 2, 'F')]
    expect(await texts(`${body.join('')}${item(3, 0, 'G')}${item(1, 0, 'H')}${item(1, 1, 'I')}`)).toEqual([
      'Article I A',
      '1.1 B',
      '(a) C',
      '(b) D',
      '1.2 E',
      '(a) F',
      'G',
      'Article II H',
      '2.1 I',
    ])
  })

  it('start where a list says so, once', async () => {
    expect(await texts(`${item(1, 0, 'A')}${item(2, 0, 'B')}${item(2, 0, 'C')}`)).toEqual([
      'Article I A',
      'Article IX B',
      'Article X C',
    ])
  })

  it('come from styles and the styles those are based on; number 0 takes them away', async () => {
    const none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    expect(await texts(`${styled('Clause')}${styled('Sub')}${styled('Deep')}${styled('Clause', none)}`)).toEqual([
      '\u00a7 1 Text',
      '\u00a7 2 Text',
      '2.1 Text',
      'Text',
    ])
  })
})

describe('notes, comments and tracked changes of a Word document', () => {
  it('tie footnotes and endnotes to their places', async () => {
    const mark = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
    const { page } = await read(
      `<w:p>${run('Rent')}${mark('footnote', 2)}${run(' is due')}${mark('endnote', 2)}${run('.')}</w:p>${paragraph('End.')}`,
      {
        'footnotes.xml': `<w:footnotes><w:footnote w:id="2">${paragraph('Net of tax.')}</w:footnote></w:footnotes>`,
        'endnotes.xml': `<w:endnotes><w:endnote w:id="2">${paragraph('Monthly.')}</w:endnote></w:endnotes>`,
      },
    )
    expect(blocksOf(page)).toEqual([
      ['paragraph', 0, 'Rent[1] is due[i].'],
      ['note', 1, '[1] Net of tax.'],
      ['paragraph', 0, 'End.'],
      ['note', 1, '[i] Monthly.'],
    ])
  })

  it('say who commented on which words', async () => {
    const { page } = await read(
      `<w:p>${run('Pay ')}<w:commentRangeStart w:id="0"/>${run('at once')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
      {
        'comments.xml': `<w:comments><w:comment w:id="0" ${by('Ann')}>${paragraph('When?')}</w:comment><w:comment w:id="1" ${by('Bo')}>${paragraph('Lost.')}</w:comment></w:comments>`,
      },
    )
    expect(blocksOf(page)).toEqual([
      ['paragraph', 0, 'Pay at once'],
      ['note', 0, 'Comment by Ann, 2024-05-01, on \u201cat once\u201d: When?'],
      ['note', 0, 'Comment by Bo, 2024-05-01: Lost.'],
    ])
  })

  it('read the text as accepted and report each change', async () => {
    const inserted = `<w:ins ${by('Bo')}>${run('950')}${run(' net')}</w:ins>`
    const both = `<w:ins ${by('Bo')}>${deleted('Ann', 'gross')}</w:ins>`
    const { page, result } = await read(
      `<w:p>${run('Rent is ')}${deleted('Ann', '900')}${inserted}${both}${run('.')}</w:p>`,
    )
    expect(blocksOf(page)).toEqual([
      ['paragraph', 0, 'Rent is 950 net.'],
      ['note', 0, 'Deleted by Ann, 2024-05-01: \u201c900\u201d'],
      ['note', 0, 'Inserted by Bo, 2024-05-01: \u201c950 net\u201d'],
      ['note', 0, 'Deleted by Ann, 2024-05-01: \u201cgross\u201d'],
    ])
    expect(result.warnings).toEqual([
      'Tracked changes were read as accepted (2 insertions, 2 deletions); each is reported behind its paragraph.',
    ])
  })

  it('join paragraphs whose parting was deleted, and leave only the report of a deleted row', async () => {
    const joined = `<w:p><w:pPr><w:rPr><w:del ${by('Ann')}/></w:rPr></w:pPr>${run('One ')}</w:p>${paragraph('sentence.')}`
    const gone = `<w:tbl><w:tr><w:trPr><w:del ${by('Ann')}/></w:trPr>${cell('Old')}</w:tr>${row('New', 'row')}</w:tbl>`
    expect(blocksOf((await read(joined + gone)).page)).toEqual([
      ['paragraph', 0, 'One sentence.'],
      ['note', 0, 'Deleted by Ann, 2024-05-01: the end of a paragraph, which was parted from the next'],
      ['table', 0, 'New\trow'],
      ['note', 0, 'Deleted by Ann, 2024-05-01: \u201cOld\u201d'],
    ])
  })
})

describe('the end of a paragraph that was tracked', () => {
  const marked = (change: string, ...runs: readonly string[]) =>
    `<w:p><w:pPr><w:rPr><w:${change} ${by('Ann')}/></w:rPr></w:pPr>${runs.join('')}</w:p>`

  it('is reported where nothing else says so: a paragraph was parted, or two were joined', async () => {
    const parted = `${marked('ins', run('The rent is due.'))}${paragraph('It is paid yearly.')}`
    const { page, result } = await read(`${parted}${marked('del', run('No '))}${paragraph('deposit.')}`)
    expect(blocksOf(page)).toEqual([
      ['paragraph', 0, 'The rent is due.'],
      ['note', 0, 'Inserted by Ann, 2024-05-01: the end of this paragraph'],
      ['paragraph', 0, 'It is paid yearly.'],
      ['paragraph', 0, 'No deposit.'],
      ['note', 0, 'Deleted by Ann, 2024-05-01: the end of a paragraph, which was parted from the next'],
    ])
    expect(result.warnings).toEqual([
      'Tracked changes were read as accepted (1 insertion, 1 deletion); each is reported behind its paragraph.',
    ])
  })

  it('does not swallow the words that were deleted behind it', async () => {
    const { page } = await read(
      `${marked('del', run('No '))}<w:p>${deleted('Ann', 'further ')}${run('deposit.')}</w:p>`,
    )
    expect(page.text).toContain('Deleted by Ann, 2024-05-01: \u201cfurther\u201d')
    expect(page.text).toContain('the end of a paragraph, which was parted from the next')
  })

  it('is no change of its own where its words were changed as well', async () => {
    const whole = marked('ins', `<w:ins ${by('Ann')}>${run('New.')}</w:ins>`)
    const { page, result } = await read(`${whole}${marked('del', deleted('Ann', 'Old.'))}${paragraph('End.')}`)
    expect(blocksOf(page).map(([, , text]) => text)).toEqual([
      'New.',
      'Inserted by Ann, 2024-05-01: \u201cNew.\u201d',
      'Deleted by Ann, 2024-05-01: \u201cOld.\u201d',
      'End.',
    ])
    expect(result.warnings[0]).toContain('(1 insertion, 1 deletion)')
  })
})

describe('files inside a Word document', () => {
  it('are given as documents of their own', async () => {
    const { attached, result } = await read(`${paragraph('See annex.')}<w:altChunk r:id="aFChunk1"/>`, {
      'embeddings/table1.xlsx': Buffer.from('sheet'),
      'aFChunk1.html': Buffer.from('<p>Chunk</p>'),
    })
    expect([...attached].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
      ['aFChunk1.html', '<p>Chunk</p>'],
      ['table1.xlsx', 'sheet'],
    ])
    expect(result.warnings).toEqual(['1 document that Word shows in the text was added as a document of its own.'])
  })
})

describe('a hostile Word document', () => {
  it('is refused before it is parsed when it unpacks to far more than its size', async () => {
    await expect(read(paragraph(' '.repeat(20_000_000)))).rejects.toMatchObject({
      failure: { code: 'gate' },
      message: expect.stringMatching(/^The file unpacks to far more than its size: \d+ times, the limit is 200\./),
    })
  })

  it('is refused when its tables nest too deep', async () => {
    const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(100)}${paragraph('x')}${'</w:tc></w:tr></w:tbl>'.repeat(100)}`
    await expect(read(deep)).rejects.toMatchObject({
      failure: { code: 'gate' },
      message: expect.stringMatching(/nest too deep/),
    })
  })

  it('is refused when any of its parts has too many elements', async () => {
    const bytes = typedDocx(paragraph('x'), { 'numbering.xml': `<w:numbering>${'<w:num/>'.repeat(50)}</w:numbering>` })
    await expect(collect('a.docx', bytes, { limits: { ...READ_LIMITS, xmlElements: 40 } })).rejects.toMatchObject({
      failure: { code: 'gate' },
      message: expect.stringMatching(/^Too many elements/),
    })
  })

  it('can neither repeat a note without end nor write columns without end', async () => {
    const mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const span = `<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${paragraph('A')}</w:tc>`
    const { page } = await read(`<w:p>${mark.repeat(3)}</w:p><w:tbl><w:tr>${span}${cell('B')}</w:tr></w:tbl>`, {
      'footnotes.xml': `<w:footnotes><w:footnote w:id="2">${paragraph('Note.')}</w:footnote></w:footnotes>`,
    })
    expect(page.text.split('Note.')).toHaveLength(2)
    expect(page.text.split('\t').length).toBeLessThan(70)
  })
})
