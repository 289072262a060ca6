import { describe, expect, it } from 'vitest'
import { READ_LIMITS } from '../../../../library/read/read-limits.ts'
import { blocksOf, collect } from '../collect.ts'
import { row, type TypedSheet, typedXlsx, type TypedWorkbook } from '../typed-xlsx.ts'

async function read(workbook: TypedWorkbook, limits = READ_LIMITS) {
  return collect('a.xlsx', typedXlsx(workbook), { limits })
}

async function readSheet(sheet: Partial<TypedSheet>, more: Partial<TypedWorkbook> = {}) {
  const { pages, result } = await read({ sheets: [{ name: 'Rates', rows: '', ...sheet }], ...more })
  return { page: pages[0]!, warnings: result.warnings }
}

describe('a workbook', () => {
  it('has a page for each sheet, by number and name', async () => {
    const { pages, result } = await read({
      sheets: [
        { name: 'Rates', rows: row(1, ['A']) },
        { name: 'Notes', rows: '' },
      ],
    })
    expect(pages.map(({ page, label, state, reason }) => [page, label, state, reason])).toEqual([
      [1, 'Rates', 'text', null],
      [2, 'Notes', 'empty', 'the sheet is empty'],
    ])
    expect(result).toMatchObject({ pages: 2, warnings: [] })
  })

  it('reads hidden sheets, rows and columns, and says so', async () => {
    const { pages, result } = await read({
      sheets: [
        {
          name: 'Rates',
          before: '<cols><col min="2" max="2" hidden="1"/></cols>',
          rows: row(1, ['Item', 'Margin']) + row(2, ['Steel', 12], 'hidden="1"') + row(3, ['Wood', 7]),
        },
        { name: 'Secret', state: 'veryHidden', rows: row(1, ['Reserve']) },
      ],
    })
    expect(pages.map(({ text }) => text)).toEqual(['Item\tMargin\nSteel\t12\nWood\t7', 'Reserve'])
    expect(result.warnings).toEqual([
      'Sheet "Rates" has 1 hidden row and 1 hidden column; they were read too.',
      'Sheet "Secret" is hidden; it was read too.',
    ])
  })

  it('does not read pages again that are there already', async () => {
    const sheets = ['One', 'Two'].map((name) => ({ name, rows: row(1, [name]) }))
    const { pages, result } = await collect('a.xlsx', typedXlsx({ sheets }), { skipPages: [1] })
    expect(pages.map(({ label }) => label)).toEqual(['Two'])
    expect(result.pages).toBe(2)
  })

  it('hands on the files laid into it', async () => {
    const parts = { 'xl/embeddings/letter.docx': 'x', 'xl/embeddings/oleObject1.bin': 'y', 'xl/vbaProject.bin': 'z' }
    const { attached, result } = await read({ sheets: [{ name: 'A', rows: row(1, ['a']) }], parts })
    expect([...attached.keys()]).toEqual(['letter.docx'])
    expect(result.warnings).toEqual([
      '1 embedded object of another program was not read.',
      'The workbook has macros; they were neither run nor read.',
    ])
  })
})

describe('a cell', () => {
  it('gives shared, rich, inline and computed text, without phonetic guides', async () => {
    const { page } = await readSheet(
      {
        rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve"> line</t></r></is></c><c r="D1" t="str"><f>A1</f><v>made</v></c></row>',
      },
      {
        strings: [
          '<r><t>bold</t></r><r><t xml:space="preserve"> and plain</t></r>',
          '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>',
        ],
      },
    )
    expect(page.text).toBe('bold and plain\t東京\tin line\tmade')
  })

  it('shows numbers, dates, truth and errors as the sheet does', async () => {
    const { page } = await readSheet(
      {
        rows: '<row r="1"><c r="A1" s="1"><v>45547</v></c><c r="B1" s="2"><v>0.125</v></c><c r="C1" s="3"><v>-1234.5</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#DIV/0!</v></c><c r="F1"><v>0.30000000000000004</v></c></row>',
      },
      { formats: ['dd.mm.yyyy', '0.0%', '[$€-407] #,##0.00'] },
    )
    expect(page.text).toBe('2024-09-12\t12.5%\t-€ 1,234.50\tTRUE\t#DIV/0!\t0.3')
  })

  it('counts days from 1904 where the workbook does', async () => {
    const { page } = await readSheet(
      { rows: '<row r="1"><c r="A1" s="1"><v>44085</v></c></row>' },
      { formats: ['yyyy-mm-dd'], date1904: true },
    )
    expect(page.text).toBe('2024-09-12')
  })

  it('has the stored result of its formula; where there is none it is named', async () => {
    const { page, warnings } = await readSheet({
      rows: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1*2</f><v></v></c><c r="C1"><f>A1*3</f></c></row>',
    })
    expect(page.text).toBe('2')
    expect(warnings).toEqual([
      'Sheet "Rates": 2 formulas without a stored result (B1, C1). Open the file in its own program, save it, and add it again.',
    ])
  })

  it('keeps line breaks and tabs inside as spaces', async () => {
    const { page } = await readSheet({ rows: row(1, ['two\nlines', 'a\tb']) })
    expect(page.text).toBe('two lines\ta b')
  })

  it('that is merged stands first and leaves the others empty', async () => {
    const { page, warnings } = await readSheet({
      rows: row(1, ['Both', 'under', 'C']) + row(2, ['a', 'b', 'c']),
      after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
    })
    expect(page.text).toBe('Both\t\tC\na\tb\tc')
    expect(warnings).toEqual(['Sheet "Rates": 1 value under merged cells, where none is shown, left out.'])
  })

  it('keeps its place when rows and cells do not say where they stand', async () => {
    const { page } = await readSheet({
      rows: '<row><c><v>1</v></c><c><v>2</v></c></row><row><c r="B2"><v>3</v></c></row>',
    })
    expect(page.text).toBe('1\t2\n\t3')
  })
})

