import type { Embedder } from '../../models/embedder.ts'
import { createRemoteReader } from '../../library/remote-reader.ts'
import type { Supervised } from '../../processes/supervise.ts'
import type { Events } from '../events.ts'
import type { Foreground } from '../foreground.ts'
import type { OpenMatter } from '../open-matters.ts'
import { embedPassages } from './embed-passages.ts'
import { createReadingQueue, type ReadingQueue } from './reading-queue.ts'

/** The reading queues of the matters that are open, and the vectors that follow in the background. */
export interface Reading {
  queue(matter: OpenMatter): ReadingQueue
  /** Gives vectors to what lacks them, for a model that came after the documents; ends when all have theirs. */
  embedMissing(matter: OpenMatter): Promise<void>
  close(matterId: string): Promise<void>
  closeAll(): Promise<void>
}

export type ReadingOptions = {
  readonly process: Supervised
  readonly embedder: () => Promise<Embedder | null>
  readonly foreground: Foreground
  readonly events: Events
  readonly now: () => Date
  /** A document has ended, so that the totals of its matter have changed. */
  readonly onEnd: (matter: OpenMatter) => void
}

const TOLD_EVERY_MS = 250

export function createReading({
  process: supervised,
  embedder,
  foreground,
  events,
  now,
  onEnd,
}: ReadingOptions): Reading {
  const reader = createRemoteReader(supervised)
  const queues = new Map<string, ReadingQueue>()
  const embedding = new Map<string, { readonly stop: AbortController; readonly done: Promise<void> }>()

  function open(matter: OpenMatter): ReadingQueue {
    const queue = createReadingQueue({
      matter,
      reader,
      embedder,
      foreground,
      now,
      onTrouble: () => events.tell({ type: 'reading', progress: queue.progress() }),
    })
    let toldAt = 0
    queue.events.add(({ type }) => {
      if (type === 'change' && now().getTime() - toldAt < TOLD_EVERY_MS) return
      toldAt = now().getTime()
      events.tell({ type: 'reading', progress: queue.progress() })
      if (type === 'end') onEnd(matter)
      if (type !== 'change') events.tell({ type: 'documents-changed', matter: matter.id })
    })
    queues.set(matter.id, queue)
    return queue
  }

  async function embedAll({ id, store, library }: OpenMatter, signal: AbortSignal): Promise<void> {
    const model = await embedder()
    if (!model) return
    let embedded = 0
    for await (const count of embedPassages({ store, embedder: model, foreground }, signal)) embedded += count
    if (embedded === 0) return
    await library.useEmbedder(model)
    events.tell({ type: 'documents-changed', matter: id })
  }

  async function close(matterId: string): Promise<void> {
    embedding.get(matterId)?.stop.abort()
    await embedding.get(matterId)?.done.catch(() => {})
    const queue = queues.get(matterId)
    queues.delete(matterId)
    await queue?.[Symbol.asyncDispose]()
  }

  return {
    queue: (matter) => queues.get(matter.id) ?? open(matter),
    embedMissing(matter) {
      const known = embedding.get(matter.id)
      if (known) return known.done
      const stop = new AbortController()
      const done = embedAll(matter, stop.signal).finally(() => embedding.delete(matter.id))
      embedding.set(matter.id, { stop, done })
      return done
    },
    close,
    async closeAll() {
      for (const id of new Set([...queues.keys(), ...embedding.keys()])) await close(id)
    },
  }
}
