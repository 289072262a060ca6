import { type OleStreams, openOleStreams } from '../archive/ole-streams.ts'
import { oleType } from '../archive/ole-type.ts'
import { MEDIA_TYPES } from '../media-type.ts'

export type PackedFile = { readonly name: string; readonly bytes: Buffer }

/**
 * The file inside an OLE object: what "insert object from file" leaves behind, a PDF of Acrobat, or a document of an Office
 * program. `name` is given to what has no name. Undefined where it holds no whole file. Throws `ReadFailedError`.
 */
export function unpackOleObject(bytes: Buffer, name: string): PackedFile | undefined {
  const streams = openOleStreams(bytes)
  const type = oleType(bytes)
  if (type !== null && type !== 'application/vnd.ms-outlook')
    return { name: `${name}.${MEDIA_TYPES[type].extensions[0]}`, bytes }
  return fromNative(streams) ?? fromContents(streams, name)
}

function fromContents(streams: OleStreams, name: string): PackedFile | undefined {
  const contents = streams.stream('CONTENTS') ?? streams.stream('Package')
  if (!contents) return undefined
  const head = contents.toString('latin1', 0, 4)
  if (head === '%PDF') return { name: `${name}.pdf`, bytes: contents }
  return head.startsWith('PK') ? { name: `${name}.zip`, bytes: contents } : undefined
}

/** Size, a flag, label, name, two words, the path it came from, size, content (MS-OLEDS 2.3.6, as programs write it). */
function fromNative(streams: OleStreams): PackedFile | undefined {
  const stream = streams.stream('\u0001Ole10Native')
  if (!stream || stream.length < 12) return undefined
  const label = zeroEnded(stream, 6)
  const path = zeroEnded(stream, label.end)
  const from = path.end + 8 + (path.end + 8 <= stream.length ? stream.readUInt32LE(path.end + 4) : 0)
  if (from + 4 > stream.length) return undefined
  const bytes = stream.subarray(from + 4, from + 4 + stream.readUInt32LE(from))
  const name = path.text.split(/[/\\]/).at(-1) || label.text
  return bytes.length === 0 || name === '' ? undefined : { name, bytes }
}

function zeroEnded(bytes: Buffer, from: number): { readonly text: string; readonly end: number } {
  const zero = bytes.indexOf(0, from)
  const end = zero < 0 ? bytes.length : zero
  return { text: bytes.toString('latin1', from, end), end: end + 1 }
}
