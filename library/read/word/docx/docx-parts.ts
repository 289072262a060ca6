import { message } from '../../../../wording/message.ts'
import type { Notice } from '../../../../contract/document.ts'
import { posix } from 'node:path'
import { type OleStreams, oleType, openOleStreams } from '../../archive/ole-streams.ts'
import type { ZipParts } from '../../archive/open-zip.ts'
import { MEDIA_TYPES } from '../../media-type.ts'
import { damagedFailure, ReadFailedError } from '../../read-failure.ts'
import type { ReadLimits } from '../../read-limits.ts'
import { type AttachedPiece, attachedPieces, createAttachedNames } from '../../read-source.ts'
import { warning } from '../../read-warning.ts'
import { type PartRelation, partRelations } from '../../xml/package-parts.ts'
import { decodeXml } from '../../xml/walk-xml.ts'

export interface DocxParts {
  /** Name of the part with the text. */
  readonly main: string
  /** Relations of the main part. */
  readonly relations: readonly PartRelation[]
  /** The name of the part of that type, which may not be there. */
  nameOf(type: string): string
  /** The XML of the part of that type; empty where there is none. */
  xmlOf(type: string): Promise<string>
  xml(name: string): Promise<string>
}

/** Finds the parts of a Word file by their relations. Throws `ReadFailedError` when it has no text part. */
export async function findDocxParts(zip: ZipParts, limits: ReadLimits): Promise<DocxParts> {
  const parts = inAnyCase(zip)
  async function xml(name: string): Promise<string> {
    const bytes = await parts.read(name)
    return bytes ? decodeXml(bytes) : ''
  }
  const named = (await partRelations(parts, '', limits)).find(({ type }) => type === 'officeDocument')?.target
  const main = [named, ...zip.names].find(
    (name) => name !== undefined && parts.has(name) && (name === named || TEXT_PART.test(name)),
  )
  if (main === undefined) throw damagedFailure(message('unread.damage.textPart'))
  const relations = await partRelations(parts, main, limits)
  const folder = posix.dirname(main)
  // Some programs write no relations; the usual name then.
  const nameOf = (type: string) =>
    relations.find((relation) => relation.type === type)?.target ?? posix.join(folder, `${type}.xml`)
  return { main, relations, xml, nameOf, xmlOf: (type) => xml(nameOf(type)) }
}

const TEXT_PART = /^word\/document\d*\.xml$/i

/** Upper and lower case are the same in the names of parts (ECMA-376 part 2). */
function inAnyCase(zip: ZipParts): ZipParts {
  const names = new Map(zip.names.map((name) => [name.toLowerCase(), name]))
  return {
    names: zip.names,
    has: (name) => names.has(name.toLowerCase()),
    read: (name) => zip.read(names.get(name.toLowerCase()) ?? name),
  }
}

const EMBEDDED = /^word\/embeddings\/[^/]+$/i

/**
 * The files inside a Word document: embedded packages, documents of other programs, and documents that Word shows in place
 * (`shown`, relation ids). Returns sentences on those that can't be read.
 */
export async function* docxAttachments(
  zip: ZipParts,
  parts: DocxParts,
  shown: readonly string[],
): AsyncGenerator<AttachedPiece, readonly Notice[], void> {
  const nameOf = createAttachedNames()
  const targets = parts.relations.filter(({ id }) => shown.includes(id))
  const inPlace = new Set(targets.map(({ target }) => target))
  const files = new Set([...inPlace, ...zip.names.filter((name) => EMBEDDED.test(name))])
  const problems: Notice[] = []
  let objects = 0
  for (const part of files) {
    try {
      const bytes = await zip.read(part)
      const file = bytes && packedFile(part, bytes)
      if (file) yield* attachedPieces(nameOf(file.name, 'embedded file'), file.bytes)
      else objects += 1
    } catch (error) {
      if (!(error instanceof ReadFailedError)) throw error
      problems.push(
        warning(
          'not-read',
          message('reading.notices.embeddedFile', { name: posix.basename(part), failure: error.failure.message }),
        ),
      )
    }
  }
  if (inPlace.size > 0) problems.push(warning('other', message('reading.word.shownDocuments', { count: inPlace.size })))
  if (objects > 0) problems.push(warning('not-read', message('reading.notices.foreignObjects', { count: objects })))
  return problems
}

/** Objects of other programs are stored as `oleObject1.bin`, with the file somewhere inside. */
function packedFile(part: string, bytes: Buffer): PackedFile | undefined {
  const { base, name, ext } = posix.parse(part)
  return ext.toLowerCase() === '.bin' ? unpackOleObject(bytes, name) : { name: base, bytes }
}

type PackedFile = { readonly name: string; readonly bytes: Buffer }

/**
 * The file inside an OLE object: what "insert object from file" leaves behind, a PDF of Acrobat, or a document of an Office
 * program. `name` is given to what has no name. Undefined where it holds no whole file. Throws `ReadFailedError`.
 */
function unpackOleObject(bytes: Buffer, name: string): PackedFile | undefined {
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
