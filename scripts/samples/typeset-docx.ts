import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { type Entry, fromBuffer, type Options, type ZipFile } from 'yauzl'
import { writeZip, type ZipEntry } from '../write-zip.ts'
import { type Block, runs } from './markup.ts'

/** How a Word sample looks; sizes in points, as in the PDFs. */
type DocxStyle = {
  readonly title: string
  readonly author: string
  readonly font: string
  readonly size: number
  readonly header: string
  readonly footer: string
}

/** Sets the blocks as a Word file, with real heading styles, a header and page numbers. The same blocks give the same bytes. */
export async function typesetDocx(style: DocxStyle, blocks: readonly Block[]): Promise<Buffer> {
  const document = new Document({
    title: style.title,
    creator: style.author,
    lastModifiedBy: style.author,
    styles: { default: stylesOf(style) },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1300, bottom: 1300, left: 1300, right: 1300 } },
        },
        headers: { default: new Header({ children: [new Paragraph({ text: style.header })] }) },
        footers: { default: footerOf(style) },
        children: blocks.map((block) => (block.kind === 'table' ? tableOf(block) : paragraphOf(block))),
      },
    ],
  })
  return stampZip(await Packer.toBuffer(document))
}

function stylesOf({ font, size }: DocxStyle) {
  const heading = {
    run: { font, bold: true, color: '111111' },
    paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
  }
  return {
    document: { run: { font, size: size * 2 }, paragraph: { spacing: { after: 140 } } },
    title: { ...heading, run: { ...heading.run, size: size * 3 } },
    heading1: { ...heading, run: { ...heading.run, size: Math.round(size * 2.3) } },
    heading2: { ...heading, run: { ...heading.run, size: size * 2 } },
  }
}

function footerOf(style: DocxStyle): Footer {
  const children = [`${style.footer} · Page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES]
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children })] })],
  })
}

function paragraphOf(block: Exclude<Block, { kind: 'table' }>): Paragraph {
  switch (block.kind) {
    case 'page-break':
      return new Paragraph({ pageBreakBefore: true })
    case 'title':
      return new Paragraph({ text: block.text, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER })
    case 'heading':
      return new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_1 })
    case 'subheading':
      return new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2 })
    case 'item': {
      const left = block.depth * 480
      return new Paragraph({ children: textRuns(`${block.mark}\t${block.text}`), indent: { left, hanging: 480 } })
    }
    case 'paragraph':
      return new Paragraph({ children: textRuns(block.text) })
  }
}

function textRuns(text: string): TextRun[] {
  return runs(text).flatMap((run) =>
    run.text
      .split('\n')
      .map((line, index) => new TextRun({ text: line, bold: run.isBold, ...(index > 0 ? { break: 1 } : {}) })),
  )
}

function tableOf(block: Extract<Block, { kind: 'table' }>): Table {
  const total = block.widths.reduce((sum, share) => sum + share, 0)
  const widths = block.widths.map((share) => Math.round((share / total) * 9300))
  const rows = block.rows.map((row, index) => {
    const isHead = block.hasHead && index === 0
    const cells = row.map((text, column) => cell(text, widths[column] ?? 0, isHead))
    return new TableRow({ tableHeader: isHead, cantSplit: true, children: cells })
  })
  return new Table({ rows, columnWidths: widths, width: { size: 9300, type: WidthType.DXA } })
}

function cell(text: string, width: number, isHead: boolean): TableCell {
  const run = new TextRun({ text, bold: isHead, size: 19 })
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    ...(isHead ? { shading: { fill: 'E9E9E6' } } : {}),
    children: [new Paragraph({ children: [run], spacing: { after: 0 } })],
  })
}

const fixedTime = '2025-10-06T09:00:00Z'
const open = promisify<Buffer, Options, ZipFile>(fromBuffer)

/** Writes a Word file anew with one fixed time in its directory and its properties, so that every run gives the same bytes. */
async function stampZip(docx: Buffer): Promise<Buffer> {
  const zip = await open(docx, { autoClose: false })
  const found: Entry[] = []
  zip.on('entry', (entry: Entry) => found.push(entry))
  await once(zip, 'end')
  return writeZip(await Promise.all(found.map((entry) => stampedEntry(zip, entry))))
}

async function stampedEntry(zip: ZipFile, entry: Entry): Promise<ZipEntry> {
  const stream = await promisify(zip.openReadStream.bind(zip) as (entry: Entry, done: StreamCallback) => void)(entry)
  const bytes = await buffer(stream)
  if (entry.fileName !== 'docProps/core.xml') return { name: entry.fileName, data: bytes }
  return { name: entry.fileName, data: bytes.toString().replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, fixedTime) }
}

type StreamCallback = (error: Error | null, stream: NodeJS.ReadableStream) => void
