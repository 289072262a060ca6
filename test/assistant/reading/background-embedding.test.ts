import { describe, expect, test } from 'vitest'
import { createEvents } from '../../../assistant/home/events.ts'
import { createBackgroundEmbedding } from '../../../assistant/reading/background-embedding.ts'
import { createReadingTeller } from '../../../assistant/reading/reading.ts'
import { removeDocument } from '../../../assistant/reading/take-attachments.ts'
import type { AppEvent } from '../../../contract/application.ts'
import type { Embedder } from '../../../models/embedder.ts'
import { createHashEmbedder } from '../../../models/stand-ins.ts'
import { ProcessLostError } from '../../../processes/supervise.ts'
import { addDocument } from '../../store/matter/new-matter.ts'
import { matterInUse, type MatterInUse } from '../matter-in-use.ts'
import { until } from '../../patience.ts'

const slow = (embedder: Embedder, onBatch: () => unknown = () => {}): Embedder => ({
  ...embedder,
  async embed(texts, kind, signal) {
    await new Promise((resolve) => setTimeout(resolve, 5))
    await onBatch()
    return embedder.embed(texts, kind, signal)
  },
})

async function withDocuments(use: MatterInUse, ...texts: string[]) {
  for (const [n, text] of texts.entries()) {
    const { documentId } = await addDocument(use.matter.store as never, `${n}.txt`, text)
    await use.matter.library.take(documentId)
  }
}

function embedding(use: MatterInUse, chosen: () => Embedder | null) {
  const events = createEvents()
  return createBackgroundEmbedding({ embedder: async () => chosen(), foreground: use.foreground, events })
}
const usesVectors = async (use: MatterInUse) =>
  (await use.matter.library.search({ question: 'x', limit: 1 })).usedVectors

describe('embedding in the background', () => {
  test('gives every passage its vector, and search uses them', async () => {
    await using use = await matterInUse()
    await withDocuments(use, 'the tenant gave notice', 'the landlord gave none')
    const model = createHashEmbedder(8)
    await use.matter.library.useEmbedder(model)
    expect(await usesVectors(use)).toBe(false)
    await embedding(use, () => model).run(use.matter)
    expect(use.matter.store.vectors.count(model.info.revision)).toEqual({ passages: 8, missing: 0 })
    expect(await usesVectors(use)).toBe(true)
  })

  test('goes over to another model that is chosen meanwhile, and keeps to it', async () => {
    await using use = await matterInUse()
    await withDocuments(use, ...Array.from({ length: 12 }, (_, n) => `word${n} and nine other words of one text here`))
    let batchesOfFirst = 0
    const switched = Promise.withResolvers<void>()
    // However busy the computer is, most of the passages are left when the other model is chosen.
    const first = slow(createHashEmbedder(8), () => {
      batchesOfFirst += 1
      return batchesOfFirst > 2 ? switched.promise : undefined
    })
    const second = createHashEmbedder(16)
    let chosen: Embedder = first
    const background = embedding(use, () => chosen)
    await use.matter.library.useEmbedder(first)
    const early = background.run(use.matter)
    await until(() => use.matter.store.vectors.revisions().some(({ revision }) => revision === first.info.revision))
    chosen = second
    await use.matter.library.useEmbedder(second)
    switched.resolve()
    await Promise.all([background.run(use.matter), early])
    expect(use.matter.store.vectors.count(second.info.revision).missing).toBe(0)
    expect(use.matter.library.revision).toBe(second.info.revision)
    expect(batchesOfFirst).toBeLessThanOrEqual(3)
    expect(await usesVectors(use)).toBe(true)
    expect(background.isRunning).toBe(false)
  })

  test('goes on when a document is removed while its passages are with the model', async () => {
    await using use = await matterInUse()
    await withDocuments(use, 'one two three', 'four five six')
    const [first] = use.matter.store.documents.list(null)
    let removing: Promise<unknown> | null = null
    const model = slow(createHashEmbedder(8), () => {
      return (removing ??= removeDocument(use.matter, use.queue, first?.documentId ?? ''))
    })
    await use.matter.library.useEmbedder(model)
    await embedding(use, () => model).run(use.matter)
    expect(await removing).toBe(0)
    expect(use.matter.store.vectors.count(model.info.revision)).toEqual({ passages: 3, missing: 0 })
  })

  test('ends quietly when the model cannot be run', async () => {
    await using use = await matterInUse()
    await withDocuments(use, 'one two')
    const model = { ...createHashEmbedder(8), embed: () => Promise.reject(new ProcessLostError('gone')) }
    await embedding(use, () => model).run(use.matter)
    expect(use.matter.store.vectors.count(model.info.revision).missing).toBe(2)
  })

  test('stops at once when the matter closes, and keeps what is done', async () => {
    await using use = await matterInUse()
    await withDocuments(use, ...Array.from({ length: 10 }, (_, n) => `text ${n}`))
    const model = slow(createHashEmbedder(8))
    const background = embedding(use, () => model)
    const done = background.run(use.matter)
    await until(() => use.matter.store.vectors.count(model.info.revision).missing < 20)
    await background.stop(use.matter.id)
    await done
    const { missing } = use.matter.store.vectors.count(model.info.revision)
    expect(missing).toBeGreaterThan(0)
    expect(missing).toBeLessThan(20)
  })
})

describe('telling the windows how reading goes', () => {
  test('says little however much happens, and always the last word', async () => {
    const events = createEvents()
    const heard: AppEvent[] = []
    events.add((event) => heard.push(event))
    let done = 0
    const progress = () => ({ matter: 'm', running: true, documentsDone: done }) as never
    const isTold = (count: number) =>
      heard.some((event) => event.type === 'reading' && event.progress.documentsDone === count)
    using teller = createReadingTeller({ events, progress, onEnd: () => {} })
    for (const goal of [50, 100]) {
      for (; done < goal; done += 1) teller.take({ type: 'end', documentId: 'd', state: 'ready' })
      await until(() => isTold(goal))
    }
    expect(heard.length).toBeLessThan(15)
    expect(heard.at(-1)).toEqual({ type: 'documents-changed', matter: 'm' })
  })
})
