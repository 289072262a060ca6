import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { READ_LIMITS } from '../../../../library/read/read-limits.ts'
import { blocksOf, collect } from '../collect.ts'
import {
  cell,
  p,
  row,
  sheet,
  typedChart,
  typedFlat,
  type TypedOpenDocument,
  typedOpenDocument,
} from '../typed-open-document.ts'

type More = Partial<TypedOpenDocument>

async function read(body: string, more: More = {}, limits = READ_LIMITS) {
  return collect('a.ods', typedOpenDocument({ kind: 'spreadsheet', body, ...more }), { limits })
}

async function readSheet(rows: string, more: More = {}) {
  const { pages, result } = await read(sheet('Rates', rows), more)
  return { page: pages[0]!, warnings: result.warnings }
}

const hidden =
  '<style:style style:name="out" style:family="table"><style:table-properties table:display="false"/></style:style>'

describe('an OpenDocument spreadsheet', () => {
  it('has a page for each sheet, by number and name', async () => {
    const { pages, result } = await read(sheet('Rates', row(cell('A'))) + sheet('Notes', ''))
    expect(pages.map(({ page, label, state, reason }) => [page, label, state, reason])).toEqual([
      [1, 'Rates', 'text', null],
      [2, 'Notes', 'empty', 'the sheet is empty'],
    ])
    expect(result).toMatchObject({ pages: 2, reader: 'ods', warnings: [] })
  })

  it('reads hidden sheets, rows and columns, and says so', async () => {
    const columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    const rows =
      row(cell('Item') + cell('Margin')) +
      row(cell('Steel') + cell('12'), 'table:visibility="collapse"') +
      row(cell('Wood') + cell('7'), 'table:visibility="filter"')
    const body = sheet('Rates', columns + rows) + sheet('Secret', row(cell('Reserve')), 'table:style-name="out"')
    const { pages, result } = await read(body, { automatic: hidden })
    expect(pages.map(({ text }) => text)).toEqual(['Item\tMargin\nSteel\t12\nWood\t7', 'Reserve'])
    expect(result.warnings).toEqual([
      'Sheet "Rates" has 2 hidden rows and 1 hidden column; they were read too.',
      'Sheet "Secret" is hidden; it was read too.',
    ])
  })

  it('does not read pages again that are there already', async () => {
    const bytes = typedOpenDocument({
      kind: 'spreadsheet',
      body: sheet('One', row(cell('1'))) + sheet('Two', row(cell('2'))),
    })
    const { pages, result } = await collect('a.ods', bytes, { skipPages: [1] })
    expect(pages.map(({ label }) => label)).toEqual(['Two'])
    expect(result.pages).toBe(2)
  })

  it('is read in its flat form and as a template too', async () => {
    const document = { kind: 'spreadsheet', body: sheet('Rates', row(cell('Flat'))) } as const
    const { pages, result } = await collect('a.fods', typedFlat(document))
    expect(pages[0]!.text).toBe('Flat')
    expect(result).toMatchObject({ mediaType: 'application/vnd.oasis.opendocument.spreadsheet', warnings: [] })
    const template = { ...document, mime: 'application/vnd.oasis.opendocument.spreadsheet-template' }
    expect((await collect('a.ots', typedOpenDocument(template))).result.mediaType).toBe(result.mediaType)
  })

  it('says what it found and did not read', async () => {
    const cache = `<table:table table:name="'file:///x'#$S"><table:table-source xlink:href="x"/>${row(cell('old'))}</table:table>`
    const body = `<table:tracked-changes><table:cell-content-change>${row(cell('was'))}</table:cell-content-change></table:tracked-changes><table:content-validations><table:content-validation><table:help-message>${p('pick')}</table:help-message></table:content-validation></table:content-validations>${sheet('Rates', row(cell('is')))}${cache}`
    const { pages, result } = await read(body, { parts: { 'Basic/Standard/Module1.xml': '<x/>' } })
    expect(pages.map(({ text }) => text)).toEqual(['is'])
    expect(result.warnings).toEqual([
      'Changes are tracked in the file; it was read with them.',
      'Values that the file keeps of other files for its formulas were not read.',
      'The file holds macros: they were not run and are not part of the text.',
    ])
  })

  it('is locked when its parts are encrypted, and damaged without sheets', async () => {
    const locked = read('', { manifest: '<manifest:encryption-data/>' })
    await expect(locked).rejects.toMatchObject({ failure: { code: 'password' } })
    await expect(read('')).rejects.toMatchObject({ failure: { code: 'damaged' } })
  })

  it('that ends in the middle gives what is there, and says so', async () => {
    const whole = typedFlat({ kind: 'spreadsheet', body: sheet('Rates', row(cell('first')) + row(cell('second'))) })
    const { pages, result } = await collect('a.fods', whole.subarray(0, whole.indexOf('second')))
    expect(pages.map(({ text }) => text)).toEqual(['first'])
    expect(result.warnings).toEqual(['The file is damaged: it ends in the middle; what came after that is missing.'])
  })
})

