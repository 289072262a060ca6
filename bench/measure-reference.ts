import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openDataset } from '../library/index/reference-dataset.ts'
import { openReferenceReader, type ReferenceReader } from '../library/index/reference-reader.ts'
import { type NewDocument, openReferenceWriter } from '../library/index/reference-writer.ts'
import type { ReferencePlace, StoreAccess } from '../library/reference/reference-place.ts'
import { searchReference } from '../library/reference/search-reference.ts'
import type { Measurement } from './measurement.ts'
import { quantiles } from './quantiles.ts'
import { createRandomText } from './random-text.ts'
import { temporaryFolder } from './temporary-home.ts'

const DIMENSIONS = 384
const PASSAGES_PER_DOCUMENT = 20
const DOCUMENTS_PER_WRITE = 100
const QUESTIONS = 60
const KIND = { embedder: { id: 'synthetic', revision: 'synthetic', dimensions: DIMENSIONS }, readingVersion: '1' }
const STORE_PASSAGES = 100_000
/** What a request takes to a server in the house, and to one far away. */
const STORE_DELAYS_MS = [0, 20]

/**
 * Reference libraries of synthetic texts and vectors in a folder: building, size, opening, searching by words and meaning. `CONSILIUM_BENCH_PASSAGES=1000000` for other sizes (a million: 6 GB of disk, 8 minutes).
 */
export async function* measureReference(): AsyncGenerator<Measurement> {
  const { CONSILIUM_BENCH_PASSAGES: given } = process.env
  const sizes = given ? given.split(',').map(Number) : [10_000, 100_000]
  for (const passages of sizes) {
    await using folder = await temporaryFolder()
    const place = { address: join(folder.path, 'library'), access: null }
    const built = await build(place, passages)
    const sizeMb = Math.round((await folderBytes(place.address)) / 1e6)
    yield { bench: 'reference', where: 'disk', ...built, sizeMb, ...(await search(place)), ...(await grow(place)) }
  }
}

/** The same in an object store: a real HTTP server in a process of its own, its answers late by so many milliseconds. */
export async function* measureReferenceStore(): AsyncGenerator<Measurement> {
  const server = fork(new URL('serve-objects.ts', import.meta.url))
  try {
    const [access] = (await once(server, 'message')) as [StoreAccess]
    const place = { address: 's3://bench/library', access }
    const built = await build(place, STORE_PASSAGES)
    for (const delayMs of STORE_DELAYS_MS) {
      await requestsSince(server, delayMs)
      const found = await search(place)
      const requests = await requestsSince(server, 0)
      yield { bench: 'reference', where: `object store, ${delayMs} ms a request`, ...built, ...found, requests }
    }
  } finally {
    server.kill()
  }
}

async function requestsSince(server: ChildProcess, delayMs: number): Promise<number> {
  const answer = once(server, 'message')
  server.send(delayMs)
  return ((await answer) as [number])[0]
}

async function build(place: ReferencePlace, passages: number) {
  const make = createDocuments(passages)
  const startedMs = performance.now()
  using dataset = await openDataset(place, {}, 'write')
  const writer = await openReferenceWriter(dataset, KIND)
  for (let written = 0; written < passages; written += DOCUMENTS_PER_WRITE * PASSAGES_PER_DOCUMENT)
    await writer.put(Array.from({ length: DOCUMENTS_PER_WRITE }, make))
  const writtenMs = performance.now()
  await writer.publish('')
  return {
    passages,
    writeSeconds: seconds(writtenMs - startedMs),
    publishSeconds: seconds(performance.now() - writtenMs),
    buildMemoryMb: memoryMb(),
  }
}

/** One more hundredth, as after some files have changed. */
async function grow(place: ReferencePlace) {
  using dataset = await openDataset(place, {}, 'write')
  const writer = await openReferenceWriter(dataset, KIND)
  const documents = Math.ceil((0.01 * writer.known.size * PASSAGES_PER_DOCUMENT) / PASSAGES_PER_DOCUMENT)
  const startedMs = performance.now()
  await writer.put(Array.from({ length: documents }, createDocuments(7)))
  await writer.publish('')
  return { addHundredthSeconds: seconds(performance.now() - startedMs) }
}

async function search(place: ReferencePlace) {
  const text = createRandomText(99)
  const vectorOf = createVectors(text.random)
  const openMs = performance.now()
  using reader = await openReferenceReader(place, {})
  const openedMs = performance.now()
  const ask = async () => {
    const [question, vector, startedMs] = [text.words(8), vectorOf(), performance.now()]
    await searchReference(reader, question, vector, 5)
    return performance.now() - startedMs
  }
  const firstMs = await ask()
  const times: number[] = []
  for (let question = 0; question < QUESTIONS; question += 1) times.push(await ask())
  return {
    openMs: Math.round(openedMs - openMs),
    firstSearchMs: Math.round(firstMs),
    searchMs: quantiles(times),
    byWordsMs: quantiles(await timed(() => reader.byWords(text.words(8), 50))),
    byMeaningMs: quantiles(await timed(() => reader.byMeaning(vectorOf(), 50))),
    documentsMs: quantiles(await timed(() => reader.documentsByWords(text.words(8), 50))),
    searchMemoryMb: memoryMb(),
  }
}

async function timed(work: () => ReturnType<ReferenceReader['byWords'] | ReferenceReader['documentsByWords']>) {
  const times: number[] = []
  for (let round = 0; round < QUESTIONS; round += 1) {
    const startedMs = performance.now()
    await work()
    times.push(performance.now() - startedMs)
  }
  return times
}

/**
 * Vectors in clusters, as those of texts are: evenly spread ones have no neighbours to be found. The clusters are always the
 * same, so that questions fall among the passages.
 */
function createVectors(random: () => number): () => Float32Array {
  const { random: ofCentres } = createRandomText(1)
  const centres = Array.from({ length: 500 }, () => Float32Array.from({ length: DIMENSIONS }, () => ofCentres() - 0.5))
  return () => {
    const centre = centres[Math.floor(random() * centres.length)] ?? new Float32Array(DIMENSIONS)
    const vector = centre.map((value) => value + 0.7 * (random() - 0.5))
    const length = Math.hypot(...vector)
    return vector.map((value) => value / length)
  }
}

function createDocuments(seed: number): () => NewDocument {
  const text = createRandomText(seed)
  const vectorOf = createVectors(text.random)
  let made = 0
  return () => {
    made += 1
    const path = `${seed}/${made}.txt`
    const parts = Array.from({ length: PASSAGES_PER_DOCUMENT }, () => text.words(120))
    const whole = parts.join('\n')
    const page = {
      page: null,
      label: null,
      state: 'text',
      reason: null,
      start: 0,
      characters: whole.length,
      blocks: [],
    }
    let start = 0
    const passages = parts.map((part) => {
      const passage = { start, end: start + part.length, page: null, section: '', byOcr: false }
      start += part.length + 1
      return { ...passage, indexText: `${path}\n${part}`, vector: vectorOf() }
    })
    const sha256 = made.toString(16).padStart(64, '0')
    const common = { path, sha256, title: path, mediaType: 'text/plain', warnings: '[]' }
    return {
      document: { ...common, pages: JSON.stringify([page]), pageCount: 1, indexText: `${path}\n${whole}` },
      passages,
    }
  }
}

async function folderBytes(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true })
  const sizes = await Promise.all(names.map(async (name) => stat(join(folder, name))))
  return sizes.reduce((sum, found) => sum + (found.isFile() ? found.size : 0), 0)
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10
}

function memoryMb(): number {
  return Math.round(process.memoryUsage().rss / 1e6)
}
