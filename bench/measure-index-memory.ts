import { openMatterLibrary } from '../library/matter-library.ts'
import type { Measurement } from './measurement.ts'
import { makeSealedMatter } from './sealed-matter.ts'

const DOCUMENTS = 100
const CHANGES = [100, 1000] as const

/**
 * Memory of an open matter of 100 documents while one after the other is given another text, each change taken into the index at
 * once: all that is resident, and what of it lies outside JavaScript's heap, which gives its own back later. What the documents no
 * longer show is removed from the store as when a matter is opened, for its page cache, up to 128 MB, would grow with its file.
 */
export async function* measureIndexMemory(): AsyncGenerator<Measurement> {
  await using sealed = await makeSealedMatter(1)
  const matter = await sealed.unlock()
  for (let document = 0; document < DOCUMENTS; document += 1) await sealed.put(matter, `${document}.txt`)
  await using library = await openMatterLibrary(matter, sealed.embedder)
  const search = () => library.search({ question: sealed.words(8), limit: 10 })
  await search()
  const outside: number[] = []
  let made = 0
  for (const changes of CHANGES) {
    for (; made < changes; made += 1) {
      await library.take(await sealed.put(matter, `${made % DOCUMENTS}.txt`))
      await matter.originals.sweep()
      await search()
    }
    const { rss, heapTotal } = process.memoryUsage()
    outside.push(rss - heapTotal)
    const megabytes = { residentMb: Math.round(rss / 1e6), outsideHeapMb: Math.round((rss - heapTotal) / 1e6) }
    const growth = Math.round((100 * (outside.at(-1) ?? 0)) / (outside[0] ?? 1)) / 100
    yield { bench: 'index-memory', documents: DOCUMENTS, changes, ...megabytes, growth }
  }
}
