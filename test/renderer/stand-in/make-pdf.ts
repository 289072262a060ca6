import type { Box, PageBoxes, PageText, PageWords } from '../../../contract/document.ts'

/** The part of pdfkit that this needs; the package ships no types. */
type Pdf = {
  font(name: string): Pdf
  fontSize(size: number): Pdf
  addPage(): Pdf
  text(text: string, x: number, y: number, options: { lineBreak: false }): Pdf
  widthOfString(text: string): number
  on(event: 'data', listener: (chunk: Uint8Array) => void): Pdf
  on(event: 'end', listener: () => void): Pdf
  end(): void
}

type Line = {
  readonly text: string
  readonly start: number
  readonly page: number
  readonly x: number
  readonly y: number
}

export type MadePdf = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly text: readonly PageText[]
  /** Where a span of the text was drawn. */
  boxes(start: number, end: number): readonly PageBoxes[]
  words(page: number): PageWords
}

const LEFT = 72
const TOP = 80
const SIZE = 11
const LEADING = 16
const PAGE = { width: 595.28, height: 841.89 }

/** Draws pages of given lines as a PDF and knows exactly where every character stands. */
export async function makePdf(pages: readonly (readonly string[])[]): Promise<MadePdf> {
  const name: string = 'pdfkit'
  const { PDFDocument } = (await import(name)) as { PDFDocument: new (options: object) => Pdf }
  const pdf = new PDFDocument({ size: 'A4', autoFirstPage: false, margins: { top: 0, bottom: 0, left: 0, right: 0 } })
  const chunks: Uint8Array[] = []
  const ended = new Promise<void>((resolve) => pdf.on('data', (chunk) => chunks.push(chunk)).on('end', resolve))
  pdf.font('Times-Roman').fontSize(SIZE)
  const { lines, text } = layOut(pages)
  for (const index of pages.keys()) {
    pdf.addPage()
    for (const line of lines.filter(({ page }) => page === index + 1))
      pdf.text(line.text, line.x, line.y, { lineBreak: false })
  }
  pdf.end()
  await ended
  return {
    bytes: new Uint8Array(Buffer.concat(chunks)),
    text,
    boxes: (start, end) => boxesOf(pdf, lines, start, end),
    words: (page) => ({
      ...PAGE,
      links: [],
      words: lines.filter((line) => line.page === page).flatMap((line) => wordsOf(pdf, line)),
    }),
  }
}

function layOut(pages: readonly (readonly string[])[]): {
  readonly lines: readonly Line[]
  readonly text: readonly PageText[]
} {
  const lines: Line[] = []
  const text: PageText[] = []
  let start = 0
  for (const [index, pageLines] of pages.entries()) {
    const pageStart = start
    for (const [row, content] of pageLines.entries()) {
      lines.push({ text: content, start, page: index + 1, x: LEFT, y: TOP + row * LEADING })
      start += content.length + 1
    }
    text.push({
      page: index + 1,
      label: String(index + 1),
      start: pageStart,
      text: pageLines.join('\n'),
      blocks: [],
      links: [],
    })
  }
  return { lines, text }
}

function boxesOf(pdf: Pdf, lines: readonly Line[], start: number, end: number): readonly PageBoxes[] {
  const found = new Map<number, Box[]>()
  for (const line of lines) {
    const from = Math.max(0, start - line.start)
    const to = Math.min(line.text.length, end - line.start)
    if (to <= from) continue
    const x = line.x + pdf.widthOfString(line.text.slice(0, from))
    const box = { x, y: line.y - 1, width: pdf.widthOfString(line.text.slice(from, to)), height: LEADING - 2 }
    found.set(line.page, [...(found.get(line.page) ?? []), box])
  }
  return [...found].map(([page, boxes]) => ({ page, ...PAGE, boxes }))
}

function wordsOf(pdf: Pdf, { text, start, x, y }: Line): PageWords['words'] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
    text: word,
    confidence: null,
    signals: null,
    x: x + pdf.widthOfString(text.slice(0, index)),
    y: y - 1,
    width: pdf.widthOfString(word),
    height: LEADING - 2,
  }))
}
