import type { Supervised } from '../../processes/supervise.ts'
import { supervisedCalls } from '../../processes/supervised-calls.ts'
import type { Embedder } from '../embedder.ts'
import type { Reranker } from '../reranker.ts'
import { createLoadOnDemand } from './load-on-demand.ts'
import type { EmbeddingLoad, ModelMethods, ProcessReport, RerankerLoad } from './protocol.ts'

type RemoteEmbedderOptions = EmbeddingLoad & {
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
    embed(texts, kind, signal) {
      return demand.whenLoaded(() => calls.call('embed', { path: load.path, input: { texts, kind } }, signal), signal)
    },
    unload: () => supervised.stop(),
    report: () => calls.call('report', null),
  }
}

type RemoteRerankerOptions = RerankerLoad & Reranker['info']

export interface RemoteReranker extends Reranker {
  /** Ends the process, which frees its memory; the next call starts it again. */
  unload(): void
}

/**
 * The reranker, in the process of the embedding model: it is asked right after a search, and another process would cost 60 MB more.
 * Errors and restarts are as with `createRemoteEmbedder`.
 */
export function createRemoteReranker(supervised: Supervised, options: RemoteRerankerOptions): RemoteReranker {
  const { id, sha256, languages, ...load } = options
  const calls = supervisedCalls<ModelMethods>('embedding', supervised)
  const demand = createLoadOnDemand(supervised, () => calls.call('loadReranker', load))
  return {
    info: { id, sha256, languages },
    score(question, passages, signal) {
      return demand.whenLoaded(
        () => calls.call('rerank', { path: load.path, input: { question, passages } }, signal),
        signal,
      )
    },
    unload: () => supervised.stop(),
  }
}
