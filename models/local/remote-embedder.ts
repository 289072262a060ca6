import type { Supervised } from '../../processes/supervise.ts'
import { supervisedCalls } from '../../processes/supervised-calls.ts'
import type { Embedder } from '../embedder.ts'
import { createLoadOnDemand } from './load-on-demand.ts'
import { localError } from './local-error.ts'
import type { EmbeddingLoad, ModelMethods, ProcessReport } from './protocol.ts'

export type RemoteEmbedderOptions = EmbeddingLoad & {
  readonly id: string
  /** Hash of the model file. */
  readonly sha256: string
  readonly dimensions: number
}

export interface RemoteEmbedder extends Embedder {
  /** Ends the process, which frees its memory; the next call starts it again. */
  unload(): void
  report(): Promise<ProcessReport>
}

/** The embedding model in its process; errors and restarts are as with `createRemoteLanguageModel`. */
export function createRemoteEmbedder(supervised: Supervised, options: RemoteEmbedderOptions): RemoteEmbedder {
  const { id, sha256, dimensions, ...load } = options
  const calls = supervisedCalls<ModelMethods>('embedding', supervised)
  const demand = createLoadOnDemand(supervised, () => calls.call('loadEmbedding', load))
  return {
    info: { id, revision: sha256, dimensions },
    async embed(texts, kind, signal) {
      try {
        return await demand.whenLoaded(
          () => calls.call('embed', { path: load.path, input: { texts, kind } }, signal),
          signal,
        )
      } catch (error) {
        throw localError(error)
      }
    },
    unload: () => supervised.stop(),
    report: () => calls.call('report', null),
  }
}
