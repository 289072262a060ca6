import { PDFDocument } from 'pdfkit'
import { type Block, runs } from './markup.ts'

/** How a sample looks: its faces, its size in points, what stands at the head and foot of each page. */
type PdfStyle = {
  readonly title: string
  readonly author: string
  readonly face: 'Times' | 'Helvetica'
  readonly size: number
  /** Printed at the top of every page but the first. */
  readonly runningHeader: string
  /** Printed at the bottom, given the page's number and how many there are; the first page is 1. */
  readonly footer: (page: number, pages: number) => string
  /** A cover carries neither header nor footer, and the page after it is page 1, printed and in the page labels. */
  readonly hasCover?: boolean
  /** Letter paper or a cover: drawn on the first page before the blocks. */
  readonly drawFirst?: (document: PDFDocument) => void
}

const pageMargins = { top: 84, bottom: 78, left: 72, right: 72 }
const hang = { 1: 34, 2: 26 } as const

/** Sets the blocks as an A4 PDF in the PDF standard fonts. The same blocks give the same bytes. */
export function typesetPdf(style: PdfStyle, blocks: readonly Block[]): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margins: pageMargins,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'en-GB',
    info: { Title: style.title, Author: style.author, CreationDate: new Date('2025-10-06T09:00:00Z') },
  })
  const faces = facesOf(style.face, style.size)
  style.drawFirst?.(document)
  for (const block of blocks) drawBlock(document, faces, block)
  drawHeadersAndFooters(document, faces, style)
  return pdfBytes(document)
}

function drawBlock(document: PDFDocument, faces: Faces, block: Block): void {
  const width = document.page.width - pageMargins.left - pageMargins.right
  document.font(faces.regular).fontSize(faces.size).fillColor('#111111')
  switch (block.kind) {
    case 'page-break':
      document.addPage()
      return
    case 'table':
      drawTable(document, faces, block)
      return
    case 'item': {
      const left = block.depth === 1 ? 0 : hang[1]
      const indent = left + hang[block.depth]
      keepTogether(document, textHeight(document, faces, block.text, width - indent))
      const y = document.y
      document.text(block.mark, pageMargins.left + left, y, { lineBreak: false })
      drawRuns(document, faces, block.text, { x: pageMargins.left + indent, y, width: width - indent })
      return
    }
    case 'paragraph':
      keepTogether(document, textHeight(document, faces, block.text, width))
      drawRuns(document, faces, block.text, { x: pageMargins.left, y: document.y, width })
      return
    default:
      drawHeading(document, faces, block, width)
  }
}

function drawHeading(
  document: PDFDocument,
  faces: Faces,
  block: Extract<Block, { text: string }>,
  width: number,
): void {
  const isTitle = block.kind === 'title'
  const size = faces.size * (isTitle ? 1.5 : block.kind === 'heading' ? 1.1 : 1)
  keepTogether(document, size * 6)
  if (document.y > pageMargins.top + 1) document.y += isTitle ? size * 0.8 : size * 0.6
  document.font(faces.bold).fontSize(size)
  document.text(block.text, pageMargins.left, document.y, { width, align: isTitle ? 'center' : 'left' })
  document.y += size * (isTitle ? 0.8 : 0.35)
}

/** The height of a paragraph, or of its first six lines: only a longer one may be divided between two pages. */
function textHeight(document: PDFDocument, faces: Faces, text: string, width: number): number {
  const whole = document.heightOfString(text.replaceAll('**', ''), { width, lineGap: faces.size * 0.18 })
  return Math.min(whole, faces.size * 8)
}

/** A new page where less than so many points are left. */
function keepTogether(document: PDFDocument, height: number): void {
  if (document.y + height > document.page.height - pageMargins.bottom) document.addPage()
}

function drawRuns(
  document: PDFDocument,
  faces: Faces,
  text: string,
  at: { x: number; y: number; width: number },
): void {
  const parts = runs(text)
  const lineGap = faces.size * 0.18
  parts.forEach((run, index) => {
    const options = { width: at.width, lineGap, continued: index < parts.length - 1 }
    document.font(run.isBold ? faces.bold : faces.regular)
    if (index === 0) document.text(run.text, at.x, at.y, options)
    else document.text(run.text, options)
  })
  document.y += faces.size * 0.6
}

