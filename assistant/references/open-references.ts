import type { ReferenceReader } from '../../library/index/reference-reader.ts'
import { isObjectStore } from '../../library/reference/reference-place.ts'
import type { AttachedReference } from './attached-references.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** The reference libraries that are in use, each opened at its first use and kept. */
export interface OpenReferences {
  /**
   * Does `work` with the present edition. Where the one that was open is no longer there, with the newest, once more. Throws
   * `OFFLINE` for an object store while the network is switched off, `NOT_FOUND`, `FETCH_FAILED`, `DAMAGED`.
   */
  use<T>(attached: AttachedReference, work: (reader: ReferenceReader) => Promise<T>): Promise<T>
  /** Opens it anew at the next use. */
  forget(name: string): void
  closeAll(): void
}

export type OpenReferencesOptions = {
  readonly environment: NodeJS.ProcessEnv
  readonly isNetworkOn: () => boolean
  readonly nowMs: () => number
}

/** An edition that was published since is noticed after so long: looking costs two reads. */
const LOOK_FOR_NEWS_AFTER_MS = 60_000

type Opened = { readonly reader: Promise<ReferenceReader>; lookedMs: number }

export function createOpenReferences({ environment, isNetworkOn, nowMs }: OpenReferencesOptions): OpenReferences {
  const opened = new Map<string, Opened>()

  function open(attached: AttachedReference): Opened {
    const fresh = { reader: openReader(attached, environment), lookedMs: nowMs() }
    opened.set(attached.reference, fresh)
    // What could not be opened is tried again at the next use.
    fresh.reader.catch(() => opened.get(attached.reference) === fresh && opened.delete(attached.reference))
    return fresh
  }

  async function readerOf(attached: AttachedReference): Promise<ReferenceReader> {
    const known = opened.get(attached.reference)
    if (!known) return open(attached).reader
    const reader = await known.reader
    if (nowMs() - known.lookedMs < LOOK_FOR_NEWS_AFTER_MS) return reader
    known.lookedMs = nowMs()
    return (await reader.isOutdated()) ? open(attached).reader : reader
  }

  return {
    async use(attached, work) {
      if (isObjectStore(attached.address) && !isNetworkOn()) throw switchedOff(attached)
      const wasOpen = opened.has(attached.reference)
      try {
        return await work(await readerOf(attached))
      } catch (error) {
        opened.delete(attached.reference)
        if (!wasOpen) throw error
        return work(await open(attached).reader)
      }
    },
    forget: (name) => void opened.delete(name),
    closeAll() {
      for (const { reader } of opened.values())
        void reader.then(
          (present) => present[Symbol.dispose](),
          () => {},
        )
      opened.clear()
    },
  }
}

/** LanceDB is loaded with the first of them. */
async function openReader(attached: AttachedReference, environment: NodeJS.ProcessEnv): Promise<ReferenceReader> {
  const { openReferenceReader } = await import('../../library/index/reference-reader.ts')
  return openReferenceReader(attached, environment)
}

/** Also before anything is built into an object store, or one is attached. */
export function switchedOff({ address }: { readonly address: string }): Failure {
  return new Failure('OFFLINE', message('failures.references.offline', { address }))
}
