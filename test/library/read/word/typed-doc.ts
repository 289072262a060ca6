const PAGE_BYTES = 512
const TEXT_AT = 0x8_00
const FREE = 0xff_ff_ff_ff
const CHAIN_END = 0xff_ff_ff_fe
const TABLE_SECTOR = 0xff_ff_ff_fd
const SMALLEST_STREAM = 4096

/** A property by its code, with its operand as bytes. */
export type Property = readonly [code: number, ...operand: readonly number[]]
export type DocRunSpec = { readonly to: number; readonly style?: number; readonly properties?: readonly Property[] }

export type DocSpec = {
  /** All stories one behind the other. */
  readonly text: string
  /** Lengths of the stories in the order of the file: body, footnotes, headers, macros, comments, endnotes, boxes. */
  readonly lengths?: readonly number[]
  readonly characters?: readonly DocRunSpec[]
  readonly paragraphs?: readonly DocRunSpec[]
  /** Further structures by their index. */
  readonly structures?: Readonly<Record<number, Buffer>>
  readonly flags?: number
  readonly format?: number
}

/** A Word 97 file: its streams, with formats, in an OLE container. */
export function typedDoc(spec: DocSpec): Buffer {
  const { text, lengths = [text.length], characters = [], paragraphs = [], structures = {} } = spec
  const bytes = Buffer.from(text, 'utf16le')
  const characterPage = Math.ceil((TEXT_AT + bytes.length) / PAGE_BYTES)
  const main = Buffer.alloc(Math.max(SMALLEST_STREAM, (characterPage + 2) * PAGE_BYTES))
  main.writeUInt16LE(0xa5_ec, 0)
  main.writeUInt16LE(spec.format ?? 0xc1, 2)
  main.writeUInt16LE(0x02_00 | (spec.flags ?? 0), 10)
  for (const [index, length] of lengths.entries()) main.writeUInt32LE(length, 0x4c + index * 4)
  bytes.copy(main, TEXT_AT)
  formatPage(characters, text.length, 1).copy(main, characterPage * PAGE_BYTES)
  formatPage(paragraphs, text.length, 13).copy(main, (characterPage + 1) * PAGE_BYTES)

  const all: Readonly<Record<number, Buffer>> = {
    12: words([TEXT_AT, TEXT_AT + bytes.length, characterPage]),
    13: words([TEXT_AT, TEXT_AT + bytes.length, characterPage + 1]),
    33: pieceTable(text.length),
    ...structures,
  }
  const parts: Buffer[] = []
  let at = 0
  for (const [index, structure] of Object.entries(all)) {
    main.writeUInt32LE(at, 0x9a + Number(index) * 8)
    main.writeUInt32LE(structure.length, 0x9a + Number(index) * 8 + 4)
    parts.push(structure)
    at += structure.length
  }
  const table = Buffer.concat([...parts, Buffer.alloc(Math.max(0, SMALLEST_STREAM - at))])
  return container([
    ['WordDocument', main],
    ['1Table', table],
  ])
}

/** Numbers of four bytes. */
export function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeInt32LE(value | 0, index * 4)
  return bytes
}

/** A string with its length in front. */
export function counted(text: string): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16LE(text.length)
  return Buffer.concat([length, Buffer.from(text, 'utf16le')])
}

function pieceTable(characters: number): Buffer {
  const piece = Buffer.alloc(8)
  piece.writeUInt32LE(TEXT_AT, 2)
  const table = Buffer.concat([words([0, characters]), piece])
  return Buffer.concat([Buffer.from([2]), words([table.length]), table])
}

export function propertyBytes(properties: readonly Property[]): Buffer {
  return Buffer.concat(properties.map(([code, ...operand]) => Buffer.from([code & 0xff, code >> 8, ...operand])))
}

