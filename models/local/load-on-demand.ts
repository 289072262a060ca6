import { RemoteError } from '../../processes/remote-calls.ts'
import type { Supervised } from '../../processes/supervise.ts'
import { NOT_LOADED } from './protocol.ts'

/** Loads a model into a supervised process when it is needed, and again after the process was lost or stopped. */
interface LoadOnDemand<L> {
  /** Shared by all who wait; an abort ends the waiting, not the loading. */
  loaded(signal?: AbortSignal): Promise<L>
  /**
   * Runs `call` with the model loaded; again when the process was replaced, or another model loaded, just before it gave
   * anything.
   */
  whenLoaded<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T>
}

/** Two who ask different models by turns may take the process from each other between loading and call. */
const TRIES = 4

export function createLoadOnDemand<L>(supervised: Supervised, load: () => Promise<L>): LoadOnDemand<L> {
  const now: { loading: Promise<L> | null } = { loading: null }
  supervised.onState(({ state }) => {
    if (state !== 'ready' && state !== 'starting') now.loading = null
  })

  function loaded(signal?: AbortSignal): Promise<L> {
    const loading = (now.loading ??= load())
    // A load that failed is tried again by the next call: memory may be free by then.
    loading.catch(() => {
      if (now.loading === loading) now.loading = null
    })
    return untilAborted(loading, signal)
  }

  return {
    loaded,
    async whenLoaded(call, signal) {
      for (let left = TRIES; ; left -= 1) {
        await loaded(signal)
        try {
          return await call()
        } catch (error) {
          if (left === 1 || !(error instanceof RemoteError && error.code === NOT_LOADED)) throw error
          now.loading = null
        }
      }
    },
  }
}

/** What a promise gives, or the reason of an abort as soon as there is one. */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const abort = () => reject(signal.reason)
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([aborted, promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