function drawHeadersAndFooters(document: PDFDocument, faces: Faces, style: PdfStyle): void {
  const { count } = document.bufferedPageRange()
  const covers = style.hasCover === true ? 1 : 0
  for (let index = covers; index < count; index++) {
    document.switchToPage(index)
    document.page.margins.bottom = 0 // else a line in the foot would begin a new page
    document
      .font(faces.italic)
      .fontSize(faces.size * 0.82)
      .fillColor('#444444')
    const width = document.page.width - pageMargins.left - pageMargins.right
    if (index > 0) {
      document.text(style.runningHeader, pageMargins.left, 42, { width, lineBreak: false })
      document
        .strokeColor('#999999')
        .lineWidth(0.5)
        .moveTo(pageMargins.left, 58)
        .lineTo(pageMargins.left + width, 58)
        .stroke()
    }
    const footer = style.footer(index + 1 - covers, count - covers)
    document.text(footer, pageMargins.left, document.page.height - 48, { width, align: 'center' })
  }
  // pdfkit writes no page labels itself; its catalogue object is private only by name.
  if (covers > 0) document['_root'].data['PageLabels'] = { Nums: [0, { S: 'r' }, 1, { S: 'D', St: 1 }] }
}

/** The fonts of one document and its size in points. */
type Faces = { readonly regular: string; readonly bold: string; readonly italic: string; readonly size: number }

/** The PDF standard fonts of a family. Every reader has them, so that none is embedded. */
function facesOf(family: 'Times' | 'Helvetica', size: number): Faces {
  if (family === 'Times') return { regular: 'Times-Roman', bold: 'Times-Bold', italic: 'Times-Italic', size }
  return { regular: 'Helvetica', bold: 'Helvetica-Bold', italic: 'Helvetica-Oblique', size }
}

type Table = Extract<Block, { kind: 'table' }>

const padding = 5

/** The standard fonts carry their line gap below the letters: a cell looks centred with the text this much lower. */
const lowering = 1.5

/** Draws a ruled table at the present place, row by row; a row that does not fit goes to the next page, under the head again. */
function drawTable(document: PDFDocument, faces: Faces, table: Table): void {
  const { margins, width: pageWidth, height: pageHeight } = document.page
  const total = table.widths.reduce((sum, share) => sum + share, 0)
  const widths = table.widths.map((share) => (share / total) * (pageWidth - margins.left - margins.right))
  const [head] = table.rows
  table.rows.forEach((row, index) => {
    const isHead = table.hasHead && index === 0
    if (document.y + heightOf(document, faces, row, widths, isHead) > pageHeight - margins.bottom) {
      document.addPage()
      if (table.hasHead && head !== undefined) drawRow(document, faces, head, widths, true)
    }
    drawRow(document, faces, row, widths, isHead)
  })
  document.x = margins.left
  document.y += faces.size * 0.9
}

function drawRow(
  document: PDFDocument,
  faces: Faces,
  row: readonly string[],
  widths: readonly number[],
  isHead: boolean,
): void {
  const top = document.y
  const height = heightOf(document, faces, row, widths, isHead)
  let x = document.page.margins.left
  widths.forEach((width, column) => {
    if (isHead) document.rect(x, top, width, height).fill('#e9e9e6')
    document.strokeColor('#8a8a86').lineWidth(0.5).rect(x, top, width, height).stroke()
    setCellFont(document, faces, isHead || (column === 0 && widths.length === 2))
    document.text(row[column] ?? '', x + padding, top + padding + lowering, { width: width - 2 * padding })
    x += width
  })
  document.y = top + height
}

function heightOf(
  document: PDFDocument,
  faces: Faces,
  row: readonly string[],
  widths: readonly number[],
  isHead: boolean,
): number {
  setCellFont(document, faces, isHead)
  const heights = row.map((cell, column) =>
    document.heightOfString(cell, { width: (widths[column] ?? 0) - 2 * padding }),
  )
  return Math.max(...heights) + 2 * padding
}

function setCellFont(document: PDFDocument, faces: Faces, isBold: boolean): void {
  document
    .font(isBold ? faces.bold : faces.regular)
    .fontSize(faces.size * 0.92)
    .fillColor('#111111')
}

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
