import { PDFDocument } from 'pdfkit'
import { pdfBytes } from '../samples/pdf-bytes.ts'

/**
 * A sound PDF of so many pages of text, for spoiling; with a password it is encrypted the old way, which needs no random
 * bytes, or in the newest by `pdfVersion` "1.7ext3".
 */
export function ordinaryPdf(
  pages: number,
  options: { userPassword?: string; ownerPassword?: string; pdfVersion?: '1.7ext3' } = {},
): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    autoFirstPage: false,
    pdfVersion: '1.4',
    info: { Title: 'An ordinary document', CreationDate: new Date('2024-01-01T00:00:00Z') },
    ...options,
  })
  for (let page = 1; page <= pages; page++) {
    document.addPage().font('Times-Roman').fontSize(12)
    document.text(`Page ${page} of ${pages}`)
    for (let line = 1; line <= 30; line++) {
      document.text(
        `Paragraph ${page}.${line}: on day ${page * line} the parties exchanged ${line * 7} letters about the boundary wall.`,
      )
    }
  }
  return pdfBytes(document)
}