/** A page of formats: runs, and from its end upwards what they say. */
function formatPage(runs: readonly DocRunSpec[], length: number, entryBytes: 1 | 13): Buffer {
  const page = Buffer.alloc(PAGE_BYTES)
  const all = [...runs, { to: length }].filter(({ to }, index, each) => to > (each[index - 1]?.to ?? 0))
  let end = PAGE_BYTES - 2
  page.writeUInt32LE(TEXT_AT, 0)
  for (const [index, run] of all.entries()) {
    page.writeUInt32LE(TEXT_AT + run.to * 2, (index + 1) * 4)
    const list = propertyBytes(run.properties ?? [])
    const content =
      entryBytes === 1
        ? Buffer.concat([Buffer.from([list.length]), list])
        : paragraphContent(Buffer.concat([Buffer.from([run.style ?? 0, 0]), list]))
    end = (end - content.length) & ~1
    content.copy(page, end)
    page[(all.length + 1) * 4 + index * entryBytes] = end / 2
  }
  page[PAGE_BYTES - 1] = all.length
  return page
}

/** Counted in pairs of bytes: an even list has a zero and its count in front. */
function paragraphContent(list: Buffer): Buffer {
  return list.length % 2 === 0
    ? Buffer.concat([Buffer.from([0, list.length / 2]), list])
    : Buffer.concat([Buffer.from([(list.length + 1) / 2]), list])
}

/** An OLE container (MS-CFB) with streams of at least 4096 bytes. */
export function container(streams: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  const sectors = (size: number) => Math.ceil(size / PAGE_BYTES)
  const used = 1 + streams.reduce((sum, [, { length }]) => sum + sectors(length), 0)
  const tables = Math.ceil(used / 127)
  const table = Buffer.alloc(tables * PAGE_BYTES, 0xff)
  const directory = Buffer.alloc(PAGE_BYTES)
  for (let index = 0; index < tables; index += 1) table.writeUInt32LE(TABLE_SECTOR, index * 4)
  table.writeUInt32LE(CHAIN_END, tables * 4)
  directoryEntry('Root Entry', 5, CHAIN_END, 0).copy(directory, 0)
  const bodies: Buffer[] = []
  let next = tables + 1
  for (const [index, [name, content]] of streams.entries()) {
    const count = sectors(content.length)
    directoryEntry(name, 2, next, content.length).copy(directory, (index + 1) * 128)
    for (let each = 0; each < count; each += 1)
      table.writeUInt32LE(each === count - 1 ? CHAIN_END : next + each + 1, (next + each) * 4)
    bodies.push(Buffer.concat([content, Buffer.alloc(count * PAGE_BYTES - content.length)]))
    next += count
  }
  return Buffer.concat([containerHead(tables), table, directory, ...bodies])
}

function containerHead(tables: number): Buffer {
  const head = Buffer.alloc(PAGE_BYTES)
  head.write('d0cf11e0a1b11ae1', 0, 'hex')
  head.writeUInt16LE(0x3e, 24)
  head.writeUInt16LE(3, 26)
  head.writeUInt16LE(0xff_fe, 28)
  head.writeUInt16LE(9, 30)
  head.writeUInt16LE(6, 32)
  head.writeUInt32LE(tables, 44)
  head.writeUInt32LE(tables, 48)
  head.writeUInt32LE(SMALLEST_STREAM, 56)
  head.writeUInt32LE(CHAIN_END, 60)
  head.writeUInt32LE(CHAIN_END, 68)
  for (let slot = 0; slot < 109; slot += 1) head.writeUInt32LE(slot < tables ? slot : FREE, 76 + slot * 4)
  return head
}

function directoryEntry(name: string, type: number, start: number, size: number): Buffer {
  const entry = Buffer.alloc(128)
  entry.write(name, 0, 'utf16le')
  entry.writeUInt16LE((name.length + 1) * 2, 64)
  entry[66] = type
  // The root has the first stream below it; how others hang on that one is looked at by other programs only.
  entry.fill(0xff, 68, 80)
  if (type === 5) entry.writeUInt32LE(1, 76)
  entry.writeUInt32LE(start, 116)
  entry.writeUInt32LE(size, 120)
  return entry
}
