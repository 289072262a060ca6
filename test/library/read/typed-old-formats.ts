import { writeZip } from '../../../scripts/write-zip.ts'
import { container } from './word/typed-doc.ts'

/** A cell that holds a text or a number. */
export type OldCell = string | number

/** An Excel file as version 5 and 95 wrote it: one sheet (records of [MS-XLS] before Unicode). */
export function typedXls5(name: string, rows: readonly (readonly OldCell[])[]): Buffer {
  const begin = (type: number) => record(0x0809, u16(0x0500, type, 0x0dbb, 0x07cc))
  const end = record(0x000a, Buffer.alloc(0))
  const cells = rows.flatMap((row, r) =>
    row.map((value, c) =>
      typeof value === 'number'
        ? record(0x0203, Buffer.concat([u16(r, c, 0), double(value)]))
        : record(0x0204, Buffer.concat([u16(r, c, 0, value.length), Buffer.from(value, 'latin1')])),
    ),
  )
  const size = record(0x0200, u16(0, rows.length, 0, Math.max(0, ...rows.map((row) => row.length)), 0))
  const sheet = Buffer.concat([begin(0x10), size, ...cells, end])
  const codePage = record(0x0042, u16(1252))
  const sheetEntry = (at: number) => {
    const place = Buffer.alloc(4)
    place.writeUInt32LE(at)
    return record(0x0085, Buffer.concat([place, u16(0), Buffer.from([name.length]), Buffer.from(name, 'latin1')]))
  }
  const head = (at: number) => Buffer.concat([begin(0x05), codePage, sheetEntry(at), end])
  const book = Buffer.concat([head(head(0).length), sheet])
  return container([['Book', Buffer.concat([book, Buffer.alloc(Math.max(0, 4096 - book.length))])]])
}

/** A binary Excel file: one sheet ([MS-XLSB]). */
export function typedXlsb(name: string, rows: readonly (readonly OldCell[])[]): Buffer {
  const wide = (text: string) => Buffer.concat([u32(text.length), Buffer.from(text, 'utf16le')])
  const book = [
    wideRecord(131),
    wideRecord(143),
    wideRecord(156, Buffer.concat([u32(0, 1), wide('rId1'), wide(name)])),
    wideRecord(144),
    wideRecord(132),
  ]
  const cells = rows.flatMap((row, r) => [
    wideRecord(0, Buffer.concat([u32(r, 0), u16(300), Buffer.from([0, 0, 0]), u32(1, 0, row.length - 1)])),
    ...row.map((value, c) =>
      typeof value === 'number'
        ? wideRecord(5, Buffer.concat([u32(c, 0), double(value)]))
        : wideRecord(6, Buffer.concat([u32(c, 0), wide(value)])),
    ),
  ])
  const sheet = [wideRecord(129), wideRecord(145), ...cells, wideRecord(146), wideRecord(130)]
  const type = 'application/vnd.ms-excel'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relation = (kind: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/${kind}" Target="${target}"/></Relationships>`
  return writeZip([
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.bin" ContentType="${type}.sheet.binary.macroEnabled.main"/><Override PartName="/xl/worksheets/sheet1.bin" ContentType="${type}.worksheet"/></Types>`,
    },
    { name: '_rels/.rels', data: relation('officeDocument', 'xl/workbook.bin') },
    { name: 'xl/workbook.bin', data: Buffer.concat(book) },
    { name: 'xl/_rels/workbook.bin.rels', data: relation('worksheet', 'worksheets/sheet1.bin') },
    { name: 'xl/worksheets/sheet1.bin', data: Buffer.concat(sheet) },
  ])
}

/** A document of WordPerfect 5.1: a head without resources, then the text, each paragraph ended by a hard return. */
export function typedWpd(paragraphs: readonly string[]): Buffer {
  const resources = Buffer.from('fbff050032000000000000000000'.padEnd(100, '0'), 'hex')
  const head = Buffer.from('ff57504300000000010a000100000000', 'hex')
  head.writeUInt32LE(head.length + resources.length, 4)
  const text = paragraphs.map((paragraph) => `${paragraph}\n`).join('')
  return Buffer.concat([head, resources, Buffer.from(text, 'latin1')])
}

function record(type: number, content: Buffer): Buffer {
  return Buffer.concat([u16(type, content.length), content])
}

/** Types above 127 take two bytes, and so do lengths. */
function wideRecord(type: number, content: Buffer = Buffer.alloc(0)): Buffer {
  const number = (value: number) => (value < 128 ? [value] : [(value & 127) | 128, value >> 7])
  return Buffer.concat([Buffer.from([...number(type), ...number(content.length)]), content])
}

function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, at) => bytes.writeUInt16LE(value, at * 2))
  return bytes
}

function u32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, at) => bytes.writeUInt32LE(value, at * 4))
  return bytes
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}
