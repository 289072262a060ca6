import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writePdf } from '../../assistant/paper/write-pdf.ts'
import type { BenchAssistant } from '../open-bench-assistant.ts'
import type { ReadDocument } from './make-drafts.ts'

const EVALUATION = fileURLToPath(new URL('../../../shared/eval/', import.meta.url))
const FONTS = fileURLToPath(new URL('../../node_modules/pdfjs-dist/standard_fonts/', import.meta.url))

/** The sets; of `ingestion` the English files with pages and running text. */
export const SETS = ['dragonball_law', 'dragonball_medical', 'contract_nli', 'ingestion'] as const
export type SourceSet = (typeof SETS)[number]

const INGESTED = [
  'courtlistener/Diaz_v._Create_and_Construct__LLC_Appeals_Board_Opinion.pdf',
  'courtlistener/nda_document.pdf',
  'docling/pdf/sources/multi_page.pdf',
  'openpreserve/govdocs1-error-pdfs/error_set_1/427330.pdf',
  'openpreserve/govdocs1-error-pdfs/error_set_2/073439.pdf',
  'openpreserve/govdocs1-error-pdfs/error_set_2/189478.pdf',
  'openpreserve/govdocs1-error-pdfs/error_set_2/477139.pdf',
  'openpreserve/govdocs1-error-pdfs/error_set_2/507618.pdf',
  'openpreserve/govdocs1-error-pdfs/error_set_2/509284.pdf',
  'pdfbox/PDFBOX-4417-001031.pdf',
  'pdfbox/PDFBOX-5840-410609.pdf',
  'pdfbox/eu-001.pdf',
  'py-pdf/004-pdflatex-4-pages/pdflatex-4-pages.pdf',
  'unstructured/pdf/multi-column-2p.pdf',
]

/** Every second document by name: one half to develop on, the other to report. */
export async function filesOf(set: SourceSet, half: 'development' | 'report'): Promise<readonly string[]> {
  const names =
    set === 'ingestion'
      ? INGESTED.map((name) => join(EVALUATION, set, name))
      : (await readdir(join(EVALUATION, set, 'docs')))
          .filter((name) => name.endsWith('.txt'))
          .map((name) => join(EVALUATION, set, 'docs', name))
  return names.toSorted().filter((_, at) => (at % 2 === 0) === (half === 'development'))
}

/** Adds the files to a new matter. The records and judgments of dragonball become PDFs, so that they have pages as real ones do. */
export async function addFiles(
  { client }: Pick<BenchAssistant, 'client'>,
  matter: string,
  files: readonly string[],
  folder: string,
): Promise<void> {
  await client.matter.create({ name: matter })
  const into = join(folder, matter)
  await mkdir(into, { recursive: true })
  for (const file of files) {
    const name = file.split('/').at(-1) ?? file
    if (!file.includes('dragonball')) await copyFile(file, join(into, name))
    else await writeFile(join(into, name.replace(/\.txt$/, '.pdf')), await asPdf(await readFile(file, 'utf8')))
  }
  for await (const _event of await client.library.addPaths({ matter, paths: [into] }));
}

async function asPdf(text: string): Promise<Uint8Array> {
  const blocks = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'note' as const, text: line.replaceAll(/\*\*|\\$/g, '') }))
  return writePdf(blocks, FONTS)
}

export async function readDocuments(
  { client }: Pick<BenchAssistant, 'client'>,
  matter: string,
): Promise<readonly ReadDocument[]> {
  const rows = await client.library.documents({ matter })
  const read: ReadDocument[] = []
  for (const { document } of rows) {
    const pages = await client.library.text({ matter, document })
    read.push({ document, pages: pages.map(({ page, text }) => ({ page, text })) })
  }
  return read.toSorted((one, other) => (one.document < other.document ? -1 : 1))
}
