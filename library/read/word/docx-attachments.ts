import { posix } from 'node:path'
import type { ZipParts } from '../archive/zip-parts.ts'
import { type AttachedPiece, attachedPieces, createAttachedNames } from '../attached-piece.ts'
import { ReadFailedError } from '../read-failure.ts'
import type { DocxParts } from './docx-parts.ts'
import { type PackedFile, unpackOleObject } from './ole-package.ts'
import { type ReadWarning, warning } from '../read-warning.ts'

const EMBEDDED = /^word\/embeddings\/[^/]+$/i

/**
 * The files inside a Word document: embedded packages, documents of other programs, and documents that Word shows in place
 * (`shown`, relation ids). Returns sentences on those that can't be read.
 */
export async function* docxAttachments(
  zip: ZipParts,
  parts: DocxParts,
  shown: readonly string[],
): AsyncGenerator<AttachedPiece, readonly ReadWarning[], void> {
  const nameOf = createAttachedNames()
  const targets = parts.relations.filter(({ id }) => shown.includes(id))
  const inPlace = new Set(targets.map(({ target }) => target))
  const files = new Set([...inPlace, ...zip.names.filter((name) => EMBEDDED.test(name))])
  const problems: ReadWarning[] = []
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
        warning('not-read', `The embedded file ${posix.basename(part)} was not read: ${error.failure.message}`),
      )
    }
  }
  if (inPlace.size > 0)
    problems.push(
      warning('other', `${inPlace.size} documents that Word shows in the text were added as documents of their own.`),
    )
  if (objects > 0) problems.push(warning('not-read', `${objects} embedded objects of other programs were not read.`))
  return problems
}

/** Objects of other programs are stored as `oleObject1.bin`, with the file somewhere inside. */
function packedFile(part: string, bytes: Buffer): PackedFile | undefined {
  const { base, name, ext } = posix.parse(part)
  return ext.toLowerCase() === '.bin' ? unpackOleObject(bytes, name) : { name: base, bytes }
}
