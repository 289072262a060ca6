import type { PDFDocument } from 'pdfkit'
import { t } from '../../wording/translate.ts'
import type { RedlinePart, RedlinePiece } from '../../library/write/redline-part.ts'
import { drawLine, drawPdf, GREY, INK, keepTogether, MARGINS } from './write-pdf.ts'

/** They differ without colours, too: one is underlined, the other struck out. */
const ADDED = '#0b4f9e'
const REMOVED = '#b3261e'
const SIZE = 10.5
const INDENT = 18
const CELLS = '  |  '

export type RedlineHead = {
  readonly before: string
  readonly after: string
  readonly author: string
  readonly day: string
}

/** Both documents in one as an A4 PDF: what was added and what was removed, each at its place. */
export async function writeRedlinePdf(
  parts: readonly RedlinePart[],
  head: RedlineHead,
  fontsFolder: string,
): Promise<Buffer> {
  return drawPdf(fontsFolder, (document) => {
    const { before, after, author, day } = head
    drawLine(document, { face: 'bold', size: 15, colour: INK, text: t('paper.redline.title', { before, after }) })
    const by = t('paper.redline.by', { author, date: day })
    drawLine(document, { face: 'regular', size: 9, colour: GREY, text: `${t('paper.redline.legend')} ${by}` })
    document.y += SIZE
    for (const part of parts) drawPart(document, part)
  })
}

function drawPart(document: PDFDocument, { kind, level, pieces }: RedlinePart): void {
  const isHeading = kind === 'heading'
  const size = isHeading && level <= 1 ? SIZE + 1.5 : SIZE
  const left = MARGINS.left + (kind === 'list-item' ? INDENT * level : 0)
  const shown = pieces
    .filter(({ text }) => text !== '')
    .map((piece) => ({ ...piece, text: piece.text.replaceAll('\t', CELLS) }))
  keepTogether(document, size * (isHeading ? 4 : 2))
  document.font(isHeading ? 'bold' : 'regular').fontSize(size)
  for (const [at, piece] of shown.entries()) {
    const options = {
      width: document.page.width - MARGINS.right - left,
      continued: at < shown.length - 1,
      ...lookOf(piece),
    }
    document.fillColor(COLOURS[piece.change])
    if (at === 0) document.text(piece.text, left, document.y, options)
    else document.text(piece.text, options)
  }
  document.y += size * 0.55
}

const COLOURS: Readonly<Record<RedlinePiece['change'], string>> = { same: INK, inserted: ADDED, deleted: REMOVED }

function lookOf({ change }: RedlinePiece): { readonly underline: boolean; readonly strike: boolean } {
  return { underline: change === 'inserted', strike: change === 'deleted' }
}