describe('a cell', () => {
  const typed = (type: string, value: string, shown: string, more = '') =>
    `<table:table-cell office:value-type="${type}" ${value} ${more}>${shown === '' ? '' : p(shown)}</table:table-cell>`

  it('shows numbers as the program shows them, and without their text the value', async () => {
    const { page } = await readSheet(
      row(
        typed('currency', 'office:value="1234.5" office:currency="EUR"', '1.234,50 €') +
          typed('percentage', 'office:value="0.125"', '') +
          typed('float', 'office:value="0.30000000000000004"', '') +
          typed('boolean', 'office:boolean-value="true"', 'WAHR') +
          typed('string', 'office:string-value="kept"', ''),
      ),
    )
    expect(page.text).toBe('1.234,50 €\t12.5%\t0.3\tTRUE\tkept')
  })

  it('shows dates and times in ISO, with as much as its style, its row or its column shows', async () => {
    const part = (names: string) =>
      names
        .split(' ')
        .map((name) => `<number:${name}/>`)
        .join('')
    const style = (name: string, format: string) =>
      `<style:style style:name="${name}" style:family="table-cell" style:data-style-name="${format}"/>`
    const automatic = `<number:date-style style:name="d">${part('day month year')}</number:date-style><number:date-style style:name="m">${part('month year')}</number:date-style><number:date-style style:name="dt">${part('year month day hours minutes')}</number:date-style><number:time-style style:name="e" number:truncate-on-overflow="false">${part('hours minutes')}</number:time-style><number:time-style style:name="t">${part('hours minutes')}<number:seconds number:decimal-places="1"/></number:time-style>${style('day', 'd')}${style('month', 'm')}${style('both', 'dt')}${style('span', 'e')}${style('time', 't')}<style:style style:name="heir" style:family="table-cell" style:parent-style-name="month"/>`
    const date = (value: string, more = '') => typed('date', `office:date-value="${value}"`, '12.09.24', more)
    const time = (value: string, more = '') => typed('time', `office:time-value="${value}"`, 'x', more)
    const named = (name: string) => `table:style-name="${name}"`
    const columns = '<table:table-column table:number-columns-repeated="16384" table:default-cell-style-name="both"/>'
    const { page } = await readSheet(
      columns +
        row(date('2024-09-12T14:29:59.9999999', named('day')) + date('2024-09-12', named('heir'))) +
        row(date('2024-09-12T23:59:59.9999999') + date('2024-09-12', named('unknown'))) +
        row(date('2024-09-12T08:05:07', named('unknown')) + date('soon')) +
        row(time('PT36H15M00S', named('span')) + time('PT36H15M00.25S', named('time'))) +
        row(date('1899-12-30', named('day')), 'table:default-cell-style-name="month"'),
      { automatic },
    )
    expect(page.text.split('\n')).toEqual([
      '2024-09-12\t2024-09',
      '2024-09-13 00:00\t2024-09-12',
      '2024-09-12 08:05:07\t12.09.24',
      '36:15\t12:15:00.3',
      '1899-12-30',
    ])
  })

  it('holds its paragraphs, lines and links in one line, without readings above the words', async () => {
    const { page } = await readSheet(
      row(
        `<table:table-cell>${p('one<text:line-break/>two')}${p('<text:a>three</text:a><text:s text:c="2"/><text:span>four</text:span> <text:ruby><text:ruby-base>五</text:ruby-base><text:ruby-text>go</text:ruby-text></text:ruby>')}</table:table-cell>`,
      ),
    )
    expect(page.text).toBe('one two three four 五')
  })

  it('shows what its formula gave, and says where the file holds no result', async () => {
    const formula = 'table:formula="of:=SUM([.A1:.A2])"'
    const { page, warnings } = await readSheet(
      row(cell('7') + typed('float', 'office:value="9"', '9', formula)) +
        row(cell('8') + `<table:table-cell ${formula}/>` + typed('string', 'office:string-value=""', '', formula)),
    )
    expect(page.text).toBe('7\t9\n8')
    expect(warnings).toEqual([
      'Sheet "Rates": 1 formula without a stored result (B2). Open the file in its own program, save it, and add it again.',
    ])
  })

  it('that covers others leaves out what lies under it', async () => {
    const covered = `<table:covered-table-cell>${p('under')}</table:covered-table-cell>`
    const { page, warnings } = await readSheet(
      row(cell('Wide', 'table:number-columns-spanned="3" table:number-rows-spanned="1"') + covered) +
        row(cell('a') + cell('b') + cell('c')),
    )
    expect(page.text).toBe('Wide\na\tb\tc')
    expect(warnings).toEqual(['Sheet "Rates": 1 value under merged cells, where none is shown, left out.'])
  })

  it('keeps its place behind empty ones that are repeated', async () => {
    const { page } = await readSheet(
      row('<table:table-cell table:number-columns-repeated="26"/>' + cell('AA'), '') +
        row('<table:table-cell/>', 'table:number-rows-repeated="1048574"') +
        row(cell('last')),
    )
    expect(page.blocks.map(({ firstCell }) => firstCell)).toEqual(['AA1', 'A1048576'])
  })
})

