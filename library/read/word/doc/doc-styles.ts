import { type DocFile, readString } from './doc-file.ts'
import { type DocProperty, readProperties } from './doc-properties.ts'
import type { NumberLevel, NumberList } from '../docx/docx-numbering.ts'

/** A style with what it takes over from the one it is based on. */
export type DocStyle = {
  /** From 0; 9 is text. */
  readonly outlineLevel: number
  readonly list: number
  readonly listLevel: number
  readonly isHidden: boolean
}

type OwnStyle = {
  readonly kind: number
  readonly base: number
  readonly paragraph: readonly DocProperty[]
  readonly character: readonly DocProperty[]
}

const PLAIN: DocStyle = { outlineLevel: 9, list: 0, listLevel: 0, isHidden: false }
const TITLE = 62
const LONGEST_CHAIN = 12

/** The styles by their index (MS-DOC 2.9.271). */
export function readDocStyles(file: DocFile): (index: number) => DocStyle {
  const styles = readOwn(file.structure(1))
  const resolved = new Map<number, DocStyle>()
  function resolve(index: number, depth: number): DocStyle {
    const known = resolved.get(index)
    if (known) return known
    const own = styles[index]
    if (!own || depth > LONGEST_CHAIN) return PLAIN
    const base = own.base < styles.length && own.base !== index ? resolve(own.base, depth + 1) : PLAIN
    const style = over(base, own)
    resolved.set(index, style)
    return style
  }
  return (index) => resolve(index, 0)
}

function over(base: DocStyle, { kind, paragraph, character }: OwnStyle): DocStyle {
  const byte = (list: readonly DocProperty[], code: number) => list.findLast((each) => each.code === code)?.operand[0]
  const number = paragraph.findLast(({ code }) => code === 0x46_0b)?.operand
  const heading = kind >= 1 && kind <= 9 ? kind - 1 : kind === TITLE ? 0 : undefined
  return {
    outlineLevel: heading ?? byte(paragraph, 0x26_40) ?? base.outlineLevel,
    list: number && number.length >= 2 ? number.readUInt16LE(0) : base.list,
    listLevel: byte(paragraph, 0x26_0a) ?? base.listLevel,
    isHidden: (byte(character, 0x08_3c) ?? (base.isHidden ? 1 : 0)) === 1,
  }
}

function readOwn(sheet: Buffer): readonly (OwnStyle | undefined)[] {
  if (sheet.length < 6) return []
  const headBytes = sheet.readUInt16LE(0)
  const count = sheet.readUInt16LE(2)
  const baseBytes = sheet.readUInt16LE(4)
  const styles: (OwnStyle | undefined)[] = []
  for (let at = 2 + headBytes; at + 2 <= sheet.length && styles.length < count; ) {
    const size = sheet.readUInt16LE(at)
    styles.push(size < 10 ? undefined : readStyle(sheet.subarray(at + 2, at + 2 + size), baseBytes))
    at += 2 + size
  }
  return styles
}

function readStyle(style: Buffer, baseBytes: number): OwnStyle {
  const kind = style.readUInt16LE(0) & 0x0f_ff
  const family = style.readUInt16LE(2) & 0x0f
  const base = style.readUInt16LE(2) >> 4
  const lists: Buffer[] = []
  // The name with its length and a zero; then lists of properties, each on an even place.
  let at = baseBytes + 2 + (baseBytes + 2 <= style.length ? style.readUInt16LE(baseBytes) * 2 : 0) + 2
  while (at + 2 <= style.length && lists.length < 2) {
    const size = style.readUInt16LE(at)
    lists.push(style.subarray(at + 2, at + 2 + size))
    at += 2 + size + (size % 2)
  }
  if (family !== 1) return { kind: 0, base, paragraph: [], character: readProperties(lists[0] ?? Buffer.alloc(0)) }
  const [paragraph = Buffer.alloc(0), character = Buffer.alloc(0)] = lists
  return { kind, base, paragraph: readProperties(paragraph.subarray(2)), character: readProperties(character) }
}

