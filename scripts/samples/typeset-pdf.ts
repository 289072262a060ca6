import { PDFDocument } from 'pdfkit'
import { drawTable } from './draw-table.ts'
import { type Faces, facesOf } from './faces.ts'
import { type Block, runs } from './markup.ts'
import { pdfBytes } from './pdf-bytes.ts'

/** How a sample looks: its faces, its size in points, what stands at the head and foot of each page. */
export type PdfStyle = {
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

const margins = { top: 84, bottom: 78, left: 72, right: 72 }
const hang = { 1: 34, 2: 26 } as const

/** Sets the blocks as an A4 PDF in the PDF standard fonts. The same blocks give the same bytes. */
export function typesetPdf(style: PdfStyle, blocks: readonly Block[]): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margins,
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
  const width = document.page.width - margins.left - margins.right
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
      document.text(block.mark, margins.left + left, y, { lineBreak: false })
      drawRuns(document, faces, block.text, { x: margins.left + indent, y, width: width - indent })
      return
    }
    case 'paragraph':
      keepTogether(document, textHeight(document, faces, block.text, width))
      drawRuns(document, faces, block.text, { x: margins.left, y: document.y, width })
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
  if (document.y > margins.top + 1) document.y += isTitle ? size * 0.8 : size * 0.6
  document.font(faces.bold).fontSize(size)
  document.text(block.text, margins.left, document.y, { width, align: isTitle ? 'center' : 'left' })
  document.y += size * (isTitle ? 0.8 : 0.35)
}

/** The height of a paragraph, or of its first six lines: only a longer one may be divided between two pages. */
function textHeight(document: PDFDocument, faces: Faces, text: string, width: number): number {
  const whole = document.heightOfString(text.replaceAll('**', ''), { width, lineGap: faces.size * 0.18 })
  return Math.min(whole, faces.size * 8)
}

/** A new page where less than so many points are left. */
function keepTogether(document: PDFDocument, height: number): void {
  if (document.y + height > document.page.height - margins.bottom) document.addPage()
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
    const width = document.page.width - margins.left - margins.right
    if (index > 0) {
      document.text(style.runningHeader, margins.left, 42, { width, lineBreak: false })
      document
        .strokeColor('#999999')
        .lineWidth(0.5)
        .moveTo(margins.left, 58)
        .lineTo(margins.left + width, 58)
        .stroke()
    }
    const footer = style.footer(index + 1 - covers, count - covers)
    document.text(footer, margins.left, document.page.height - 48, { width, align: 'center' })
  }
  // pdfkit writes no page labels itself; its catalogue object is private only by name.
  if (covers > 0) document['_root'].data['PageLabels'] = { Nums: [0, { S: 'r' }, 1, { S: 'D', St: 1 }] }
}
