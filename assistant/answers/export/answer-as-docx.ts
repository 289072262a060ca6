import { Document, Packer, Paragraph, type ParagraphChild, TextRun } from 'docx'
import type { PaperBlock } from './answer-on-paper.ts'

const GREY = '555555'

/** Blocks as a Word file, in styles that can be restyled there. */
export async function answerAsDocx(blocks: readonly PaperBlock[]): Promise<Buffer> {
  const document = new Document({
    creator: 'Consilium',
    styles: { default: { document: { run: { font: 'Calibri', size: 22 }, paragraph: { spacing: { after: 120 } } } } },
    sections: [{ children: blocks.map(paragraph) }],
  })
  return Packer.toBuffer(document)
}

function paragraph(block: PaperBlock): Paragraph {
  switch (block.kind) {
    case 'question':
      return new Paragraph({ text: block.text, heading: 'Heading1' })
    case 'heading':
      return new Paragraph({ text: block.text, heading: 'Heading2' })
    case 'sentence':
      return hanging(`${block.number}.`, [
        new TextRun(block.text),
        new TextRun({ text: ` ${block.marks}`, bold: true }),
        new TextRun({ text: ` (${block.verdict})`, color: GREY }),
      ])
    case 'source':
      return hanging(block.mark, [
        new TextRun({ text: `${block.where}: `, color: GREY }),
        new TextRun(`“${block.quote}”`),
      ])
    case 'proof':
      return proofLine(block)
    case 'small':
    case 'note':
      return new Paragraph({ children: [new TextRun({ text: block.text, color: GREY, size: 18 })] })
  }
}

const DEEPEST = 8

function proofLine({ mark, depth, text }: Extract<PaperBlock, { kind: 'proof' }>): Paragraph {
  if (depth === 0) return hanging(mark, [new TextRun(text)])
  const left = 480 + 240 * Math.min(depth, DEEPEST)
  return new Paragraph({
    indent: { left, hanging: 240 },
    spacing: { after: 40 },
    children: [new TextRun({ text: `–\t${text}`, size: 20 })],
  })
}

function hanging(mark: string, children: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({ indent: { left: 480, hanging: 480 }, children: [new TextRun(`${mark}\t`), ...children] })
}
