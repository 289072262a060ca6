import { describe, expect, it } from 'vitest'
import { writeZip } from '../../../../../scripts/write-zip.ts'
import { READ_LIMITS } from '../../../../../library/read/read-limits.ts'
import { blocksOf, collect } from '../../collect.ts'

const NAMES = `${'office text table draw style'
  .split(' ')
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')} xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"`
const MIME = 'application/vnd.oasis.opendocument.text'

type Parts = {
  readonly automatic?: string
  readonly styles?: string
  readonly manifest?: string
  readonly objects?: Readonly<Record<string, string>>
}

function typedOdt(body: string, { automatic = '', styles = '', manifest = '', objects = {} }: Parts = {}): Buffer {
  return writeZip([
    { name: 'mimetype', data: MIME },
    {
      name: 'content.xml',
      data: `<office:document-content ${NAMES}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    { name: 'styles.xml', data: `<office:document-styles ${NAMES}>${styles}</office:document-styles>` },
    { name: 'META-INF/manifest.xml', data: `<manifest>${manifest}</manifest>` },
    ...Object.entries(objects).map(([name, data]) => ({ name, data })),
  ])
}

async function read(body: string, parts: Parts = {}) {
  const { pages, result } = await collect('a.odt', typedOdt(body, parts))
  return { page: pages[0]!, result }
}

const p = (text: string) => `<text:p>${text}</text:p>`
const cell = (text: string, more = '') => `<table:table-cell ${more}>${p(text)}</table:table-cell>`
const signed = '<dc:creator>Ann</dc:creator><dc:date>2024-05-01T10:00:00</dc:date>'

describe('an OpenDocument text', () => {
  it('has headings, paragraphs with their spaces and lines, and tables', async () => {
    const table = `<table:table><table:table-header-rows><table:table-row>${cell('Month')}${cell('Rent')}</table:table-row></table:table-header-rows><table:table-row>${cell('All', 'table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row></table:table>`
    const { page, result } = await read(
      `<text:h text:outline-level="2">Rent</text:h>${p('One\n  line<text:s text:c="3"/>and<text:line-break/>another')}${table}`,
    )
    expect(blocksOf(page)).toEqual([
      ['heading', 2, 'Rent'],
      ['paragraph', 0, 'One line and\nanother'],
      ['table', 1, 'Month\tRent\nAll'],
    ])
    expect(result).toMatchObject({ pages: 1, reader: 'odt', warnings: [] })
  })

  it('takes a whole clause in a heading style for text', async () => {
    const clause = 'The tenant shall pay the rent. '.repeat(10)
    const { page } = await read(`<text:h text:outline-level="1">${clause}</text:h>`)
    expect(blocksOf(page)).toEqual([['paragraph', 0, clause.trim()]])
  })

  it('is read in its flat form too', async () => {
    const flat = `<?xml version="1.0"?><office:document ${NAMES} office:mimetype="${MIME}"><office:body><office:text>${p('Flat.')}</office:text></office:body></office:document>`
    const { pages, result } = await collect('a.fodt', Buffer.from(flat))
    expect(pages[0]!.text).toBe('Flat.')
    expect(result.mediaType).toBe(MIME)
  })

  it('computes the numbers of lists and headings', async () => {
    const level = (index: number, format: string, more: string) =>
      `<text:list-level-style-number text:level="${index}" style:num-format="${format}" ${more}/>`
    const automatic = `<text:list-style style:name="L">${level(1, '1', 'style:num-suffix="." text:start-value="7"')}${level(2, 'a', 'style:num-prefix="(" style:num-suffix=")"')}</text:list-style>`
    const styles = `<office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="I"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style></office:styles>`
    const item = (content: string) => `<text:list-item>${content}</text:list-item>`
    const inner = `<text:list>${item(p('B'))}${item(p('C'))}</text:list>`
    const list = `<text:list text:style-name="L">${item(p('A') + p('more') + inner)}${item(p('D'))}</text:list>`
    const heading = (depth: number, text: string) => `<text:h text:outline-level="${depth}">${text}</text:h>`
    const { page } = await read(
      `${heading(1, 'One')}${heading(2, 'Two')}${list}<text:list text:style-name="L" text:continue-numbering="true">${item(p('E'))}</text:list>`,
      { automatic, styles },
    )
    expect(blocksOf(page).map(([, , text]) => text)).toEqual([
      'I One',
      'I.1 Two',
      '7. A',
      'more',
      '(a) B',
      '(b) C',
      '8. D',
      '9. E',
    ])
  })

  it('ties notes and comments to their places', async () => {
    const note = (kind: string, mark: string, text: string) =>
      `<text:note text:note-class="${kind}"><text:note-citation>${mark}</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`
    const comment = `<office:annotation office:name="c1">${signed}${p('When?')}</office:annotation>at once<office:annotation-end office:name="c1"/>`
    const { page } = await read(
      `${p(`Rent${note('footnote', '1', 'Net.')} is due${note('endnote', 'i', 'Monthly.')} ${comment}.`)}${p('End.')}`,
    )
    expect(blocksOf(page)).toEqual([
      ['paragraph', 0, 'Rent[1] is due[i] at once.'],
      ['note', 1, '[1] Net.'],
      ['note', 0, 'Comment by Ann, 2024-05-01, on \u201cat once\u201d: When?'],
      ['paragraph', 0, 'End.'],
      ['note', 1, '[i] Monthly.'],
    ])
  })

  it('reads tracked changes as accepted and reports each', async () => {
    const region = (id: string, kind: string, content: string) =>
      `<text:changed-region text:id="${id}"><text:${kind}><office:change-info>${signed}</office:change-info>${content}</text:${kind}></text:changed-region>`
    const changes = `<text:tracked-changes>${region('c1', 'deletion', p('900'))}${region('c2', 'insertion', '')}</text:tracked-changes>`
    const { page, result } = await read(
      `${changes}${p('Rent is <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>950<text:change-end text:change-id="c2"/>.')}`,
    )
    expect(blocksOf(page)).toEqual([
      ['paragraph', 0, 'Rent is 950.'],
      ['note', 0, 'Deleted by Ann, 2024-05-01: \u201c900\u201d'],
      ['note', 0, 'Inserted by Ann, 2024-05-01: \u201c950\u201d'],
    ])
    expect(result.warnings).toEqual([
      'Tracked changes were read as accepted (1 insertion, 1 deletion); each is reported behind its paragraph.',
    ])
  })

  it('says where a tracked change stands, also one over several paragraphs', async () => {
    const region = (id: string, kind: string, content: string) =>
      `<text:changed-region text:id="${id}"><text:${kind}><office:change-info>${signed}</office:change-info>${content}</text:${kind}></text:changed-region>`
    const changes = `<text:tracked-changes>${region('c1', 'deletion', p('900'))}${region('c2', 'insertion', '')}</text:tracked-changes>`
    const body = `${p('Rent is <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>950.')}${p('It is due<text:change-end text:change-id="c2"/> today.')}`
    const { page } = await read(`${changes}${body}`)
    const places = page.marks?.map(({ kind, start, end, text }) => [kind, text, page.text.slice(start, end)])
    expect(places).toEqual([
      ['deleted', '900', ''],
      ['inserted', '950.', '950.'],
      ['inserted', 'It is due', 'It is due'],
    ])
    expect(page.text.slice(page.marks?.[0]?.start)).toMatch(/^950/)
    expect(page.marks?.[0]).toMatchObject({ by: 'Ann', date: '2024-05-01T10:00:00' })
  })

  it('keeps hidden text out, by style, section and field, and says so', async () => {
    const automatic =
      '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
    const { page, result } = await read(
      `${p('Shown<text:span text:style-name="T1">Obey.</text:span><text:hidden-text text:string-value="Now" text:is-hidden="true"/>')}<text:section text:display="none">${p('Gone')}</text:section>`,
      { automatic },
    )
    expect(page.text).toBe('Shown')
    expect(result.warnings).toEqual(['12 characters are hidden text and were left out.'])
  })

  it('gives headers, footers, frames and what stands in objects', async () => {
    const styles = `<office:master-styles><style:master-page><style:header>${p('Head')}</style:header><style:header-first>${p('First')}</style:header-first><style:footer style:display="false">${p('Off')}</style:footer></style:master-page></office:master-styles>`
    const frame = `<draw:frame><draw:text-box>${p('Boxed')}</draw:text-box></draw:frame>`
    const object = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    const { page } = await read(p(`Text ${object}${frame}`), {
      styles,
      objects: {
        'Object 1/content.xml':
          '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi><mo>=</mo><mn>1</mn></math>',
      },
    })
    expect(blocksOf(page)).toEqual([
      ['header', 0, 'Head'],
      ['header', 0, '(first page) First'],
      ['paragraph', 0, 'Text x=1'],
      ['paragraph', 0, 'Boxed'],
    ])
  })

  it('is refused when it is encrypted', async () => {
    const reading = read(p('x'), { manifest: '<file-entry><encryption-data/></file-entry>' })
    await expect(reading).rejects.toMatchObject({
      failure: { code: 'password' },
      message: expect.stringMatching(/^This OpenDocument file is locked by a password/),
    })
  })
})

describe('an OpenDocument text of the newer encrypted form', () => {
  it('is refused as locked', async () => {
    const bytes = writeZip([
      { name: 'mimetype', data: MIME },
      { name: 'encrypted-package', data: 'x' },
    ])
    await expect(collect('a.odt', bytes)).rejects.toMatchObject({ failure: { code: 'password' } })
  })
})

describe('a hostile OpenDocument text', () => {
  it('can not repeat cells and rows without end', async () => {
    const many = 'table:number-columns-repeated="1000000000"'
    const rows = `<table:table-row table:number-rows-repeated="1000000000">${cell('x'.repeat(100), many)}<table:table-cell ${many}/>${cell('y')}</table:table-row>`
    const { page, result } = await read(`<table:table>${rows}</table:table>`)
    expect(page.text.length).toBeLessThan(1000)
    expect(page.text).toContain('x')
    expect(result.warnings).toEqual(['2 cells that the file repeats many times were written once.'])
  })

  it('is refused when it nests too deep, has too many elements, or defines entities', async () => {
    const deep = `${'<text:section>'.repeat(300)}${p('x')}${'</text:section>'.repeat(300)}`
    await expect(read(deep)).rejects.toMatchObject({ failure: { code: 'gate' } })
    const many = collect('a.odt', typedOdt(p('x').repeat(100)), { limits: { ...READ_LIMITS, xmlElements: 50 } })
    await expect(many).rejects.toMatchObject({ failure: { code: 'gate' } })
    const entity = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><office:document ${NAMES} office:mimetype="${MIME}"><office:text>${p('&amp;a;')}</office:text></office:document>`
    await expect(collect('a.fodt', Buffer.from(entity))).rejects.toMatchObject({ failure: { code: 'damaged' } })
  })

  it('says when it ends in the middle', async () => {
    const flat = `<?xml version="1.0"?><office:document ${NAMES} office:mimetype="${MIME}"><office:body><office:text>${p('Whole.')}<text:p>Half`
    const { pages, result } = await collect('a.fodt', Buffer.from(flat))
    expect(pages[0]!.text).toBe('Whole.\n\nHalf')
    expect(result.warnings).toEqual([
      'The file is damaged: a part of it ends in the middle; what came after it is missing.',
    ])
  })
})
