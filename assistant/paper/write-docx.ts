import { Document, FootnoteReferenceRun, Packer, Paragraph, type ParagraphChild, TextRun } from 'docx'
import { quoted } from '../../wording/phrases.ts'
import { locale } from '../../wording/translate.ts'
import type { PaperBlock, PaperNote, ProofBlock, SentenceBlock } from './paper-block.ts'

// Names, the same in every language.
/* oxlint-disable consilium/no-bare-text */
const PROGRAM = 'Consilium'
const FONT = 'Calibri'
/* oxlint-enable consilium/no-bare-text */
const GREY = '555555'
/** Twentieths of a point. */
const HANG = 480
const FIELD_HANG = 2400

/** Blocks as a Word file, in styles that can be restyled there; citations are its own footnotes. */
export async function writeDocx(blocks: readonly PaperBlock[]): Promise<Buffer> {
  const notes = blocks.flatMap((block) => (block.kind === 'notes' ? block.notes : []))
  const language = { value: locale() }
  const document = new Document({
    creator: PROGRAM,
    styles: {
      default: { document: { run: { font: FONT, size: 22, language }, paragraph: { spacing: { after: 120 } } } },
    },
    footnotes: Object.fromEntries(notes.map((note) => [note.number, { children: [footnote(note)] }])),
    sections: [{ children: blocks.flatMap(paragraphs) }],
  })
  return Packer.toBuffer(document)
}

function footnote({ mark, where, quote }: PaperNote): Paragraph {
  return new Paragraph({
    children: [
      new TextRun({ text: ` ${mark}, ${where}: `, color: GREY, size: 18 }),
      new TextRun({ text: quoted(quote), size: 18 }),
    ],
  })
}

function paragraphs(block: PaperBlock): readonly Paragraph[] {
  switch (block.kind) {
    case 'question':
      return [new Paragraph({ text: block.text, heading: 'Heading1' })]
    case 'page':
      return [new Paragraph({ text: block.text, heading: 'Heading1', pageBreakBefore: true })]
    case 'heading':
      return [new Paragraph({ text: block.text, heading: 'Heading2' })]
    case 'sentence':
      return sentence(block)
    case 'notes':
      return []
    case 'source':
      return [
        hanging(block.mark, [new TextRun({ text: `${block.where}: `, color: GREY }), new TextRun(quoted(block.quote))]),
      ]
    case 'proof':
      return [proofLine(block)]
    case 'field':
      return block.lines.map((line, at) => field(at === 0 ? block.name : '', line))
    case 'small':
    case 'note':
      return [small(block.text, 0)]
  }
}

function sentence({ number, words, notes, rules, verdict, remarks }: SentenceBlock): readonly Paragraph[] {
  const first = hanging(`${number}.`, [
    ...words.map(({ text, isStruck }) => new TextRun({ text, strike: isStruck })),
    ...notes.flatMap(reference),
    ...(rules.length === 0 ? [] : [new TextRun({ text: ` ${rules.map((rule) => `[${rule}]`).join('')}`, bold: true })]),
    new TextRun({ text: ` (${verdict})`, color: GREY }),
  ])
  return [first, ...remarks.map((remark) => small(remark, HANG))]
}

/** Two in a row have a comma between them, else 1 and 2 read as 12. */
function reference({ number }: PaperNote, at: number): readonly ParagraphChild[] {
  const comma = at === 0 ? [] : [new TextRun({ text: ',', superScript: true })]
  return [...comma, new FootnoteReferenceRun(number)]
}

function small(text: string, left: number): Paragraph {
  return new Paragraph({ indent: { left }, children: [new TextRun({ text, color: GREY, size: 18 })] })
}

function field(name: string, line: string): Paragraph {
  return new Paragraph({
    indent: { left: FIELD_HANG, hanging: FIELD_HANG },
    tabStops: [{ type: 'left', position: FIELD_HANG }],
    spacing: { after: 60 },
    children: [new TextRun({ text: name, color: GREY, size: 20 }), new TextRun({ text: `\t${line}`, size: 20 })],
  })
}

const DEEPEST = 8

function proofLine({ mark, depth, text }: ProofBlock): Paragraph {
  if (depth === 0) return hanging(mark, [new TextRun(text)])
  const left = HANG + 240 * Math.min(depth, DEEPEST)
  return new Paragraph({
    indent: { left, hanging: 240 },
    spacing: { after: 40 },
    children: [new TextRun({ text: `–\t${text}`, size: 20 })],
  })
}

function hanging(mark: string, children: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({ indent: { left: HANG, hanging: HANG }, children: [new TextRun(`${mark}\t`), ...children] })
}
