import { posix } from 'node:path'
import { oleType } from '../archive/ole-type.ts'
import type { ZipParts } from '../archive/zip-parts.ts'
import { type AttachedPiece, attachedPieces, createAttachedNames } from '../attached-piece.ts'
import { MEDIA_TYPES } from '../media-type.ts'
import { ReadFailedError } from '../read-failure.ts'
import type { DocxParts } from './docx-parts.ts'

const EMBEDDED = /^word\/embeddings\/[^/]+$/i

/**
 * The files inside a Word document: embedded packages, documents of other programs, and documents that Word shows in place
 * (`shown`, relation ids). Returns sentences on those that can't be read.
 */
export async function* docxAttachments(
  zip: ZipParts,
  parts: DocxParts,
  shown: readonly string[],
): AsyncGenerator<AttachedPiece, readonly string[], void> {
  const nameOf = createAttachedNames()
  const targets = parts.relations.filter(({ id, isOutside }) => shown.includes(id) && !isOutside)
  const inPlace = new Set(targets.map(({ target }) => target))
  const files = new Set([...inPlace, ...zip.names.filter((name) => EMBEDDED.test(name))])
  const problems: string[] = []
  let objects = 0
  for (const part of files) {
    try {
      const bytes = await zip.read(part)
      const name = bytes && fileName(part, bytes)
      if (bytes && name !== undefined) yield* attachedPieces(nameOf(name, 'embedded file'), bytes)
      else objects += 1
    } catch (error) {
      if (!(error instanceof ReadFailedError)) throw error
      problems.push(`The embedded file ${posix.basename(part)} was not read: ${error.failure.message}`)
    }
  }
  if (inPlace.size > 0)
    problems.push(`${inPlace.size} documents that Word shows in the text were added as documents of their own.`)
  if (objects > 0) problems.push(`${objects} embedded objects of other programs were not read.`)
  return problems
}

/** Objects are stored as `oleObject1.bin`; one that is a whole file of an Office program gets its ending. */
function fileName(part: string, bytes: Buffer): string | undefined {
  const { base, name, ext } = posix.parse(part)
  if (ext.toLowerCase() !== '.bin') return base
  const type = oleType(bytes)
  return type === null ? undefined : `${name}.${MEDIA_TYPES[type].extensions[0]}`
}
