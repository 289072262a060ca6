import type { Answer } from '../../contract/answer.ts'
import type { Embedder } from '../../models/embedder.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import type { Foreground } from '../foreground.ts'

/** Small, so that an answer waits for at most one batch. */
const BATCH = 8

export type EmbedOptions = {
  readonly store: MatterStore<Answer>
  readonly embedder: Embedder
  readonly foreground: Foreground
  /** Of one text version, or of all that documents show. */
  readonly textVersionId?: number | undefined
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
    store.vectors.write(
      embedder.info.revision,
      missing.map(({ passageId }, at) => ({ passageId, vector: vectors[at] ?? new Float32Array() })),
    )
    yield missing.length
  }
}
