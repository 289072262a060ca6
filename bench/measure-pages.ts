import { writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { typesetPdf } from '../scripts/samples/typeset-pdf.ts'
import type { Block } from '../scripts/samples/markup.ts'
import { buildIfNeeded } from '../scripts/build.ts'
import type { Measurement } from './measurement.ts'
import { openBenchAssistant } from './open-bench-assistant.ts'
import { threadsFor } from '../models/computer.ts'
import { listInstalled } from '../models/installed.ts'
import type { EmbeddingLoad } from '../models/local/protocol.ts'
import { pageParts } from './page-parts.ts'
import { plainAdd } from './plain-add.ts'
import { createRandomText } from './random-text.ts'
import { temporaryFolder } from './temporary-home.ts'
import { medianRun, type Run, ratioOfRuns, timedRun } from './timed-run.ts'

const PAGES = 1000
const PAIRS = 5
/** A thousand pages take five minutes to embed, each time; what they cost grows with their number. */
const EMBEDDED_PAGES = 100
const EMBEDDED_PAIRS = 3

/**
 * A PDF of a thousand pages of text: the whole add, against a plain script with the same parser, and on a hundred pages
 * with the same embedder too. Both in turn, in this process, the app's child processes as they are built for users.
 */
export async function* measurePages(): AsyncGenerator<Measurement> {
  await buildIfNeeded()
  await using folder = await temporaryFolder()
  const thousand = await pdfOf(folder.path, PAGES)
  yield await comparePlain(thousand, folder.path)
  yield await parts(thousand.bytes, folder.path)
  const load = await installedEmbedder()
  if (load) yield await compareEmbedded(await pdfOf(folder.path, EMBEDDED_PAGES), load, folder.path)
}

type Pdf = { readonly file: string; readonly bytes: Buffer; readonly pages: number }

async function comparePlain(pdf: Pdf, folder: string): Promise<Measurement> {
  const app: Run[] = []
  const plain: Run[] = []
  for (let pair = 0; pair < PAIRS; pair += 1) {
    app.push(await wholeAdd(pdf, join(folder, `pages ${pair}`), join(folder, 'no models')))
    plain.push(await timedRun(() => plainAdd(pdf.bytes, null)))
  }
  return {
    bench: 'pages',
    pages: pdf.pages,
    pairs: PAIRS,
    app: medianRun(app),
    plain: medianRun(plain),
    appOverPlain: ratioOfRuns(app, plain),
    load: loadavg()[0],
  }
}

/** Against three scripts that differ in what they embed, and how (`PlainEmbedding`). */
async function compareEmbedded(pdf: Pdf, load: EmbeddingLoad, folder: string): Promise<Measurement> {
  const app: Run[] = []
  const runs = { plain: [] as Run[], sameTexts: [] as Run[], inEights: [] as Run[] }
  for (let pair = 0; pair < EMBEDDED_PAIRS; pair += 1) {
    let texts: readonly string[] = []
    app.push(await wholeAdd(pdf, join(folder, `embedded ${pair}`), undefined, (found) => (texts = found)))
    runs.plain.push(await timedRun(() => plainAdd(pdf.bytes, { pieces: 'one by one', load })))
    runs.sameTexts.push(await timedRun(() => plainAdd(pdf.bytes, { texts, load })))
    if (load.format === 'onnx') runs.inEights.push(await timedRun(() => plainAdd(pdf.bytes, { pieces: 'usual', load })))
  }
  return {
    bench: 'pages-embedded',
    pages: pdf.pages,
    pairs: EMBEDDED_PAIRS,
    app: medianRun(app),
    plain: medianRun(runs.plain),
    appOverPlain: ratioOfRuns(app, runs.plain),
    appOverSameTexts: ratioOfRuns(app, runs.sameTexts),
    appOverInEights: ratioOfRuns(app, runs.inEights),
    load: loadavg()[0],
  }
}

async function parts(bytes: Buffer, folder: string): Promise<Measurement> {
  await using opened = await openBenchAssistant(join(folder, 'parts'), { models: join(folder, 'no models') })
  await opened.client.matter.create({ name: 'Parts' })
  const found = Object.entries(await pageParts(bytes, opened.assistant))
  return {
    bench: 'pages-parts',
    processorSeconds: Object.fromEntries(found.map(([name, cost]) => [name, Math.round(cost * 100) / 100])),
  }
}

/** From the call to the last event: read, split, embedded, stored and in the index. The reader, and the model, start meanwhile. */
async function wholeAdd(
  { file, pages }: Pdf,
  home: string,
  models: string | undefined,
  onTexts?: (texts: readonly string[]) => void,
): Promise<Run> {
  await using opened = await openBenchAssistant(home, { ...(models && { models }), isBuilt: true })
  const { client, assistant } = opened
  await client.matter.create({ name: 'Bench' })
  const { reader, embedding } = assistant.processes
  const add = async () => {
    for await (const _event of await client.library.addPaths({ matter: 'Bench', paths: [file] }));
  }
  const run = await timedRun(add, () => [reader.pid, embedding.pid])
  const { store } = await assistant.matters.open('Bench')
  const [row] = store.documents.list(store.vectors.revisions()[0]?.revision ?? null)
  if (row?.pagesWithText !== pages || (onTexts && row.passagesEmbedded !== row.passages))
    throw new Error(`Expected ${pages} pages, got ${JSON.stringify(row)}`)
  onTexts?.(store.passages.list(row.textVersionId ?? 0).map(({ indexText }) => indexText))
  return run
}

async function installedEmbedder(): Promise<EmbeddingLoad | null> {
  const folder = process.env.CONSILIUM_MODELS ?? fileURLToPath(new URL('../.models', import.meta.url))
  const threads = Number(process.env.CONSILIUM_THREADS ?? threadsFor(availableParallelism()))
  for (const { model, path } of await listInstalled(folder))
    if (model.kind === 'embedding') return { ...model.embedding, path, threads }
  return null
}

async function pdfOf(folder: string, pages: number): Promise<Pdf> {
  const random = createRandomText(11)
  const blocks = Array.from({ length: pages }, (_, at): Block[] => [
    { kind: 'heading', text: random.words(4) },
    ...Array.from({ length: 4 }, (): Block => ({ kind: 'paragraph', text: `${random.words(70)}.` })),
    ...(at + 1 < pages ? ([{ kind: 'page-break' }] as const) : []),
  ]).flat()
  const bytes = await typesetPdf(
    {
      title: 'Bench',
      author: 'Bench',
      size: 11,
      face: 'Times',
      runningHeader: 'Bench',
      footer: (page, count) => `${page} of ${count}`,
    },
    blocks,
  )
  const file = join(folder, `${pages} pages.pdf`)
  await writeFile(file, bytes)
  return { file, bytes, pages }
}
