import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEvaluationSet } from '../assistant/questions/question-set.ts'
import type { Hit } from '../assistant/evaluation/metrics/retrieval-metrics.ts'
import type { OpenMatter } from '../assistant/home/open-matters.ts'
import type { SetQuestion } from '../contract/evaluation/evaluation.ts'
import { createMatterIndex, type MatterIndex } from '../library/index/matter-index.ts'
import type { EmbedQuery, SearchedIndex } from '../library/search/search-passages.ts'
import type { Embedder } from '../models/embedder.ts'
import type { Reranker } from '../models/reranker.ts'
import { type BenchAssistant, openBenchAssistant } from './open-bench-assistant.ts'

const EVALUATION = new URL('../../shared/eval/', import.meta.url)

/** Sets whose questions have spans in documents. */
export const RETRIEVAL_SETS = [
  'dragonball_law',
  'dragonball_medical',
  'legalbenchrag_contractnli',
  'legalbenchrag_privacy_qa',
  'covid_qa',
] as const

/** A set, read into a matter. */
export type RetrievalSet = AsyncDisposable & {
  readonly name: string
  /** Those with spans. */
  readonly questions: readonly SetQuestion[]
  readonly matter: OpenMatter
  readonly index: SearchedIndex
  /** Where the passage of a row lies. */
  readonly hitOf: (id: number) => Hit
}

export type RetrievalBench = AsyncDisposable & {
  /** Null where none is installed. */
  readonly reranker: Reranker | null
  /** Of the process that embeds and reranks. */
  readonly processId: () => Promise<number>
  readonly embedder: Embedder
  /** Kept on the disk, so that a later run has no text to embed. */
  readonly embed: EmbedQuery
  readonly open: (name: string) => Promise<RetrievalSet>
}

/**
 * The sets as the app reads and indexes them, in a home that is kept: CONSILIUM_BENCH_CACHE, else in the folder for temporary
 * files. The first run takes five minutes on two cores, later ones begin at once.
 */
export async function openRetrievalBench(): Promise<RetrievalBench> {
  const folder = process.env.CONSILIUM_BENCH_CACHE ?? join(tmpdir(), 'consilium-bench-retrieval')
  await mkdir(folder, { recursive: true })
  const bench = await openBenchAssistant(join(folder, 'home'))
  const embedder = await bench.assistant.shelf.embedder()
  if (!embedder) throw new Error('No embedding model is installed: consilium models get all-minilm-l6-v2-int8')
  const queries = await keptQueries(join(folder, `queries-${embedder.info.revision.slice(0, 16)}.json`), embedder)
  return {
    embedder,
    reranker: await bench.assistant.shelf.reranker(),
    processId: async () => (await embedder.report()).pid,
    embed: queries.embed,
    open: (name) => openSet(name, bench, embedder),
    async [Symbol.asyncDispose]() {
      await queries.save()
      await bench[Symbol.asyncDispose]()
    },
  }
}

async function openSet(name: string, { client, assistant }: BenchAssistant, embedder: Embedder): Promise<RetrievalSet> {
  // Reached by another way, the same documents would be added a second time.
  const folder = await realpath(new URL(name, EVALUATION))
  const set = await readEvaluationSet(folder)
  if (!(await client.matter.list()).some(({ matter }) => matter === name)) await client.matter.create({ name })
  for await (const event of await client.library.addPaths({ matter: name, paths: [join(folder, 'docs')] }))
    if (event.type === 'add-end' && event.failed > 0) throw new Error(`${event.failed} documents of ${name} failed.`)
  const row = (await client.matter.list()).find(({ matter }) => matter === name)
  const matter = await assistant.matters.open(row?.id ?? '')
  const index = createMatterIndex(matter.store)
  await index.add(matter.store.documents.list(null))
  await index.useVectors(embedder.info)
  return {
    name,
    questions: set.questions.filter(({ answerable, goldSpans }) => answerable && goldSpans.length > 0),
    matter,
    index: {
      passages: index.passages,
      documentsWith: index.documentsWith,
      vectors: index.vectorsOf(embedder.info.revision),
      allNames: index.allNames,
      documentCount: index.documentCount,
      documentOf: (id) => index.row(id)?.document ?? 0,
    },
    hitOf: placesOf(matter, index),
    [Symbol.asyncDispose]: async () => index[Symbol.dispose](),
  }
}

/** Each looked up once: a grid of weights asks for the same ones again and again. */
function placesOf({ store }: OpenMatter, index: MatterIndex): (id: number) => Hit {
  const paths = new Map(store.documents.list(null).map(({ documentId, document }) => [documentId, document]))
  const known = new Map<number, Hit>()
  return (id) => {
    const row = index.row(id)
    if (!row) throw new RangeError(`There is no row ${id}.`)
    const place = known.get(id) ?? { ...store.passages.get(row.passageId), document: paths.get(row.documentId) ?? '' }
    known.set(id, place)
    return place
  }
}

async function keptQueries(file: string, embedder: Embedder) {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  const kept = new Map(Object.entries(JSON.parse(text) as Record<string, number[]>))
  return {
    embed: async (query: string) => {
      const vector = kept.get(query) ?? [...((await embedder.embed([query], 'query'))[0] ?? [])]
      kept.set(query, vector)
      return Float32Array.from(vector)
    },
    save: () => writeFile(file, JSON.stringify(Object.fromEntries(kept))),
  }
}
