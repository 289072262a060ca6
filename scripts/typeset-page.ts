import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PDFDocument } from 'pdfkit'
import { pdfBytes } from './samples/typeset-pdf.ts'

/** Has the letters of every European language. */
const FONT = fileURLToPath(import.meta.resolve('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'))
const MARGIN = 72

/** Paragraphs on an A4 page in Liberation Sans, to be drawn and recognised. */
export async function typesetPage(paragraphs: readonly string[], sizePoints: number): Promise<Buffer> {
  const margins = { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN }
  const document = new PDFDocument({ size: 'A4', margins, font: await readFile(FONT) })
  document.fontSize(sizePoints)
  for (const paragraph of paragraphs) {
    document.text(paragraph)
    document.y += sizePoints
  }
  return pdfBytes(document)
}
