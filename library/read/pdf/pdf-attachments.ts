import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type AttachedPiece, attachedPieces, createAttachedNames } from '../read-source.ts'

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

/** A signature's dictionary with its certificate is seldom larger. */
const LARGEST_BYTES = 2 ** 20
const MOST = 100

/**
 * Who signed a PDF and when, as its signatures say ("Jane Doe, 2024-03-01"); an empty text where they say nothing. They
 * are looked for in the raw file: what is signed must lie there in the open. Nothing is verified.
 */
export function pdfSignatures(bytes: Buffer): readonly string[] {
  const found: string[] = []
  let at = bytes.indexOf('/ByteRange', 0, 'latin1')
  while (at >= 0 && found.length < MOST) {
    const from = Math.max(bytes.lastIndexOf(' obj', at, 'latin1'), at - LARGEST_BYTES)
    const end = bytes.indexOf('endobj', at, 'latin1')
    const to = end < 0 ? bytes.length : end
    const dictionary = bytes.toString('latin1', from, Math.min(to, from + LARGEST_BYTES))
    const name = textOf(/\/Name\s*\(((?:[^\\()]|\\.)*)\)/s.exec(dictionary)?.[1] ?? '')
    const [, year, month, day] = /\/M\s*\(D:(\d{4})(\d\d)(\d\d)/.exec(dictionary) ?? []
    found.push([name, year && `${year}-${month}-${day}`].filter(Boolean).join(', '))
    at = bytes.indexOf('/ByteRange', to, 'latin1')
  }
  return found
}

/** A text string: UTF-16 where it begins with a byte order mark, else as good as Latin-1. */
function textOf(raw: string): string {
  const bytes = Buffer.from(raw.replace(/\\([\\()])/g, '$1'), 'latin1')
  if (bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0)
    return bytes.subarray(2).swap16().toString('utf16le').trim()
  return bytes
    .toString('latin1')
    .replace(/\p{Cc}/gu, '')
    .trim()
}
