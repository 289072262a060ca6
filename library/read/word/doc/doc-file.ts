import { message } from '../../../../wording/message.ts'
import iconv from 'iconv-lite'
import { openOleStreams } from '../../archive/ole-streams.ts'
import { damagedFailure, lockedFailure, unsupportedFailure } from '../../read-failure.ts'

/** A run of text as it lies in the file. Positions are counted in characters (`cp`) and in bytes of the stream (`fc`). */
export type DocPiece = {
  readonly cp: number
  readonly length: number
  readonly fc: number
  readonly characterBytes: 1 | 2
}

/** The parts of the text, one behind the other, in characters. */
export type DocStories = Readonly<
  Record<
    'body' | 'footnotes' | 'headers' | 'comments' | 'endnotes' | 'textBoxes' | 'headerTextBoxes',
    { readonly from: number; readonly to: number }
  >
>

export interface DocFile {
  /** The stream with text and formats. */
  readonly main: Buffer
  readonly text: string
  readonly pieces: readonly DocPiece[]
  readonly stories: DocStories
  /** A structure of the table stream by its index in the list of MS-DOC 2.5.6; empty where there is none. */
  structure(index: number): Buffer
  /** The same with what lies behind it. */
  structureAndRest(index: number): Buffer
}

const MAGIC = 0xa5_ec
/** Word 2, 6 and 95. */
const OLDER_MAGIC = new Set([0xa5_9b, 0xa5_9c, 0xa5_db, 0xa5_dc])
const ENCRYPTED = 0x01_00
const SECOND_TABLE = 0x02_00
/** Word 97; older programs number their formats below it. */
const OLDEST_FORMAT = 0xc1
const STRUCTURES_AT = 0x9a
const PIECE_TABLE = 33
const COMPRESSED = 0x40_00_00_00

/**
 * Opens a Word 97-2003 file (MS-DOC). Throws `ReadFailedError`: `password` when it is encrypted, `unsupported` for Word 95 and
 * before, `damaged`.
 */
export function openDocFile(bytes: Buffer): DocFile {
  const streams = openOleStreams(bytes)
  const main = streams.stream('WordDocument')
  if (!main || main.length < 0x200) throw damagedFailure(message('unread.damage.textMissing'))
  const format = main.readUInt16LE(2)
  const magic = main.readUInt16LE(0)
  if (magic !== MAGIC && !OLDER_MAGIC.has(magic)) throw damagedFailure(message('unread.damage.notWord'))
  if (magic !== MAGIC || format < OLDEST_FORMAT) throw unsupportedFailure('word95', message('unread.advice.saveWord'))
  const flags = main.readUInt16LE(10)
  if ((flags & ENCRYPTED) !== 0) throw lockedFailure('word')
  const table = streams.stream((flags & SECOND_TABLE) === 0 ? '0Table' : '1Table')
  if (!table) throw damagedFailure(message('unread.damage.textTable'))

  const place = (index: number) => ({
    from: main.readUInt32LE(STRUCTURES_AT + index * 8),
    size: main.readUInt32LE(STRUCTURES_AT + index * 8 + 4),
  })
  function structure(index: number): Buffer {
    const { from, size } = place(index)
    return table!.subarray(from, from + size)
  }
  const pieces = readPieces(structure(PIECE_TABLE))
  return {
    main,
    pieces,
    text: readText(main, pieces),
    stories: readStories(main),
    structure,
    structureAndRest: (index) => (place(index).size === 0 ? Buffer.alloc(0) : table.subarray(place(index).from)),
  }
}

function readStories(main: Buffer): DocStories {
  let from = 0
  const next = (at: number) => {
    const story = { from, to: from + main.readUInt32LE(at) }
    from = story.to
    return story
  }
  const [body, footnotes, headers] = [next(0x4c), next(0x50), next(0x54)]
  next(0x58)
  const [comments, endnotes, textBoxes, headerTextBoxes] = [next(0x5c), next(0x60), next(0x64), next(0x68)]
  return { body, footnotes, headers, comments, endnotes, textBoxes, headerTextBoxes }
}

/** The piece table behind any number of property lists (MS-DOC 2.9.38). */
function readPieces(structure: Buffer): readonly DocPiece[] {
  let at = 0
  while (structure[at] === 1) at += 3 + structure.readUInt16LE(at + 1)
  if (structure[at] !== 2) throw damagedFailure(message('unread.damage.pieces'))
  const table = structure.subarray(at + 5, at + 5 + structure.readUInt32LE(at + 1))
  const count = Math.floor((table.length - 4) / 12)
  const pieces: DocPiece[] = []
  for (let index = 0; index < count; index += 1) {
    const cp = table.readUInt32LE(index * 4)
    const length = table.readUInt32LE(index * 4 + 4) - cp
    const place = table.readUInt32LE((count + 1) * 4 + index * 8 + 2)
    const isCompressed = (place & COMPRESSED) !== 0
    const fc = isCompressed ? (place & ~COMPRESSED) / 2 : place
    if (length < 0) throw damagedFailure(message('unread.damage.pieceOrder'))
    pieces.push({ cp, length, fc, characterBytes: isCompressed ? 1 : 2 })
  }
  return pieces
}

/** Each character is stored once: pieces that claim more text than the stream holds are a bomb. */
function readText(main: Buffer, pieces: readonly DocPiece[]): string {
  const claimed = pieces.reduce((sum, { length, characterBytes }) => sum + length * characterBytes, 0)
  if (claimed > main.length) throw damagedFailure(message('unread.damage.tooMuchText'))
  return pieces
    .map(({ fc, length, characterBytes }) => {
      const bytes = main.subarray(fc, fc + length * characterBytes)
      const text = characterBytes === 1 ? iconv.decode(bytes, 'windows-1252') : bytes.toString('utf16le')
      // Offsets count on every character being there.
      return text.padEnd(length, ' ')
    })
    .join('')
}

/** The character positions a structure begins with, and the data of fixed size behind them (MS-DOC 2.2.2). */
export function readPositions(
  structure: Buffer,
  dataBytes: number,
): { positions: readonly number[]; data: readonly Buffer[] } {
  if (structure.length < 4) return { positions: [], data: [] }
  const count = Math.floor((structure.length - 4) / (4 + dataBytes))
  const positions = Array.from({ length: count + 1 }, (_, index) => structure.readUInt32LE(index * 4))
  const from = (count + 1) * 4
  const data = Array.from({ length: count }, (_, index) =>
    structure.subarray(from + index * dataBytes, from + (index + 1) * dataBytes),
  )
  return { positions, data }
}

/** A string with its length in front; gives where it ends too. */
export function readString(bytes: Buffer, at: number): { readonly text: string; readonly end: number } {
  const end = at + 2 + bytes.readUInt16LE(at) * 2
  return { text: bytes.toString('utf16le', at + 2, end), end }
}
