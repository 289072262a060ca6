import { openMatterLibrary } from '../library/matter-library.ts'
import type { Measurement } from './measurement.ts'
import { quantiles } from './quantiles.ts'
import { makeSealedMatter, PASSAGES_PER_DOCUMENT } from './sealed-matter.ts'

const QUESTIONS = 60

/**
 * Search in a sealed matter with synthetic texts and vectors: unlocking to the first search, then p50 and p95, as it grows. Before, the
 * matter was open once, in which its texts were read for the index, as they are when documents are added.
 */
export async function* measureSearch(): AsyncGenerator<Measurement> {
  for (const passages of [1000, 10_000, 100_000]) yield await measureAt(passages)
}

async function measureAt(passages: number): Promise<Measurement> {
  await using sealed = await makeSealedMatter(passages)
  const filled = await sealed.unlock()
  for (let document = 0; document < passages / PASSAGES_PER_DOCUMENT; document += 1)
    await sealed.put(filled, `${document}.txt`)
  const readFrom = process.threadCpuUsage()
  await (await openMatterLibrary(filled, sealed.embedder))[Symbol.asyncDispose]()
  const reading = process.threadCpuUsage(readFrom)
  await sealed.lock()

  const unlockMs = performance.now()
  const used = process.threadCpuUsage()
  await using library = await openMatterLibrary(await sealed.unlock(), sealed.embedder)
  const ask = async () => {
    const startedMs = performance.now()
    await library.search({ question: sealed.words(8), limit: 10 })
    return performance.now() - startedMs
  }
  await ask()
  const unlockToFirstSearchMs = Math.round(performance.now() - unlockMs)
  const { user, system } = process.threadCpuUsage(used)
  const asked: number[] = []
  for (let question = 0; question < QUESTIONS; question += 1) asked.push(await ask())
  return {
    bench: 'search',
    passages,
    unlockToFirstSearchMs,
    unlockProcessorMs: Math.round((user + system) / 1000),
    readingProcessorMs: Math.round((reading.user + reading.system) / 1000),
    searchMs: quantiles(asked),
    memoryMb: Math.round(process.memoryUsage().rss / 1e6),
  }
}