const DEFINITION_BYTES = 28
const OVERRIDE_BYTES = 16
const FORMATS: Readonly<Record<number, string>> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
  6: 'cardinalText',
  7: 'ordinalText',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
}

/** The lists by the number that paragraphs name, from 1 (MS-DOC 2.9.191 and 2.9.192). */
export function readDocLists(file: DocFile): ReadonlyMap<number, NumberList> {
  const definitions = readDefinitions(file.structure(73), file.structureAndRest(73))
  const overrides = file.structure(74)
  const lists = new Map<number, NumberList>()
  if (overrides.length < 4) return lists
  const count = Math.min(overrides.readUInt32LE(0), Math.floor((overrides.length - 4) / OVERRIDE_BYTES))
  let at = 4 + count * OVERRIDE_BYTES
  for (let index = 0; index < count; index += 1) {
    const head = 4 + index * OVERRIDE_BYTES
    const key = String(overrides.readInt32LE(head))
    const levels = new Map(definitions.get(key) ?? [])
    const starts = new Map<number, number>()
    at += 4
    for (let level = 0; level < overrides[head + 12]! && at + 8 <= overrides.length; level += 1)
      at = readOverride(overrides, at, levels, starts)
    lists.set(index + 1, { key, levels, starts })
  }
  return lists
}

function readOverride(
  bytes: Buffer,
  at: number,
  levels: Map<number, NumberLevel>,
  starts: Map<number, number>,
): number {
  const start = bytes.readInt32LE(at)
  const flags = bytes.readUInt32LE(at + 4)
  const level = flags & 0x0f
  if ((flags & 0x10) !== 0) starts.set(level, start)
  if ((flags & 0x20) === 0) return at + 8
  const read = readLevel(bytes, at + 8)
  levels.set(level, read.level)
  if ((flags & 0x10) !== 0) starts.set(level, read.level.start)
  return read.end
}

/** The heads of the lists, and behind them their levels: one for a simple list, else nine. */
function readDefinitions(heads: Buffer, bytes: Buffer): ReadonlyMap<string, ReadonlyMap<number, NumberLevel>> {
  const definitions = new Map<string, ReadonlyMap<number, NumberLevel>>()
  if (heads.length < 2) return definitions
  const count = Math.min(heads.readUInt16LE(0), Math.floor((heads.length - 2) / DEFINITION_BYTES))
  let at = 2 + count * DEFINITION_BYTES
  for (let index = 0; index < count; index += 1) {
    const head = 2 + index * DEFINITION_BYTES
    const levels = new Map<number, NumberLevel>()
    const isSimple = (heads[head + 26]! & 1) !== 0
    for (let level = 0; level < (isSimple ? 1 : 9); level += 1) {
      const read = readLevel(bytes, at)
      levels.set(level, read.level)
      at = read.end
    }
    definitions.set(String(heads.readInt32LE(head)), levels)
  }
  return definitions
}

function readLevel(bytes: Buffer, at: number): { readonly level: NumberLevel; readonly end: number } {
  const flags = bytes[at + 5]!
  const propertyBytes = bytes.readUInt8(at + 24) + bytes.readUInt8(at + 25)
  const { text, end } = readString(bytes, at + 28 + propertyBytes)
  const level: NumberLevel = {
    start: bytes.readInt32LE(at),
    format: FORMATS[bytes[at + 4]!] ?? 'decimal',
    // Characters 0 to 8 stand for the number of a level.
    template: Array.from(text, (character) => {
      const code = character.charCodeAt(0)
      return code < 9 ? `%${code + 1}` : character
    }).join(''),
    isLegal: (flags & 0x04) !== 0,
    restartAfter: (flags & 0x08) === 0 ? undefined : bytes[at + 26]!,
    styleId: undefined,
    isHidden: false,
  }
  return { level, end }
}
