import { Document, FootnoteReferenceRun, Packer, Paragraph, TextRun } from 'docx'
import type { Block } from '../scripts/samples/markup.ts'
import { typesetPdf } from '../scripts/samples/typeset-pdf.ts'
import { writeZip } from '../scripts/write-zip.ts'
import { createRandomText } from './random-text.ts'

/** One file with so many parts of a kind, each with a few words of its own. */
export type GrowingFile = { readonly name: string; readonly of: (count: number) => Promise<Buffer> | Buffer }

export const GROWING_FILES = {
  attachments: { name: 'message.eml', of: mail },
  'archive members': { name: 'bundle.zip', of: archive },
  sheets: { name: 'sheets.xlsx', of: (count) => workbook(count, 20) },
  rows: { name: 'rows.xlsx', of: (count) => workbook(1, count) },
  pages: { name: 'pages.pdf', of: pdf },
  footnotes: { name: 'footnotes.docx', of: footnotes },
} as const satisfies Readonly<Record<string, GrowingFile>>

function sentences(count: number, words: number): readonly string[] {
  const random = createRandomText(17)
  return Array.from({ length: count }, (_, at) => `Part ${at}: ${random.words(words)}.`)
}

function archive(count: number): Buffer {
  return writeZip(sentences(count, 12).map((data, at) => ({ name: `inside/${at}.txt`, data })))
}

function mail(count: number): Buffer {
  const head = 'From: a@example.org\r\nTo: b@example.org\r\nSubject: Papers\r\nMIME-Version: 1.0\r\n'
  const parts = sentences(count, 12).map(
    (text, at) =>
      `--part\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="${at}.txt"\r\n\r\n${text}\r\n`,
  )
  return Buffer.from(`${head}Content-Type: multipart/mixed; boundary=part\r\n\r\n${parts.join('')}--part--\r\n`)
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

function workbook(sheets: number, rows: number): Buffer {
  const numbers = Array.from({ length: sheets }, (_, at) => at + 1)
  const list = numbers.map((at) => `<sheet name="Sheet ${at}" sheetId="${at}" r:id="r${at}"/>`)
  const relations = numbers.map(
    (at) => `<Relationship Id="r${at}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at}.xml"/>`,
  )
  const lines = sentences(rows, 5).map((text, at) => {
    const row = at + 1
    return `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}" t="inlineStr"><is><t>${text}</t></is></c></row>`
  })
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
    ...Object.fromEntries(
      numbers.map((at) => [
        `xl/worksheets/sheet${at}.xml`,
        `<worksheet ${MAIN}><sheetData>${lines.join('')}</sheetData></worksheet>`,
      ]),
    ),
  }
  return writeZip(Object.entries(parts).map(([name, data]) => ({ name, data: `<?xml version="1.0"?>${data}` })))
}

async function pdf(count: number): Promise<Buffer> {
  const blocks = sentences(count, 120).flatMap((text): Block[] => [{ kind: 'paragraph', text }, { kind: 'page-break' }])
  return typesetPdf(
    { title: 'Bench', author: 'Bench', face: 'Times', size: 11, runningHeader: 'Bench', footer: String },
    blocks.slice(0, -1),
  )
}

async function footnotes(count: number): Promise<Buffer> {
  const texts = sentences(count, 12)
  const notes = texts.map((text, at) => [at + 1, { children: [new Paragraph(`Note ${text}`)] }])
  const children = texts.map(
    (text, at) => new Paragraph({ children: [new TextRun(text), new FootnoteReferenceRun(at + 1)] }),
  )
  return Packer.toBuffer(new Document({ footnotes: Object.fromEntries(notes), sections: [{ children }] }))
}
