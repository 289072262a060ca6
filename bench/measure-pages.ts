import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LiteParse } from '@llamaindex/liteparse'
import { typesetPdf } from '../scripts/samples/typeset-pdf.ts'
import type { Block } from '../scripts/samples/markup.ts'
import type { Measurement } from './main.ts'
import { openBenchAssistant } from './open-bench-assistant.ts'
import { threadsFor } from '../models/computer.ts'
import { listInstalled } from '../models/installed.ts'
import { loadEmbedding } from '../models/local/load-embedding.ts'
import { median } from './quantiles.ts'
import { createRandomText } from './random-text.ts'
import { temporaryFolder } from './temporary-home.ts'

const PAGES = 1000
const PAIRS = 3
/** Embedding a thousand pages takes minutes. */
const EMBEDDED_PAIRS = 1
const PASSAGE_CHARACTERS = 1200
const BATCH = 8

/** A PDF of a thousand pages of text: the whole add, against a plain script with the same parser, and the same embedder. */
export async function* measurePages(): AsyncGenerator<Measurement> {
  await using folder = await temporaryFolder()
  const bytes = await thousandPages()
  const file = join(folder.path, 'pages.pdf')
  await writeFile(file, bytes)
  yield await compare('pages', PAIRS, file, bytes, folder.path, false)
  yield await compare('pages-embedded', EMBEDDED_PAIRS, file, bytes, folder.path, true)
}

async function compare(
  bench: string,
  pairs: number,
  file: string,
  bytes: Buffer,
  folder: string,
  embeds: boolean,
): Promise<Measurement> {
  const ours: number[] = []
  const plain: number[] = []
  for (let pair = 0; pair < pairs; pair += 1) {
    ours.push(await wholeAdd(file, join(folder, `${bench} ${pair}`), embeds))
    plain.push(await plainScript(bytes, embeds))
  }
  const ratios = ours.map((seconds, at) => (plain[at] ?? 0) / seconds)
  const [oursSeconds, plainSeconds] = [median(ours), median(plain)]
  return { bench, pages: PAGES, pairs, oursSeconds, plainSeconds, appOverPlain: median(ratios) }
}

/** Seconds from the call to the last event: read, split, embedded, stored and in the index. */
async function wholeAdd(file: string, home: string, embeds: boolean): Promise<number> {
  await using assistant = await openBenchAssistant(home, embeds ? undefined : join(home, 'no models'))
  const { client } = assistant
  await client.matter.create({ name: 'Bench' })
  const startedMs = performance.now()
  for await (const _event of await client.library.addPaths({ matter: 'Bench', paths: [file] }));
  const seconds = (performance.now() - startedMs) / 1000
  const [row] = await client.library.documents({ matter: 'Bench' })
  const lacking = embeds ? (row?.passages ?? 0) - (row?.passagesEmbedded ?? 0) : 0
  if (row?.pagesWithText !== PAGES || lacking > 0)
    throw new Error(`Expected ${PAGES} pages, got ${JSON.stringify(row)}`)
  return seconds
}

/** What a script of a few lines would do: parse, cut each page every 1,200 characters so that its number is known, embed. */
async function plainScript(bytes: Buffer, embeds: boolean): Promise<number> {
  const startedMs = performance.now()
  const parser = new LiteParse({
    ocrEnabled: false,
    quiet: true,
    outputFormat: 'markdown',
    extractBlocks: true,
    emitWordBoxes: true,
    numWorkers: 1,
  })
  const { pages } = await parser.parse(bytes)
  if (embeds) {
    await using embedder = await loadEmbedding(await installedEmbedder())
    const pieces = pages.flatMap(({ text }) => text.match(new RegExp(`[^]{1,${PASSAGE_CHARACTERS}}`, 'g')) ?? [])
    for (let from = 0; from < pieces.length; from += BATCH)
      await embedder.embed(pieces.slice(from, from + BATCH), 'passage', new AbortController().signal)
  }
  return (performance.now() - startedMs) / 1000
}

async function installedEmbedder() {
  const folder = process.env.CONSILIUM_MODELS ?? fileURLToPath(new URL('../.models', import.meta.url))
  const threads = Number(process.env.CONSILIUM_THREADS ?? threadsFor(availableParallelism()))
  for (const { model, path } of await listInstalled(folder))
    if (model.kind === 'embedding') return { ...model.embedding, path, threads }
  throw new Error(`There is no embedding model in ${folder}.`)
}

async function thousandPages(): Promise<Buffer> {
  const random = createRandomText(11)
  const blocks = Array.from({ length: PAGES }, (_, at): Block[] => [
    { kind: 'heading', text: random.words(4) },
    ...Array.from({ length: 4 }, (): Block => ({ kind: 'paragraph', text: `${random.words(70)}.` })),
    ...(at + 1 < PAGES ? ([{ kind: 'page-break' }] as const) : []),
  ]).flat()
  return typesetPdf(
    {
      title: 'Bench',
      author: 'Bench',
      size: 11,
      face: 'Times',
      runningHeader: 'Bench',
      footer: (page, pages) => `${page} of ${pages}`,
    },
    blocks,
  )
}
