import type { PDFDocument } from 'pdfkit'
import type { Faces } from './faces.ts'
import type { Block } from './markup.ts'

type Table = Extract<Block, { kind: 'table' }>

const padding = 5
/** The standard fonts carry their line gap below the letters: a cell looks centred with the text this much lower. */
const lowering = 1.5

/** Draws a ruled table at the present place, row by row; a row that does not fit goes to the next page, under the head again. */
export function drawTable(document: PDFDocument, faces: Faces, table: Table): void {
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
