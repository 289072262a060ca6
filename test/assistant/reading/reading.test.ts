import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createEvents } from '../../../assistant/home/events.ts'
import { createReading } from '../../../assistant/reading/reading.ts'
import { createHashEmbedder } from '../../../models/stand-ins.ts'
import { forkChild } from '../../../processes/fork-child.ts'
import { ProcessLostError, supervise } from '../../../processes/supervise.ts'
import { matterInUse, noOffice } from '../matter-in-use.ts'
import { until } from '../../patience.ts'

test('vectors that were lost with the embedding process follow once the documents are read', async () => {
  await using use = await matterInUse()
  const program = fileURLToPath(new URL('../../../library/reader.ts', import.meta.url))
  await using process = supervise('reader', () => forkChild(program, { heapMb: 256 }))
  const model = createHashEmbedder()
  let dies = true
  const embedder = {
    ...model,
    embed: (...input: Parameters<typeof model.embed>) =>
      dies ? Promise.reject(new ProcessLostError('embedding')) : model.embed(...input),
  }
  const { matter, foreground } = use
  const reading = createReading({
    process,
    embedder: async () => embedder,
    foreground,
    events: createEvents(),
    ocrDataFolder: null,
    office: noOffice,
    now: () => new Date(),
    onEnd: () => (dies = false),
  })
  const queue = reading.queue(matter)
  const addedAt = '2026-01-01T00:00:00.000Z'
  const row = { root: 'files', path: 'a.txt', state: 'queued', mediaType: '', bytes: 10, addedAt } as const
  queue.add(matter.store.documents.add(row), await use.write('a.txt', 'the tenant gave notice'))
  queue.run()
  await until(() => matter.store.vectors.count(model.info.revision).passages > 0)
  await until(() => matter.store.vectors.count(model.info.revision).missing === 0)
  await until(() => !reading.isBusy)
  expect(matter.store.documents.list(model.info.revision)).toMatchObject([{ state: 'ready', passagesEmbedded: 1 }])
  await reading.close(matter.id)
})
