import type { PDFDocument } from 'pdfkit'

/** Ends the document and returns the whole file. */
export async function pdfBytes(document: PDFDocument): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => {
    document.on('end', resolve)
  })
  document.end()
  await ended
  return Buffer.concat(chunks)
}
