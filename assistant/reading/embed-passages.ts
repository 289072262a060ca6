import type { Answer } from '../../contract/answers/answer.ts'
import type { Embedder } from '../../models/embedder.ts'
import { RemoteError } from '../../processes/remote-calls.ts'
import { ProcessLostError } from '../../processes/supervise.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import type { Foreground } from '../home/foreground.ts'
import { failedWith } from '../../wording/failure.ts'

/** Small, so that an answer waits for at most one batch: with 8, its evidence came 0.43 s later while documents were added. */
const BATCH = 4

export type EmbedOptions = {
  readonly store: MatterStore<Answer>
  readonly embedder: Embedder
  readonly foreground: Foreground
  /** Whose passages: looking for those of all at once took 20 ms a batch in a matter of 100,000. */
  readonly textVersionId: number
}

/** Gives vectors to the passages that lack one, and keeps each batch at once. Yields how many it did. */
export async function* embedPassages(options: EmbedOptions, signal: AbortSignal): AsyncGenerator<number, void, void> {
  const { store, embedder, foreground, textVersionId } = options
  for (;;) {
    await foreground.idle(signal)
    const missing = store.vectors.missing(embedder.info.revision, BATCH, textVersionId)
    if (missing.length === 0) return
    const vectors = await embedder.embed(
      missing.map(({ indexText }) => indexText),
      'passage',
      signal,
    )
    try {
      store.vectors.write(
        embedder.info.revision,
        missing.map(({ passageId }, at) => ({ passageId, vector: vectors[at] ?? new Float32Array() })),
      )
    } catch (error) {
      // The document was removed while its passages were with the model; they are not missing any more.
      if (failedWith(error, 'NOT_FOUND')) continue
      throw error
    }
    yield missing.length
  }
}

/** What is the model's fault, and no reason to stop reading: its process died, it does not load, there is no memory for it. */
export function isModelFailure(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return (
    error instanceof ProcessLostError ||
    error instanceof RemoteError ||
    code === 'NOT_ENOUGH_MEMORY' ||
    code === 'DAMAGED'
  )
}
