import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from 'pdfkit'
import type { PaperBlock } from './answer-on-paper.ts'

/** Points. */
const MARGINS = { top: 64, bottom: 64, left: 72, right: 72 }
const HANG = 26
const INK = '#111111'
const GREY = '#555555'
const FACES = { regular: 'LiberationSans-Regular.ttf', bold: 'LiberationSans-Bold.ttf' }

/**
 * Blocks as an A4 PDF. `fontsFolder` holds Liberation Sans, which has the letters of every European language; the standard
 * fonts of PDF have those of the west only.
 */
export async function answerAsPdf(blocks: readonly PaperBlock[], fontsFolder: string): Promise<Buffer> {
  const [regular, bold] = await Promise.all([
    readFile(join(fontsFolder, FACES.regular)),
    readFile(join(fontsFolder, FACES.bold)),
  ])
  const document = new PDFDocument({ size: 'A4', margins: MARGINS, font: regular, info: { Author: 'Consilium' } })
  document.registerFont('regular', regular)
  document.registerFont('bold', bold)
  const chunks: Uint8Array[] = []
  document.on('data', (chunk) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => {
    document.on('end', resolve)
  })
  for (const block of blocks) draw(document, block)
  document.end()
  await ended
  return Buffer.concat(chunks)
}

function draw(document: PDFDocument, block: PaperBlock): void {
  switch (block.kind) {
    case 'question':
      return line(document, 'bold', 15, INK, block.text)
    case 'heading':
      return line(document, 'bold', 11, INK, block.text)
    case 'sentence':
      return hanging(document, `${block.number}.`, block.text, ` ${block.marks} (${block.verdict})`.replace('  ', ' '))
    case 'source':
      return hanging(document, block.mark, `“${block.quote}”`, ` ${block.where}`)
    case 'proof':
      return proofLine(document, block)
    case 'small':
    case 'note':
      return line(document, 'regular', 9, GREY, block.text)
  }
}

function line(document: PDFDocument, face: 'regular' | 'bold', size: number, colour: string, text: string): void {
  document.font(face).fontSize(size).fillColor(colour).text(text, MARGINS.left, document.y)
  document.y += size * 0.5
}

const DEEPEST = 8

function proofLine(document: PDFDocument, { mark, depth, text }: Extract<PaperBlock, { kind: 'proof' }>): void {
  if (depth === 0) return hanging(document, mark, text, '')
  const [size, step] = [9.5, 12]
  const left = MARGINS.left + HANG + step * Math.min(depth - 1, DEEPEST)
  document.font('regular').fontSize(size).fillColor(INK)
  document.text(`– ${text}`, left, document.y, { width: document.page.width - MARGINS.right - left })
  document.y += size * 0.25
}

/** A mark in the margin, the text beside it, and what is to be known of it in grey. */
function hanging(document: PDFDocument, mark: string, text: string, remark: string): void {
  const size = 10.5
  const width = document.page.width - MARGINS.left - MARGINS.right - HANG
  document.font('regular').fontSize(size).fillColor(INK)
  // A mark at the foot of a page must not part from its text.
  if (document.y + size * 2.5 > document.page.height - MARGINS.bottom) document.addPage()
  const top = document.y
  document.text(mark, MARGINS.left, top, { lineBreak: false })
  document.text(text, MARGINS.left + HANG, top, { width, continued: true })
  document.fillColor(GREY).text(remark, { width })
  document.y += size * 0.45
}
