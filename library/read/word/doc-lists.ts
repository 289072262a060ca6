import type { DocFile } from './doc-file.ts'
import { readString } from './doc-file.ts'
import type { NumberLevel, NumberList } from './docx-numbering.ts'

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
