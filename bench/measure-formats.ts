import { fileURLToPath } from 'node:url'
import { readDocument } from '../library/read/read-document.ts'
import { READ_LIMITS } from '../library/read/read-limits.ts'
import type { ReadResult } from '../library/read/read-page.ts'
import { isAttached, type ReadItem } from '../library/read/read-source.ts'
import { createRemoteReader } from '../library/remote-reader.ts'
import { forkChild } from '../processes/fork-child.ts'
import { supervise } from '../processes/supervise.ts'
import type { Block } from '../scripts/samples/markup.ts'
import { typesetDocx } from '../scripts/samples/typeset-docx.ts'
import { typesetPdf } from '../scripts/samples/typeset-pdf.ts'
import type { Measurement } from './measurement.ts'
import { median } from './quantiles.ts'
import { createRandomText } from './random-text.ts'

const PAIRS = 5
const SECTIONS = 80
const PARAGRAPHS = 4

/** Reading each format through the reader process, against the same parser called in one script: A B A B. */
export async function* measureFormats(): AsyncGenerator<Measurement> {
  const program = fileURLToPath(new URL('../library/reader.ts', import.meta.url))
  await using process = supervise('reader', () => forkChild(program, { heapMb: 512 }))
  const reader = createRemoteReader(process)
  const never = new AbortController().signal
  for (const [name, bytes] of Object.entries(await documents())) {
    const ratios: number[] = []
    const seconds: number[] = []
    let found = { pages: 0, characters: 0 }
    for (let pair = 0; pair <= PAIRS; pair += 1) {
      const ours = await timed(reader.read({ name, sizeBytes: bytes.length, chunks: () => [bytes] }))
      const plain = await timed(readDocument(bytes, { name }, READ_LIMITS, never))
      found = ours.found
      // The first pair starts the process and warms both up.
      if (pair === 0) continue
      seconds.push(ours.seconds)
      ratios.push(plain.seconds / ours.seconds)
    }
    yield {
      bench: 'formats',
      format: name.split('.')[1],
      pairs: PAIRS,
      bytes: bytes.length,
      ...found,
      pagesPerSecond: Math.round(found.pages / median(seconds)),
      charactersPerSecond: Math.round(found.characters / median(seconds)),
      appOverPlain: Math.round(1000 * median(ratios)) / 1000,
    }
  }
}

async function timed(reading: AsyncGenerator<ReadItem, ReadResult, void>) {
  const startedMs = performance.now()
  const found = { pages: 0, characters: 0 }
  for await (const item of reading) {
    if (isAttached(item)) continue
    found.pages += 1
    found.characters += item.text.length
  }
  return { found, seconds: (performance.now() - startedMs) / 1000 }
}

/** The same headings and paragraphs in every format, about as long as a hundred printed pages. */
async function documents(): Promise<Readonly<Record<string, Buffer>>> {
  const text = createRandomText(7)
  const sections = Array.from({ length: SECTIONS }, (_, index) => ({
    heading: `${index + 1}. ${text.words(4)}`,
    paragraphs: Array.from({ length: PARAGRAPHS }, () => `${text.words(150)}.`),
  }))
  const blocks = sections.flatMap(({ heading, paragraphs }): Block[] => [
    { kind: 'heading', text: heading },
    ...paragraphs.map((one): Block => ({ kind: 'paragraph', text: one })),
  ])
  const joined = (head: (heading: string) => string, body: (paragraph: string) => string) =>
    Buffer.from(sections.map((one) => [head(one.heading), ...one.paragraphs.map(body)].join('\n\n')).join('\n\n'))
  const look = { title: 'Bench', author: 'Bench', size: 11 }
  return {
    'bench.pdf': await typesetPdf(
      { ...look, face: 'Times', runningHeader: 'Bench', footer: (page, pages) => `${page} of ${pages}` },
      blocks,
    ),
    'bench.docx': await typesetDocx({ ...look, font: 'Times New Roman', header: 'Bench', footer: 'Bench' }, blocks),
    'bench.html': joined(
      (heading) => `<h2>${heading}</h2>`,
      (paragraph) => `<p>${paragraph}</p>`,
    ),
    'bench.md': joined(
      (heading) => `## ${heading}`,
      (paragraph) => paragraph,
    ),
    'bench.txt': joined(
      (heading) => heading,
      (paragraph) => paragraph,
    ),
  }
}
