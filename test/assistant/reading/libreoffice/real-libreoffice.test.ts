import { execFile } from 'node:child_process'
import { readdir, readFile, realpath, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { createLibreOffice, findLibreOffice } from '../../../../assistant/reading/libreoffice/create-libreoffice.ts'
import type { MediaType } from '../../../../library/read/media-type.ts'
import { collect } from '../../../library/read/collect.ts'
import { typedWpd, typedXls5, typedXlsb } from '../../../library/read/typed-old-formats.ts'
import { cell, p, row, sheet, typedFlat } from '../../../library/read/typed-open-document.ts'
import { NEVER, temporaryFolder } from '../../../store/temporary-home.ts'

const program = await wholeLibreOffice()

/** Null also where only the part for texts is installed, as Debian packages it: it converts no table and no slides. */
async function wholeLibreOffice(): Promise<string | null> {
  const found = await findLibreOffice(process.env)
  if (found === null) return null
  const parts = await readdir(dirname(await realpath(found)))
  const isPartly = parts.includes('libswlo.so') && !['libsclo.so', 'libsdlo.so'].every((one) => parts.includes(one))
  return isPartly ? null : found
}

const LONG_MS = 120_000
const ROWS = [
  ['Item', 'Price'],
  ['Steel', 12.5],
  ['Wood', 7],
] as const

const number = (value: number, more = '') =>
  `<table:table-cell office:value-type="float" office:value="${value}" ${more}>${p(String(value))}</table:table-cell>`
const date = (value: string, shown: string, style: string) =>
  `<table:table-cell table:style-name="${style}" office:value-type="date" office:date-value="${value}">${p(shown)}</table:table-cell>`

/** Dates, a formula, a hidden row and column, a gap of empty rows, a hidden sheet. */
const BOOK = typedFlat({
  kind: 'spreadsheet',
  automatic:
    '<number:date-style style:name="N1"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style><number:date-style style:name="N2"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/><number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:date-style><style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="time" style:family="table-cell" style:data-style-name="N2"/><style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="out" style:family="table"><style:table-properties table:display="false"/></style:style>',
  body:
    sheet(
      'Rates',
      `<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-column/>${row(cell('Day') + cell('Price') + cell('Margin') + cell('Total'))}${row(date('2024-09-12', '2024-09-12', 'day') + number(12.5) + number(2) + number(25, 'table:formula="of:=[.B2]*[.C2]"'))}${row(date('2024-09-13T14:30:00', '2024-09-13 14:30', 'time') + number(7), 'table:visibility="collapse"')}${row('<table:table-cell/>', 'table:number-rows-repeated="5"')}${row(cell('Far below'))}`,
      'table:style-name="shown"',
    ) +
    sheet('Empty', row('<table:table-cell/>'), 'table:style-name="shown"') +
    sheet('Secret', row(cell('Reserve')), 'table:style-name="out"'),
})
const SHOWN = [
  ['Rates', 'Day\tPrice\tMargin\tTotal\n2024-09-12\t12.5\t2\t25\n2024-09-13 14:30\t7\n\nFar below'],
  ['Empty', ''],
  ['Secret', 'Reserve'],
]
const WARNINGS = [
  'Sheet "Rates" has 1 hidden row and 1 hidden column; they were read too.',
  'Sheet "Secret" is hidden; it was read too.',
]

const slide = (name: string, title: string, text: string, notes = '') =>
  `<draw:page draw:name="${name}" draw:master-page-name="M" presentation:presentation-page-layout-name="L"><draw:frame presentation:class="title" presentation:style-name="T" svg:width="20cm" svg:height="3cm"><draw:text-box>${p(title)}</draw:text-box></draw:frame><draw:frame svg:width="20cm" svg:height="3cm" svg:y="5cm"><draw:text-box>${p(text)}</draw:text-box></draw:frame><presentation:notes><draw:frame presentation:class="notes" svg:width="10cm" svg:height="9cm"><draw:text-box>${notes === '' ? '' : p(notes)}</draw:text-box></draw:frame></presentation:notes></draw:page>`
const SLIDES = typedFlat({
  kind: 'presentation',
  automatic:
    '<style:page-layout style:name="P"/><style:style style:name="D" style:family="drawing-page"/><style:style style:name="T" style:family="presentation"/><style:presentation-page-layout style:name="L"><presentation:placeholder presentation:object="title" svg:x="1cm" svg:y="1cm" svg:width="20cm" svg:height="3cm"/></style:presentation-page-layout>',
  styles:
    '<office:master-styles><style:master-page style:name="M" style:page-layout-name="P" draw:style-name="D"/></office:master-styles>',
  body: slide('one', 'Claims', 'First point', 'Speak slowly.') + slide('two', 'Terms', 'Second point'),
})

/** What our readers make of what the LibreOffice of this computer makes of the bytes. */
async function convertAndRead(mediaType: MediaType, bytes: Buffer) {
  await using home = await temporaryFolder()
  const office = createLibreOffice({ home: home.path, environment: process.env })
  const document = { mediaType, sizeBytes: bytes.length, chunks: () => [bytes] }
  const made = await office.convert(document, NEVER)
  return { ...(await collect(made.name, made.bytes)), by: made.by }
}

/** Another format of the same content, as LibreOffice writes it. */
async function saved(name: string, bytes: Buffer, kind: string): Promise<Buffer> {
  await using folder = await temporaryFolder()
  const file = join(folder.path, name)
  await writeFile(file, bytes)
  const words = ['--headless', `-env:UserInstallation=file://${folder.path}/profile`, '--convert-to', kind]
  await promisify(execFile)(program!, [...words, '--outdir', join(folder.path, 'out'), file])
  return readFile(join(folder.path, 'out', name.replace(/\.\w+$/, `.${kind}`)))
}

// One after the other: they share the processor with LibreOffice.
describe.skipIf(program === null)(
  'the LibreOffice of this computer (skipped where there is none)',
  { timeout: LONG_MS },
  () => {
    test.each([
      ['Excel 95', 'application/vnd.ms-excel', typedXls5('Rates', ROWS)],
      ['binary Excel', 'application/vnd.ms-excel.sheet.binary.macroenabled.12', typedXlsb('Rates', ROWS)],
    ] as const)('converts a file of %s', async (_, mediaType, bytes) => {
      const { pages, by } = await convertAndRead(mediaType, bytes)
      expect(pages.map(({ label, text }) => [label, text])).toEqual([['Rates', 'Item\tPrice\nSteel\t12.5\nWood\t7']])
      expect(by).toMatch(/^LibreOffice \d+\.\d/)
    })

    test('converts a WordPerfect document', async () => {
      const { pages } = await convertAndRead('application/vnd.wordperfect', typedWpd(['LEASE', 'The rent is due.']))
      expect(pages[0]!.text).toBe('LEASE\n\nThe rent is due.')
    })

    test('converts a file of Excel 97 with its dates, formulas and hidden sheets', async () => {
      const { pages, result } = await convertAndRead('application/vnd.ms-excel', await saved('a.fods', BOOK, 'xls'))
      expect(pages.map(({ label, text }) => [label, text])).toEqual(SHOWN)
      expect(result.warnings).toEqual(WARNINGS)
    })

    test('converts a file of PowerPoint 97', async () => {
      const { pages } = await convertAndRead('application/vnd.ms-powerpoint', await saved('a.fodp', SLIDES, 'ppt'))
      expect(pages.map(({ page, text }) => [page, text])).toEqual([
        [1, 'Claims\n\nFirst point\n\nSpeaker notes: Speak slowly.'],
        [2, 'Terms\n\nSecond point'],
      ])
      expect(pages[0]!.label).toBe('Claims')
    })

    test('is given no other importer than that of the type: text is not taken for a spreadsheet', async () => {
      const text = Buffer.from('a,b\n1,2\n')
      await expect(convertAndRead('application/vnd.ms-excel', text)).rejects.toMatchObject({
        failure: { code: 'damaged' },
      })
    })

    test.each(['ods', 'xlsx'])('writes a file (%s) that is read as what it was made of', async (kind) => {
      const made = await collect(`a.${kind}`, await saved('a.fods', BOOK, kind))
      expect(made.pages.map(({ label, text }) => [label, text])).toEqual(SHOWN)
      expect(made.result.warnings).toEqual(WARNINGS)
      expect(made.pages.map(({ blocks }) => blocks)).toEqual(
        (await collect('a.fods', BOOK)).pages.map(({ blocks }) => blocks),
      )
    })

    test.each(['odp', 'pptx'])('writes a file (%s) that is read as what it was made of', async (kind) => {
      const made = await collect(`a.${kind}`, await saved('a.fodp', SLIDES, kind))
      const own = await collect('a.fodp', SLIDES)
      expect(made.pages.map(({ label, text }) => [label, text])).toEqual(
        own.pages.map(({ label, text }) => [label, text]),
      )
    })
  },
)
