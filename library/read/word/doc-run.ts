import type { DocProperty, DocRun } from './doc-properties.ts'
import type { Authorship } from './note-words.ts'

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
