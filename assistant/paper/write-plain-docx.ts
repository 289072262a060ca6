import { Document, type FileChild, Packer, Paragraph, Table, TableRow, TableCell, TextRun, WidthType } from 'docx'
import { locale } from '../../wording/translate.ts'
import { withoutIllegal } from '../../library/write/xml-tree.ts'
import type { PlainBlock } from './plain-block.ts'

// Names, the same in every language.
/* oxlint-disable consilium/no-bare-text */
const PROGRAM = 'Consilium'
const FONT = 'Calibri'
/* oxlint-enable consilium/no-bare-text */
const GREY = '555555'
/** Twentieths of a point. */
const INDENT = 360
const HEADINGS = ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5', 'Heading6'] as const

/** Text as a plain Word file, a paragraph for each block: for what came as PDF or text and is handed back with marks in it. */
export async function writePlainDocx(blocks: readonly PlainBlock[]): Promise<Buffer> {
  const children: FileChild[] = []
  for (let at = 0; at < blocks.length; at += 1) {
    const rows = rowsFrom(blocks, at)
    children.push(rows.length > 0 ? table(rows) : paragraph(blocks[at]!))
    at += Math.max(0, rows.length - 1)
  }
  // A text ends with a paragraph.
  if (blocks.length === 0 || blocks.at(-1)!.kind === 'row') children.push(new Paragraph({}))
  const language = { value: locale() }
  const document = new Document({
    creator: PROGRAM,
    styles: {
      default: { document: { run: { font: FONT, size: 22, language }, paragraph: { spacing: { after: 120 } } } },
    },
    sections: [{ children }],
  })
  return Packer.toBuffer(document)
}

function rowsFrom(blocks: readonly PlainBlock[], from: number): readonly string[] {
  const end = blocks.findIndex(({ kind }, at) => at >= from && kind !== 'row')
  return blocks.slice(from, end < 0 ? blocks.length : end).map(({ text }) => text)
}

function paragraph({ kind, level, text }: PlainBlock): Paragraph {
  const isRightToLeft = readsFromRight(text)
  const look = { ...(kind === 'small' && { color: GREY, size: 18 }), ...(isRightToLeft && { rightToLeft: true }) }
  return new Paragraph({
    ...(kind === 'heading' && { heading: HEADINGS[Math.min(HEADINGS.length, Math.max(1, level)) - 1]! }),
    ...(kind === 'list-item' && { indent: { left: INDENT * level, hanging: INDENT } }),
    ...(isRightToLeft && { bidirectional: true }),
    children: text
      .split('\n')
      .map((line, at) => new TextRun({ text: withoutIllegal(line), ...look, ...(at > 0 && { break: 1 }) })),
  })
}

function table(rows: readonly string[]): Table {
  const cells = rows.map((row) => row.split('\t'))
  const columns = Math.max(...cells.map(({ length }) => length))
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: cells.map(
      (row) =>
        new TableRow({
          children: Array.from(
            { length: columns },
            (_, at) => new TableCell({ children: [paragraph({ kind: 'paragraph', level: 0, text: row[at] ?? '' })] }),
          ),
        }),
    ),
  })
}

/** By its first letter, as the Unicode rules have it. */
function readsFromRight(text: string): boolean {
  return /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(text)
}
