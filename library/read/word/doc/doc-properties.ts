import { message } from '../../../../wording/message.ts'
import { damagedFailure } from '../../read-failure.ts'
import type { DocFile, DocPiece } from './doc-file.ts'
import type { Authorship } from '../note-words.ts'

/** A property and its operand (MS-DOC 2.6). */
export type DocProperty = { readonly code: number; readonly operand: Buffer }

/** Properties of the characters `from` to `to`; a paragraph also has a style. */
export type DocRun = {
  readonly from: number
  readonly to: number
  readonly style: number
  readonly properties: readonly DocProperty[]
}

const PAGE_BYTES = 512
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, -1, 3]
const TABLE_DEFINITION = 0xd6_08

/** Splits a list of properties. */
export function readProperties(bytes: Buffer): readonly DocProperty[] {
  const properties: DocProperty[] = []
  for (let at = 0; at + 2 < bytes.length; ) {
    const code = bytes.readUInt16LE(at)
    at += 2
    let size = OPERAND_BYTES[code >> 13]!
    if (code === TABLE_DEFINITION) size = at + 2 <= bytes.length ? bytes.readUInt16LE(at) + 1 : bytes.length
    else if (size < 0) size = 1 + bytes[at]!
    properties.push({ code, operand: bytes.subarray(at, at + size) })
    at += size
  }
  return properties
}

/** The properties of characters (`character`) or paragraphs over the whole text, in order. */
export function readRuns(file: DocFile, kind: 'character' | 'paragraph'): readonly DocRun[] {
  const structure = file.structure(kind === 'character' ? 12 : 13)
  const pages = Math.floor((structure.length - 4) / 8)
  const stored: DocRun[] = []
  for (let index = 0; index < pages; index += 1) {
    const number = structure.readUInt32LE((pages + 1) * 4 + index * 4) & 0x3f_ff_ff
    const page = file.main.subarray(number * PAGE_BYTES, (number + 1) * PAGE_BYTES)
    if (page.length < PAGE_BYTES) throw damagedFailure(message('unread.damage.formatPage'))
    stored.push(...readPage(page, kind))
  }
  const inOrder = stored.toSorted((a, b) => a.from - b.from)
  return file.pieces.flatMap((piece) => runsOfPiece(piece, inOrder))
}

/** Positions in a page of formats are bytes of the stream. */
function readPage(page: Buffer, kind: 'character' | 'paragraph'): readonly DocRun[] {
  const count = page[PAGE_BYTES - 1]!
  const entryBytes = kind === 'character' ? 1 : 13
  if ((count + 1) * 4 + count * entryBytes >= PAGE_BYTES) throw damagedFailure(message('unread.damage.formatPageFull'))
  return Array.from({ length: count }, (_, index) => {
    const offset = page[(count + 1) * 4 + index * entryBytes]! * 2
    const [from, to] = [page.readUInt32LE(index * 4), page.readUInt32LE(index * 4 + 4)]
    if (offset === 0) return { from, to, style: 0, properties: [] }
    const size = page[offset]!
    if (kind === 'character')
      return { from, to, style: 0, properties: readProperties(page.subarray(offset + 1, offset + 1 + size)) }
    const [start, end] = size === 0 ? [offset + 2, offset + 2 + page[offset + 1]! * 2] : [offset + 1, offset + size * 2]
    const list = page.subarray(start, end)
    return { from, to, style: list.length < 2 ? 0 : list.readUInt16LE(0), properties: readProperties(list.subarray(2)) }
  })
}

/** Turns bytes of the stream into characters of the text, for one piece of it. */
function runsOfPiece({ cp, fc, length, characterBytes }: DocPiece, stored: readonly DocRun[]): readonly DocRun[] {
  const runs: DocRun[] = []
  const endFc = fc + length * characterBytes
  for (let index = firstEndingAfter(stored, fc); index < stored.length; index += 1) {
    const run = stored[index]!
    if (run.from >= endFc) break
    const from = cp + Math.floor((Math.max(run.from, fc) - fc) / characterBytes)
    const to = cp + Math.floor((Math.min(run.to, endFc) - fc) / characterBytes)
    if (to > from) runs.push({ ...run, from, to })
  }
  return runs
}

function firstEndingAfter(runs: readonly DocRun[], position: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (runs[middle]!.to <= position) low = middle + 1
    else high = middle
  }
  return low
}

