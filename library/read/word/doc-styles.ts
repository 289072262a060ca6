import type { DocFile } from './doc-file.ts'
import { type DocProperty, readProperties } from './doc-properties.ts'

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
