import { openMatterLibrary } from '../library/matter-library.ts'
import type { Measurement } from './measurement.ts'
import { makeSealedMatter } from './sealed-matter.ts'

const DOCUMENTS = 100
const CHANGES = [100, 1000] as const

/**
 * Resident memory of an open matter of 100 documents while one after the other is given another text, each change taken into the
 * index at once. What the documents no longer show is removed from the store as when a matter is opened, for its page cache, up to
 * 128 MB, would grow with its file. Run it alone: other measures leave their own memory in the process.
 */
export async function* measureIndexMemory(): AsyncGenerator<Measurement> {
  await using sealed = await makeSealedMatter(1)
  const matter = await sealed.unlock()
  for (let document = 0; document < DOCUMENTS; document += 1) await sealed.put(matter, `${document}.txt`)
  await using library = await openMatterLibrary(matter, sealed.embedder)
  const search = () => library.search({ question: sealed.words(8), limit: 10 })
  await search()
  const opened = process.memoryUsage()
  const megabytes: number[] = []
  let made = 0
  for (const changes of CHANGES) {
    for (; made < changes; made += 1) {
      await library.take(await sealed.put(matter, `${made % DOCUMENTS}.txt`))
      await matter.originals.sweep()
      await search()
    }
    megabytes.push(Math.round(process.memoryUsage().rss / 1e6))
  }
  const [first = 0, last = 0] = megabytes
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  yield {
    bench: 'index-memory',
    documents: DOCUMENTS,
    openedMb: Math.round(opened.rss / 1e6),
    after100Mb: first,
    after1000Mb: last,
    growth: Math.round((100 * last) / first) / 100,
    heapMb: Math.round(heapUsed / 1e6),
    arrayBuffersMb: Math.round(arrayBuffers / 1e6),
  }
}
