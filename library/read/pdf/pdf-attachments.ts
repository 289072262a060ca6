import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { attachedPieces, type AttachedPiece, createAttachedNames } from '../attached-piece.ts'

type Found = { readonly id: string; readonly name: string }

/**
 * The files inside a PDF: those of the document (a portfolio's too) and those that are pinned to a page. `failed` gets
 * the names of those that cannot be unpacked. At most `limit` files.
 */
export async function* pdfAttachments(
  document: PDFDocumentProxy,
  { limit, failed }: { readonly limit: number; readonly failed: string[] },
): AsyncGenerator<AttachedPiece> {
  const nameOf = createAttachedNames()
  const given = new Set<string>()
  for await (const { id, name } of filesOf(document)) {
    if (given.has(id) || given.size >= limit) continue
    given.add(id)
    const bytes = await document.getAttachmentContent(id).catch(() => null)
    if (bytes === null) failed.push(name)
    else yield* attachedPieces(nameOf(name, `attachment ${given.size}`), bytes)
  }
}

async function* filesOf(document: PDFDocumentProxy): AsyncGenerator<Found> {
  for (const [id, { rawFilename }] of (await document.getAttachments()) ?? []) yield { id, name: rawFilename || id }
  for (let number = 1; number <= document.numPages; number += 1) {
    const annotations = await (await document.getPage(number)).getAnnotations()
    for (const { subtype, fileId, file } of annotations)
      if (subtype === 'FileAttachment' && fileId) yield { id: fileId, name: file?.rawFilename ?? '' }
  }
}
