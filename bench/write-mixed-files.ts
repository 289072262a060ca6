import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Block } from '../scripts/samples/markup.ts'
import { typesetDocx } from '../scripts/samples/typeset-docx.ts'
import { typesetPdf } from '../scripts/samples/typeset-pdf.ts'
import { writeZip } from '../scripts/write-zip.ts'
import { createRandomText } from './random-text.ts'

const KINDS = ['txt', 'pdf', 'docx', 'eml', 'csv', 'html', 'md', 'zip'] as const
const PAGES = 6

/** So many invented files of eight kinds, some with others inside, the same for the same seed. */
export async function writeMixedFiles(folder: string, count: number, seed: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  const random = createRandomText(seed)
  for (let at = 0; at < count; at += 1) {
    const kind = KINDS[at % KINDS.length] ?? 'txt'
    await writeFile(join(folder, `${String(at).padStart(3, '0')}.${kind}`), await fileOf(kind, () => random.words(60)))
  }
}

async function fileOf(kind: (typeof KINDS)[number], words: () => string): Promise<string | Buffer> {
  const paragraphs = Array.from({ length: PAGES }, words)
  if (kind === 'pdf') return typesetPdf(LOOK, blocksOf(paragraphs))
  if (kind === 'docx')
    return typesetDocx({ ...LOOK, font: 'Times', header: 'Bench', footer: 'Bench' }, blocksOf(paragraphs))
  if (kind === 'eml') return mail(paragraphs[0] ?? '', words())
  if (kind === 'csv') return paragraphs.map((text, row) => `${row},${text.split(' ').slice(0, 3).join(',')}`).join('\n')
  if (kind === 'html') return `<h1>Title</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`
  if (kind === 'zip') return writeZip(paragraphs.map((data, inner) => ({ name: `inside/${inner}.txt`, data })))
  return paragraphs.join('\n\n')
}

const LOOK = {
  title: 'Bench',
  author: 'Bench',
  size: 11,
  face: 'Times',
  runningHeader: 'Bench',
  footer: String,
} as const

function blocksOf(paragraphs: readonly string[]): readonly Block[] {
  return paragraphs.flatMap((text): Block[] => [{ kind: 'paragraph', text }, { kind: 'page-break' }])
}

function mail(text: string, attached: string): string {
  const part = (type: string, body: string) => `--b\r\nContent-Type: text/plain${type}\r\n\r\n${body}\r\n`
  const head = 'From: a@example.org\r\nTo: b@example.org\r\nSubject: Bench\r\nMIME-Version: 1.0'
  const attachment = '; name="note.txt"\r\nContent-Disposition: attachment; filename="note.txt"'
  return `${head}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${part('', text)}${part(attachment, attached)}--b--\r\n`
}
