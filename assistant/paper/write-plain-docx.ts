import { Document, type FileChild, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { locale } from '../../wording/translate.ts'
import { withoutIllegal } from '../../library/write/xml-tree.ts'

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

/** What a plain document is made of: a paragraph, or a row of a table with its cells parted by tabs. */
export type PlainBlock = {
  readonly kind: 'heading' | 'paragraph' | 'list-item' | 'row' | 'small'
  /** Of a heading and of an item from 1; else 0. */
  readonly level: number
  /** Line feeds part its lines. */
  readonly text: string
}

/** Kinds are those of `ReadBlock`. */
type Page = {
  readonly text: string
  readonly blocks: readonly {
    readonly start: number
    readonly end: number
    readonly kind: string
    readonly level: number
  }[]
}

const SMALL: ReadonlySet<string> = new Set(['header', 'footer', 'note', 'other'])

/** The text of a document, all of it, by the blocks that a reader found; what lies in none is split at empty lines. */
export function plainBlocks(pages: readonly Page[]): readonly PlainBlock[] {
  return pages.flatMap(({ text, blocks }) => {
    const found: PlainBlock[] = []
    let at = 0
    for (const block of blocks) {
      found.push(...plainParagraphs(text.slice(at, block.start)), ...blockOf(block, text.slice(block.start, block.end)))
      at = block.end
    }
    return [...found, ...plainParagraphs(text.slice(at))]
  })
}

function blockOf({ kind, level }: Page['blocks'][number], text: string): readonly PlainBlock[] {
  if (kind === 'table') return text.split('\n').map((row) => ({ kind: 'row', level: 0, text: row }))
  if (kind === 'heading' || kind === 'list-item') return [{ kind, level, text }]
  return [{ kind: SMALL.has(kind) ? 'small' : 'paragraph', level: 0, text }]
}

function plainParagraphs(text: string): readonly PlainBlock[] {
  return text
    .split(/\n\s*\n/)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => ({ kind: 'paragraph', level: 0, text: piece.trim() }))
}