describe('the tables of a sheet', () => {
  it('are parted at empty rows and columns; each says where it begins and whether it has a head', async () => {
    const { page } = await readSheet({
      rows:
        row(2, [null, 'Item', 'Price', null, null, 'Code', 'Count']) +
        row(3, [null, 'Steel', 12, null, null, 'X', 4]) +
        row(4, [null, 'Wood', 7]) +
        row(7, ['a', 'b']) +
        row(8, ['c', 'd']),
    })
    expect(
      page.blocks.map(({ start, end, kind, level, firstCell }) => [
        kind,
        level,
        firstCell,
        page.text.slice(start, end),
      ]),
    ).toEqual([
      ['table', 1, 'B2', 'Item\tPrice\nSteel\t12\nWood\t7'],
      ['table', 1, 'F2', 'Code\tCount\nX\t4'],
      ['table', 0, 'A7', 'a\tb\nc\td'],
    ])
  })

  it('go on over one empty row that sets off the head or the total', async () => {
    const { page } = await readSheet({
      rows: row(1, ['Item', 'Price']) + row(3, ['Steel', 12]) + row(4, ['Wood', 7]) + row(6, ['Total', 19]),
    })
    expect(blocksOf(page)).toEqual([['table', 1, 'Item\tPrice\n\nSteel\t12\nWood\t7\n\nTotal\t19']])
  })
})

describe('what is laid over a sheet', () => {
  const comments = `<comments><authors><author>Dr Meyer</author></authors><commentList>
    <comment ref="B2" authorId="0"><text><r><t>Dr Meyer:</t></r><r><t> repeat in two weeks</t></r></text></comment>
    <comment ref="A1" authorId="0"><text><t>[Threaded comment] Your version of Excel allows you to read this</t></text></comment></commentList></comments>`
  const threads = `<ThreadedComments><threadedComment ref="A1" personId="{1}"><text>Is this right?</text></threadedComment>
    <threadedComment ref="A1" personId="{2}"><text>Yes.</text></threadedComment></ThreadedComments>`

  it('notes and threads are blocks with their cell and author', async () => {
    const { page } = await readSheet(
      {
        rows: row(1, ['Sodium']),
        relations: [
          ['comments', '../comments1.xml'],
          ['threadedComment', '../threadedComments/t1.xml'],
        ],
      },
      {
        parts: {
          'xl/comments1.xml': comments,
          'xl/threadedComments/t1.xml': threads,
          'xl/persons/person.xml':
            '<personList><person id="{1}" displayName="A. Lee"/><person id="{2}" displayName="B. Ray"/></personList>',
        },
      },
    )
    expect(blocksOf(page).slice(1)).toEqual([
      ['note', 0, 'Note at B2 by Dr Meyer: repeat in two weeks'],
      ['note', 0, 'Note at A1 by A. Lee: Is this right?'],
      ['note', 0, 'Note at A1 by B. Ray: Yes.'],
    ])
  })

  it('text boxes, titles of charts and the margins for printing are read, pictures counted', async () => {
    const { page, warnings } = await readSheet(
      {
        rows: row(1, ['x']),
        after:
          '<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12Privileged&amp;RPage &amp;P</oddHeader><oddFooter>&amp;K00-023Half year&amp;K01+049 report</oddFooter></headerFooter>',
        relations: [['drawing', '../drawings/drawing1.xml']],
      },
      {
        parts: {
          'xl/drawings/drawing1.xml':
            '<wsDr><sp><txBody><p><r><t>Draft of</t></r></p><p><r><t>5 May</t></r></p></txBody></sp><pic/></wsDr>',
          'xl/drawings/_rels/drawing1.xml.rels':
            '<Relationships><Relationship Id="r1" Type="x/chart" Target="../charts/chart1.xml"/></Relationships>',
          'xl/charts/chart1.xml':
            '<chart><title><tx><rich><p><r><t>Sodium by month</t></r></p></rich></tx></title></chart>',
        },
      },
    )
    expect(blocksOf(page).slice(1)).toEqual([
      ['header', 0, 'Privileged Page'],
      ['header', 0, 'Half year  report'],
      ['other', 0, 'Draft of 5 May'],
      ['other', 0, 'Chart: Sodium by month'],
    ])
    expect(warnings).toEqual(['1 picture: text inside pictures is not read.'])
  })
})

