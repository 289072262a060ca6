import { PDFDocument } from 'pdfkit'
import { pdfBytes } from '../samples/typeset-pdf.ts'

/** The body of one PDF object: plain text, or a dictionary (without `/Length`) with a stream. */
export type PdfObject = string | { readonly dictionary: string; readonly stream: Buffer }

/** A PDF file of the given objects, numbered from 1; the first one is the catalogue. Nothing in it is checked. */
export function writePdf(objects: readonly PdfObject[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let offset = parts[0]?.length ?? 0
  objects.forEach((object, index) => {
    const bytes = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body(object), Buffer.from('\nendobj\n')])
    offsets.push(offset)
    parts.push(bytes)
    offset += bytes.length
  })
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows}`))
  parts.push(Buffer.from(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${offset}\n%%EOF\n`))
  return Buffer.concat(parts)
}

/** A one-page PDF with Helvetica as /F1: what most hostile pages need. `extra` objects begin at number 6. */
export function onePagePdf(page: {
  readonly content: PdfObject
  readonly resources?: string
  readonly catalogue?: string
  readonly extra?: readonly PdfObject[]
}): Buffer {
  return writePdf([
    `<< /Type /Catalog /Pages 2 0 R ${page.catalogue ?? ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
   /Resources << /Font << /F1 5 0 R >> ${page.resources ?? ''} >> >>`,
    page.content,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...(page.extra ?? []),
  ])
}

/** An uncompressed content stream. */
export function content(operators: string): PdfObject {
  return { dictionary: '', stream: Buffer.from(operators, 'latin1') }
}

function body(object: PdfObject): Buffer {
  if (typeof object === 'string') return Buffer.from(object, 'latin1')
  const head = `<< ${object.dictionary} /Length ${object.stream.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), object.stream, Buffer.from('\nendstream')])
}

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