describe('cells that the file repeats', () => {
  it('are written as often as it says', async () => {
    const { page, warnings } = await readSheet(
      row(cell('x', 'table:number-columns-repeated="3"'), 'table:number-rows-repeated="2"'),
    )
    expect(page.text).toBe('x\tx\tx\nx\tx\tx')
    expect(warnings).toEqual([])
  })

  it('are written once where it claims a whole sheet of them, and what follows keeps its place', async () => {
    const { page, warnings } = await readSheet(
      row(cell('x', 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048575"') +
        row(cell('end')),
    )
    expect(page.blocks.map(({ firstCell }) => firstCell)).toEqual(['A1', 'A1048576'])
    expect(page.text.length).toBeLessThan(40_000)
    expect(warnings).toEqual(['Sheet "Rates": what the file repeats again and again was written once (A1:XFD1048575).'])
  })

  it('beyond the last row or column are left out, and counted', async () => {
    const { page, warnings } = await readSheet(
      row('<table:table-cell table:number-columns-repeated="16384"/>' + cell('right')) +
        row(cell('x') + '<table:table-cell/>', 'table:number-rows-repeated="9999999"') +
        row(cell('below') + cell('it')),
    )
    expect(page.text).toBe('x')
    expect(warnings).toContain('Sheet "Rates": 3 cells lie beyond the last row or column of a sheet and were left out.')
  })

  it('never make more of a text than the limits allow, whatever is claimed', async () => {
    const claim = fc.oneof(fc.integer({ min: -5, max: 3_000_000 }), fc.constantFrom('', 'NaN', '1e9', '0x10', '2.7'))
    const rows = fc.array(
      fc.record({
        text: fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 9 }),
        columns: claim,
        rows: claim,
      }),
      {
        maxLength: 6,
      },
    )
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const body = all.map(({ text, columns, rows: repeated }) =>
          row(cell(text, `table:number-columns-repeated="${columns}"`), `table:number-rows-repeated="${repeated}"`),
        )
        const { page, warnings } = await readSheet(body.join(''))
        expect(page.text.length).toBeLessThan(4_000_000)
        const isCut = warnings.some((warning) => warning.includes('beyond the last row'))
        const lacking = all.filter(({ text }) => !page.text.includes(text.trim().replace(/ +/g, ' ')))
        expect(isCut ? [] : lacking).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('a sheet', () => {
  it('has its notes with their cells and authors, and no word of them in the cells', async () => {
    const note = `<office:annotation><dc:creator>Ann Lee</dc:creator><dc:date>2024-05-01T10:00:00</dc:date>${p('check')}${p('this')}</office:annotation>`
    const { page } = await readSheet(row(cell('a') + `<table:table-cell>${note}${p('b')}</table:table-cell>`))
    expect(blocksOf(page)).toEqual([
      ['table', 0, 'a\tb'],
      ['note', 0, 'Note at B1 by Ann Lee: check this'],
    ])
  })

  it('has what is drawn over it and the titles of its charts; pictures and objects are counted', async () => {
    const box = `<draw:frame><draw:text-box>${p('Draft of May')}</draw:text-box></draw:frame>`
    const chart =
      '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame>'
    const other = '<draw:frame><draw:object-ole xlink:href="./Object 2"/></draw:frame>'
    const picture = '<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>A roof</svg:desc></draw:frame>'
    const rows = `<table:shapes>${box}${chart}${other}</table:shapes>${row(`<table:table-cell>${picture}${p('cell')}</table:table-cell>`)}`
    const { page, warnings } = await readSheet(rows, {
      parts: { 'Object 1/content.xml': typedChart('Claims by quarter') },
    })
    expect(blocksOf(page)).toEqual([
      ['table', 0, 'cell'],
      ['other', 0, 'Draft of May'],
      ['other', 0, 'Chart: Claims by quarter'],
    ])
    expect(warnings).toEqual([
      'Sheet "Rates": 1 embedded object of another program was not read.',
      '1 picture: text inside pictures is not read.',
    ])
  })

  it('has what is printed above and below it, once, without numbers of pages', async () => {
    const master = `<style:master-page style:name="Page"><style:header>${p('<text:sheet-name>???</text:sheet-name> Privileged')}</style:header><style:header-left style:display="false">${p('no')}</style:header-left><style:footer>${p('Page <text:page-number>1</text:page-number>')}</style:footer></style:master-page>`
    const automatic = '<style:style style:name="s" style:family="table" style:master-page-name="Page"/>'
    const { pages } = await read(sheet('Rates', row(cell('a')), 'table:style-name="s"'), {
      automatic,
      styles: `<office:automatic-styles><style:style style:name="s" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:master-styles>${master}</office:master-styles>`,
    })
    expect(blocksOf(pages[0]!)).toEqual([
      ['table', 0, 'a'],
      ['header', 0, 'Privileged'],
    ])
  })

  it('with more cells or elements than the limits allow is refused', async () => {
    const rows = row(cell('a') + cell('b') + cell('c'))
    const limits = { ...READ_LIMITS, tableCells: 2 }
    await expect(read(sheet('Rates', rows), {}, limits)).rejects.toMatchObject({ failure: { code: 'gate' } })
    const deep = '<text:span>'.repeat(300)
    await expect(read(sheet('Rates', row(cell(deep))))).rejects.toMatchObject({ failure: { code: 'gate' } })
  })
})
