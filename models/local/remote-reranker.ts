import type { Supervised } from '../../processes/supervise.ts'
import { supervisedCalls } from '../../processes/supervised-calls.ts'
import type { Reranker } from '../reranker.ts'
import { createLoadOnDemand } from './load-on-demand.ts'
import { localError } from './local-error.ts'
import type { ModelMethods } from './protocol.ts'
import type { RerankerLoad } from './reranker-protocol.ts'

export type RemoteRerankerOptions = RerankerLoad & {
  readonly id: string
  /** Hash of the model file. */
  readonly sha256: string
}

export interface RemoteReranker extends Reranker {
  /** Ends the process, which frees its memory; the next call starts it again. */
  unload(): void
}

/**
 * The reranker, in the process of the embedding model: it is asked right after a search, and another process would cost 60 MB more.
 * Errors and restarts are as with `createRemoteEmbedder`.
 */
export function createRemoteReranker(supervised: Supervised, options: RemoteRerankerOptions): RemoteReranker {
  const { id, sha256, ...load } = options
  const calls = supervisedCalls<ModelMethods>('embedding', supervised)
  const demand = createLoadOnDemand(supervised, () => calls.call('loadReranker', load))
  return {
    info: { id, sha256 },
    async score(question, passages, signal) {
      try {
        return await demand.whenLoaded(
          () => calls.call('rerank', { path: load.path, input: { question, passages } }, signal),
          signal,
        )
      } catch (error) {
        throw localError(error)
      }
    },
    unload: () => supervised.stop(),
  }
}
