import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from 'pdfkit'
import { quoted } from '../../wording/phrases.ts'
import { locale, t } from '../../wording/translate.ts'
import type { PaperBlock, PaperNote, ProofBlock, SentenceBlock } from './paper-block.ts'

/** Points. */
export const MARGINS = { top: 64, bottom: 64, left: 72, right: 72 }
const HANG = 26
const FIELD_HANG = 110
const FIELD_GAP = 8
export const INK = '#111111'
export const GREY = '#555555'
const FACES = { regular: 'LiberationSans-Regular.ttf', bold: 'LiberationSans-Bold.ttf' }

/**
 * Blocks as an A4 PDF, citations as numbered notes below each answer. `fontsFolder` holds Liberation Sans, which has the letters
 * of every European language; the standard fonts of PDF have those of the west only.
 */
export async function writePdf(blocks: readonly PaperBlock[], fontsFolder: string): Promise<Buffer> {
  return drawPdf(fontsFolder, (document) => {
    for (const block of blocks) draw(document, block)
  })
}

/** An A4 PDF in these fonts, `regular` and `bold`. */
export async function drawPdf(fontsFolder: string, drawAll: (document: PDFDocument) => void): Promise<Buffer> {
  const [regular, bold] = await Promise.all([
    readFile(join(fontsFolder, FACES.regular)),
    readFile(join(fontsFolder, FACES.bold)),
  ])
  // oxlint-disable-next-line consilium/no-bare-text -- a name
  const info = { Author: 'Consilium' }
  const document = new PDFDocument({ size: 'A4', margins: MARGINS, font: regular, lang: locale(), info })
  document.registerFont('regular', regular)
  document.registerFont('bold', bold)
  const chunks: Uint8Array[] = []
  document.on('data', (chunk) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => {
    document.on('end', resolve)
  })
  drawAll(document)
  document.end()
  await ended
  return Buffer.concat(chunks)
}

function draw(document: PDFDocument, block: PaperBlock): void {
  switch (block.kind) {
    case 'question':
      // A follow-up's title must not stand alone at the foot of a page.
      keepTogether(document, 90)
      if (document.y > MARGINS.top) document.y += 18
      return drawLine(document, { face: 'bold', size: 15, colour: INK, text: block.text })
    case 'page':
      document.addPage()
      return drawLine(document, { face: 'bold', size: 15, colour: INK, text: block.text })
    case 'heading':
      return heading(document, block.text)
    case 'sentence':
      return sentence(document, block)
    case 'notes':
      heading(document, t('paper.notes'))
      return block.notes.forEach((note) => footnote(document, note))
    case 'source':
      return hanging(document, { mark: block.mark, parts: [inQuotes(block.quote), grey(` ${block.where}`)] })
    case 'proof':
      return proofLine(document, block)
    case 'field':
      return field(document, block.name, block.lines)
    case 'small':
    case 'note':
      return drawLine(document, { face: 'regular', size: 9, colour: GREY, text: block.text })
  }
}

type Part = { readonly text: string; readonly colour: string; readonly isStruck: boolean }
const grey = (text: string): Part => ({ text, colour: GREY, isStruck: false })
const inked = (text: string): Part => ({ text, colour: INK, isStruck: false })
const inQuotes = (quote: string) => inked(quoted(quote))

function heading(document: PDFDocument, text: string): void {
  keepTogether(document, 50)
  document.y += 6
  drawLine(document, { face: 'bold', size: 11, colour: INK, text })
}

function sentence(document: PDFDocument, { number, words, notes, rules, verdict, remarks }: SentenceBlock): void {
  const marks = [...notes.map((note) => `[${note.number}]`), ...rules.map((rule) => `[${rule}]`)].join('')
  const own = words.map(({ text, isStruck }): Part => ({ text, colour: INK, isStruck }))
  hanging(document, { mark: `${number}.`, parts: [...own, inked(marks && ` ${marks}`), grey(` (${verdict})`)] })
  for (const remark of remarks) hanging(document, { mark: '', parts: [grey(remark)], size: 9 })
}

function footnote(document: PDFDocument, { number, mark, where, quote }: PaperNote): void {
  hanging(document, { mark: `[${number}]`, parts: [grey(`${mark}, ${where}: `), inQuotes(quote)], size: 9 })
}

function field(document: PDFDocument, name: string, lines: readonly string[]): void {
  const size = 9.5
  const nameHeight = document
    .font('regular')
    .fontSize(size)
    .heightOfString(name, { width: FIELD_HANG - FIELD_GAP })
  keepTogether(document, nameHeight + size)
  const { page, y: top } = document
  for (const [at, text] of lines.entries())
    hanging(document, { mark: at === 0 ? name : '', parts: [inked(text)], size, hang: FIELD_HANG })
  // A name may take more lines than what it names.
  if (document.page === page) document.y = Math.max(document.y, top + nameHeight + size * 0.45)
}

const DEEPEST = 8

function proofLine(document: PDFDocument, { mark, depth, text }: ProofBlock): void {
  if (depth === 0) return hanging(document, { mark, parts: [inked(text)] })
  const [size, step] = [9.5, 12]
  const left = MARGINS.left + HANG + step * Math.min(depth - 1, DEEPEST)
  document.font('regular').fontSize(size).fillColor(INK)
  document.text(`– ${text}`, left, document.y, { width: document.page.width - MARGINS.right - left })
  document.y += size * 0.25
}

type Line = { readonly face: 'regular' | 'bold'; readonly size: number; readonly colour: string; readonly text: string }

/** A line of its own, with a gap of half its size below. */
export function drawLine(document: PDFDocument, { face, size, colour, text }: Line): void {
  document.font(face).fontSize(size).fillColor(colour).text(text, MARGINS.left, document.y)
  document.y += size * 0.5
}

type Hanging = {
  readonly mark: string
  readonly parts: readonly Part[]
  readonly size?: number
  readonly hang?: number
}

/** A mark in the margin, the text beside it, and what is to be known of it in grey. */
function hanging(document: PDFDocument, { mark, parts, size = 10.5, hang = HANG }: Hanging): void {
  const width = document.page.width - MARGINS.left - MARGINS.right - hang
  const shown = parts.filter(({ text }) => text !== '')
  // A mark at the foot of a page must not part from its text; a new page begins in black.
  keepTogether(document, size * 2.5)
  document
    .font('regular')
    .fontSize(size)
    .fillColor(hang === HANG ? INK : GREY)
  const top = document.y
  const column = hang === HANG ? { lineBreak: false } : { width: hang - FIELD_GAP }
  if (mark !== '') document.text(mark, MARGINS.left, top, column)
  for (const [at, { text, colour, isStruck }] of shown.entries()) {
    const options = { width, continued: at < shown.length - 1, strike: isStruck }
    document.fillColor(colour)
    if (at === 0) document.text(text, MARGINS.left + hang, top, options)
    else document.text(text, options)
  }
  document.y += size * 0.45
}

export function keepTogether(document: PDFDocument, height: number): void {
  if (document.y + height > document.page.height - MARGINS.bottom) document.addPage()
}
