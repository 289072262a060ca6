import { constants, setPriority } from 'node:os'
import { ModelFileError } from '../model-file-error.ts'
import { loadGgufEmbedding } from './gguf-embedding.ts'
import { loadOnnxEmbedding } from './onnx-embedding.ts'
import type { EmbeddingLoad, EmbedRequest } from './protocol.ts'

export interface LoadedEmbedding extends AsyncDisposable {
  readonly dimensions: number
  /** Unit vectors in the order of the texts. */
  embed(texts: readonly string[], kind: EmbedRequest['kind'], signal: AbortSignal): Promise<readonly Float32Array[]>
}

/** What a format has to do; prefixes, order and length are seen to here. */
export interface VectorMaker extends AsyncDisposable {
  readonly dimensions: number
  /** Texts that go through the model together; an abort is noticed between batches. */
  readonly batchSize: number
  vectors(texts: readonly string[]): Promise<readonly Float32Array[]>
}

/** Loads an embedding model from its own folder or file, never from the network. Throws `ModelFileError`. */
export async function loadEmbedding(load: EmbeddingLoad): Promise<LoadedEmbedding> {
  yieldToOthers()
  const maker = await (load.format === 'onnx' ? loadOnnxEmbedding(load) : loadGgufEmbedding(load)).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      throw new ModelFileError(`The embedding model in ${load.path} cannot be loaded: ${reason}`, { cause: error })
    },
  )
  return {
    dimensions: maker.dimensions,
    embed(texts, kind, signal) {
      const prefix = kind === 'query' ? load.queryPrefix : load.passagePrefix
      return embedSorted(
        maker,
        texts.map((text) => prefix + text),
        signal,
      )
    },
    [Symbol.asyncDispose]: () => maker[Symbol.asyncDispose](),
  }
}

/** An answer being written is waited for, an index is not; the operating system shares the cores accordingly. */
function yieldToOthers(): void {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
}

/** Texts of like length go together, since a batch is padded to its longest. */
async function embedSorted(
  maker: VectorMaker,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<readonly Float32Array[]> {
  const order = texts.map((_, index) => index).toSorted((a, b) => (texts[a]?.length ?? 0) - (texts[b]?.length ?? 0))
  const vectors = Array.from<Float32Array>({ length: texts.length })
  for (let at = 0; at < order.length; at += maker.batchSize) {
    signal.throwIfAborted()
    const batch = order.slice(at, at + maker.batchSize)
    const made = await maker.vectors(batch.map((index) => texts[index] ?? ''))
    for (const [place, index] of batch.entries()) vectors[index] = unit(made[place])
  }
  signal.throwIfAborted()
  return vectors
}

function unit(vector: Float32Array | undefined): Float32Array {
  if (!vector) throw new Error('The embedding model gave fewer vectors than it got texts.')
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  return length === 0 ? vector : vector.map((value) => value / length)
}