describe('a hostile workbook', () => {
  it('that claims a huge sheet costs what it holds', async () => {
    const { page } = await readSheet({
      before: '<dimension ref="A1:XFD1048576"/>',
      rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
      after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    })
    expect(page.text).toBe('1')
  })

  it('that would need more cells than are read is stopped in plain words', async () => {
    const limits = { ...READ_LIMITS, tableCells: 500 }
    const rows = Array.from({ length: 60 }, (_, at) =>
      row(at + 1, [...Array.from({ length: at % 20 }, () => null), 1]),
    ).join('')
    await expect(read({ sheets: [{ name: 'A', rows }] }, limits)).rejects.toMatchObject({
      failure: { code: 'gate' },
      message: expect.stringMatching(/^The tables have too many cells: 5\d\d cells, the limit is 500/),
    })
  })

  it('that repeats one long text is stopped by what the text comes to', async () => {
    const limits = { ...READ_LIMITS, textMb: 1 }
    const rows = Array.from({ length: 200 }, (_, at) => `<row r="${at + 1}"><c t="s"><v>0</v></c></row>`).join('')
    const strings = [`<t>${'long '.repeat(2000)}</t>`]
    await expect(read({ sheets: [{ name: 'A', rows }], strings }, limits)).rejects.toMatchObject({
      failure: { code: 'gate' },
      message: expect.stringMatching(/^The tables hold too much text/),
    })
  })

  it('with elements nested too deep is refused', async () => {
    await expect(readSheet({ rows: '<row>'.repeat(300) })).rejects.toMatchObject({ failure: { code: 'gate' } })
  })

  it('may have as many elements as its cells may need, and is refused past that', async () => {
    const limits = { ...READ_LIMITS, xmlElements: 20, tableCells: 100 }
    const filled = row(
      1,
      Array.from({ length: 20 }, (_, at) => `cell ${at}`),
    )
    const { pages } = await read({ sheets: [{ name: 'A', rows: filled }] }, limits)
    expect(pages[0]!.text).toContain('cell 19')
    const empty = `<row>${'<c/>'.repeat(500)}</row>`
    await expect(read({ sheets: [{ name: 'A', rows: empty }] }, limits)).rejects.toMatchObject({
      failure: { code: 'gate' },
      message: expect.stringMatching(/^Too many elements/),
    })
  })

  it('with entities has them unexpanded', async () => {
    const { page } = await readSheet({ rows: '<row r="1"><c t="str"><v>&lol; &amp;</v></c></row>' })
    expect(page.text).toBe('&lol; &')
  })

  it('without sheets, or with one that is missing, says so', async () => {
    await expect(read({ sheets: [] })).rejects.toMatchObject({ failure: { code: 'damaged' } })
    const parts = { 'xl/_rels/workbook.xml.rels': '<Relationships/>' }
    const { pages, result } = await read({ sheets: [{ name: 'A', rows: row(1, ['a']) }], parts })
    expect(pages[0]).toMatchObject({ state: 'failed', reason: 'the sheet is missing in the file' })
    expect(result.warnings).toEqual(['Sheet "A" is missing in the file and could not be read.'])
  })

  it('that is cut off gives what came, or says that it is damaged', async () => {
    const bytes = typedXlsx({ sheets: [{ name: 'A', rows: row(1, ['a']) }] })
    await expect(collect('a.xlsx', bytes.subarray(0, bytes.length / 2))).rejects.toMatchObject({
      failure: { code: 'damaged' },
    })
  })
})
