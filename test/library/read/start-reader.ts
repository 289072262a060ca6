import { fileURLToPath } from 'node:url'
import { createRemoteReader, type ReadSource, type RemoteReaderOptions } from '../../../library/remote-reader.ts'
import type { ReadResult } from '../../../library/read/read-page.ts'
import { type CollectedPage, inWords } from './collect.ts'
import { isAttached } from '../../../library/read/read-source.ts'
import type { ReadFailure } from '../../../contract/document.ts'
import { ReadFailedError } from '../../../library/read/read-failure.ts'
import { forkChild } from '../../../processes/fork-child.ts'
import { supervise } from '../../../processes/supervise.ts'

export type Outcome = {
  readonly pages: readonly CollectedPage[]
  readonly result: ReadResult | null
  /** With what it says in words. */
  readonly failure: (Omit<ReadFailure, 'message'> & { readonly message: string }) | null
}

/** A real reader process, started at the first reading. `starts()` says how many there have been. */
export function startReader(options: Partial<RemoteReaderOptions> = {}) {
  let started = 0
  const supervised = supervise('reader', () => {
    started += 1
    return forkChild(fileURLToPath(new URL('../../../library/reader.ts', import.meta.url)), { heapMb: 512 })
  })
  const reader = createRemoteReader(supervised, options)

  async function read(name: string, bytes: Uint8Array, more: Partial<ReadSource> = {}): Promise<Outcome> {
    const pages: CollectedPage[] = []
    try {
      const reading = reader.read(sourceOf(name, bytes, more))
      for (;;) {
        const next = await reading.next()
        if (next.done) return { pages, result: next.value, failure: null }
        if (!isAttached(next.value)) pages.push(inWords(next.value))
      }
    } catch (error) {
      if (error instanceof ReadFailedError)
        return { pages, result: null, failure: { ...error.failure, message: error.message } }
      throw error
    }
  }

  return {
    reader,
    supervised,
    read,
    starts: () => started,
    [Symbol.asyncDispose]: () => supervised[Symbol.asyncDispose](),
  }
}

export function sourceOf(name: string, bytes: Uint8Array, more: Partial<ReadSource> = {}): ReadSource {
  return {
    ...more,
    name,
    sizeBytes: bytes.length,
    *chunks() {
      for (let at = 0; at < bytes.length; at += 1 << 20) yield bytes.subarray(at, at + (1 << 20))
    },
  }
}
