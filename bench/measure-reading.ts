import { join } from 'node:path'
import type { Measurement } from './measurement.ts'
import { openBenchAssistant } from './open-bench-assistant.ts'
import { temporaryFolder } from './temporary-home.ts'
import { writeTexts } from './write-texts.ts'

const DOCUMENTS = 40

/** A whole add: read, split, embed, index; documents and passages a second. */
export async function* measureReading(): AsyncGenerator<Measurement> {
  await using folder = await temporaryFolder()
  await using assistant = await openBenchAssistant(join(folder.path, 'home'))
  const { client } = assistant
  await client.matter.create({ name: 'Bench' })
  const texts = await writeTexts(join(folder.path, 'texts'), DOCUMENTS, 1500, 3)
  const startedMs = performance.now()
  for await (const _event of await client.library.addPaths({ matter: 'Bench', paths: [texts] }));
  const seconds = (performance.now() - startedMs) / 1000
  const rows = await client.library.documents({ matter: 'Bench' })
  const passages = rows.reduce((sum, row) => sum + row.passages, 0)
  const embedded = rows.reduce((sum, row) => sum + row.passagesEmbedded, 0)
  yield {
    bench: 'reading',
    documents: rows.length,
    passages,
    embedded,
    documentsPerSecond: Math.round((100 * rows.length) / seconds) / 100,
    passagesPerSecond: Math.round((10 * passages) / seconds) / 10,
  }
}
