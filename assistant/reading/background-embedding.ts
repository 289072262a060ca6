import type { Embedder } from '../../models/embedder.ts'
import type { Events } from '../home/events.ts'
import type { Foreground } from '../home/foreground.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { embedPassages, isModelFailure } from './embed-passages.ts'

/** Vectors for what lacks them, such as after another embedding model was chosen. */
export interface BackgroundEmbedding {
  readonly isRunning: boolean
  /**
   * Ends when all passages have theirs; never throws: what is missing then is made up when the matter is opened again, and
   * until then search says that not all are there. A later call takes over from an earlier one, whose vectors are kept.
   */
  run(matter: OpenMatter): Promise<void>
  stop(matterId: string): Promise<void>
}

export type BackgroundEmbeddingOptions = {
  readonly embedder: () => Promise<Embedder | null>
  readonly foreground: Foreground
  readonly events: Events
}

type Running = { readonly stop: AbortController; readonly done: Promise<void> }

const TOLD_EVERY_MS = 1000

export function createBackgroundEmbedding(options: BackgroundEmbeddingOptions): BackgroundEmbedding {
  const running = new Map<string, Running>()

  async function stop(matterId: string): Promise<void> {
    const known = running.get(matterId)
    known?.stop.abort()
    await known?.done
  }
  async function begin(matter: OpenMatter, stopped: AbortSignal, before: Promise<void>): Promise<void> {
    await before
    try {
      if (!stopped.aborted) await embedAll(matter, options, stopped)
    } catch (error) {
      // A model that cannot be run is told by the state of its process.
      if (!stopped.aborted && !isModelFailure(error)) process.emitWarning(error as Error)
    }
  }

  return {
    get isRunning() {
      return running.size > 0
    },
    stop,
    async run(matter) {
      const own = new AbortController()
      const done = begin(matter, own.signal, stop(matter.id)).finally(() => {
        if (running.get(matter.id)?.stop === own) running.delete(matter.id)
      })
      running.set(matter.id, { stop: own, done })
      await done
    },
  }
}

async function embedAll(
  { id, store, library }: OpenMatter,
  { embedder, foreground, events }: BackgroundEmbeddingOptions,
  signal: AbortSignal,
): Promise<void> {
  const model = await embedder()
  if (!model) return
  const { revision } = model.info
  const lacking = store.documents.list(revision).filter(({ passages, passagesEmbedded }) => passagesEmbedded < passages)
  let toldMs = 0
  for (const { textVersionId } of lacking) {
    if (textVersionId === null) continue
    for await (const _count of embedPassages({ store, embedder: model, foreground, textVersionId }, signal)) {
      if (performance.now() - toldMs < TOLD_EVERY_MS) continue
      toldMs = performance.now()
      events.tell({ type: 'documents-changed', matter: id })
    }
  }
  if (lacking.length === 0 || signal.aborted) return
  if (library.revision === revision) await library.useEmbedder(model)
  events.tell({ type: 'documents-changed', matter: id })
}