/** Finds the run at a position; positions must be asked in rising order. */
export function createRunFinder(runs: readonly DocRun[]): (position: number) => DocRun | undefined {
  let index = 0
  return (position) => {
    while (index < runs.length && runs[index]!.to <= position) index += 1
    while (index > 0 && runs[index - 1]!.to > position) index -= 1
    const run = runs[index]
    return run && run.from <= position ? run : undefined
  }
}

/** What the properties of a run of characters mean for its text. */
export type DocRunFormat = {
  readonly isHidden: boolean | undefined
  readonly isRaised: boolean
  readonly isStruck: boolean
  readonly isSpecial: boolean
  readonly inserted: Authorship | undefined
  readonly deleted: Authorship | undefined
  /** Code of a sign of a symbol font; the font itself is only an index. */
  readonly symbol: number | undefined
}

/** What the properties of a paragraph mean for its place in the text. */
export type DocParagraphFormat = {
  readonly style: number
  readonly tableDepth: number
  readonly isRowEnd: boolean
  /** The end of a cell in a table inside a table. */
  readonly isInnerCellEnd: boolean
  readonly isHead: boolean
  readonly list: number | undefined
  readonly listLevel: number | undefined
  readonly outlineLevel: number | undefined
}

function byteOf(properties: readonly DocProperty[], code: number): number | undefined {
  return properties.findLast((property) => property.code === code)?.operand[0]
}

function wordOf(properties: readonly DocProperty[], code: number): number | undefined {
  const operand = properties.findLast((property) => property.code === code)?.operand
  return operand && operand.length >= 2 ? operand.readUInt16LE(0) : undefined
}

/** A switch may also say "as the style" (0x80) or "unlike it" (0x81). */
function isOn(value: number | undefined): boolean {
  return value === 1 || value === 0x81
}

export function runFormat({ properties }: DocRun, revisers: readonly string[]): DocRunFormat {
  const who = (author: number, date: number): Authorship => ({
    by: revisers[wordOf(properties, author) ?? -1],
    date: dateOf(properties.findLast(({ code }) => code === date)?.operand),
  })
  const hidden = byteOf(properties, 0x08_3c)
  const symbol = properties.findLast(({ code }) => code === 0x6a_09)?.operand
  return {
    isHidden: hidden === undefined || hidden === 0x80 ? undefined : isOn(hidden),
    isRaised: byteOf(properties, 0x2a_48) === 1,
    isStruck: isOn(byteOf(properties, 0x08_37)) || isOn(byteOf(properties, 0x2a_53)),
    isSpecial: isOn(byteOf(properties, 0x08_55)),
    inserted: isOn(byteOf(properties, 0x08_01)) ? who(0x48_04, 0x68_05) : undefined,
    deleted: isOn(byteOf(properties, 0x08_00)) ? who(0x48_63, 0x68_64) : undefined,
    symbol: symbol && symbol.length >= 4 ? symbol.readUInt16LE(2) : undefined,
  }
}

export function paragraphFormat(run: DocRun | undefined): DocParagraphFormat {
  const properties = run?.properties ?? []
  const inTable = isOn(byteOf(properties, 0x24_16))
  const depth = wordOf(properties, 0x66_49) ?? 0
  return {
    style: wordOf(properties, 0x46_00) ?? run?.style ?? 0,
    tableDepth: Math.min(MOST_DEPTH, Math.max(depth, inTable ? 1 : 0)),
    isRowEnd: isOn(byteOf(properties, 0x24_17)) || isOn(byteOf(properties, 0x24_4c)),
    isInnerCellEnd: isOn(byteOf(properties, 0x24_4b)),
    isHead: isOn(byteOf(properties, 0x34_04)),
    list: wordOf(properties, 0x46_0b),
    listLevel: byteOf(properties, 0x26_0a),
    outlineLevel: byteOf(properties, 0x26_40),
  }
}

const MOST_DEPTH = 32

/** A date packed into four bytes (MS-DOC 2.9.70). */
function dateOf(operand: Buffer | undefined): string | undefined {
  if (!operand || operand.length < 4) return undefined
  const packed = operand.readUInt32LE(0)
  const [day, month, year] = [(packed >>> 11) & 31, (packed >>> 16) & 15, 1900 + ((packed >>> 20) & 511)]
  if (day === 0 || month === 0) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
