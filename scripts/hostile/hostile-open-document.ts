import { writeZip, type ZipEntry } from '../write-zip.ts'
import type { HostileRecipe } from './hostile-file.ts'
import { repeatDeflate } from './repeat-deflate.ts'

/** Spreadsheets and presentations (ODS, ODP) that are bombs, deep or that claim far more than they hold. */
export const hostileOpenDocument: readonly HostileRecipe[] = [
  {
    name: 'whole-sheet.ods',
    about: 'a few bytes that claim the same word in all 17 thousand million cells of a sheet',
    expect: 'ready',
    make: () => ods(table('table:number-rows-repeated="1048576"', 'table:number-columns-repeated="16384"')),
  },
  {
    name: 'many-whole-sheets.ods',
    about: '2 000 sheets that each claim as much',
    expect: 'ready',
    make: () =>
      ods(table('table:number-rows-repeated="1048576"', 'table:number-columns-repeated="16384"').repeat(2000)),
  },
  {
    name: 'zip-bomb.ods',
    about: '0.5 MB that inflates to one cell of 500 MB',
    expect: 'failed',
    make: () =>
      openDocument(
        'spreadsheet',
        run('<table:table><table:table-row><table:table-cell><text:p>', 'A'.repeat(1e6), 500),
      ),
  },
  {
    name: 'seven-million-cells.ods',
    about: 'more cells than are read',
    expect: 'failed',
    make: () =>
      openDocument(
        'spreadsheet',
        run(
          '<table:table><table:table-row>',
          '<table:table-cell><text:p>1</text:p></table:table-cell>'.repeat(1e5),
          70,
        ),
      ),
  },
  {
    name: 'nested-spans.ods',
    about: '20 000 spans, each in the one before, in one cell',
    expect: 'failed',
    make: () => ods(table('', '', '<text:span>'.repeat(20_000))),
  },
  {
    name: 'nested-groups.odp',
    about: '20 000 groups of shapes, each in the one before',
    expect: 'failed',
    make: () =>
      openDocument('presentation', Buffer.from(`${start('presentation')}<draw:page>${'<draw:g>'.repeat(20_000)}`)),
  },
  {
    name: 'six-thousand-slides.odp',
    about: 'more slides than are read',
    expect: 'failed',
    make: () => openDocument('presentation', Buffer.from(`${start('presentation')}${'<draw:page/>'.repeat(6000)}`)),
  },
]

type Kind = 'spreadsheet' | 'presentation'

const NAMES = Object.entries({ office: 'office', table: 'table', text: 'text', draw: 'drawing' })
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

function start(kind: Kind): string {
  return `<office:document-content ${NAMES}><office:body><office:${kind}>`
}

function end(kind: Kind): string {
  return `</office:${kind}></office:body></office:document-content>`
}

function table(rows: string, columns: string, before = ''): string {
  return `<table:table table:name="A"><table:table-row ${rows}><table:table-cell ${columns}><text:p>${before}word</text:p></table:table-cell></table:table-row></table:table>`
}

function ods(body: string): Buffer {
  return openDocument('spreadsheet', Buffer.from(`${start('spreadsheet')}${body}${end('spreadsheet')}`))
}

function run(before: string, unit: string, times: number): ZipEntry['data'] {
  return repeatDeflate({
    before: Buffer.from(start('spreadsheet') + before),
    unit: Buffer.from(unit),
    times,
    after: Buffer.from(end('spreadsheet')),
  })
}

function openDocument(kind: Kind, data: ZipEntry['data']): Buffer {
  return writeZip([
    { name: 'mimetype', data: `application/vnd.oasis.opendocument.${kind}` },
    { name: 'content.xml', data },
    { name: 'META-INF/manifest.xml', data: '<manifest/>' },
  ])
}
