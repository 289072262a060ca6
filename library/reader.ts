import { type Handlers, RemoteError } from '../processes/remote-calls.ts'
import { serveParent } from '../processes/serve-parent.ts'
import { watchMemory } from './read/memory-watch.ts'
import { readDocument } from './read/read-document.ts'
import { ReadFailedError } from './read/read-failure.ts'
import { BYTES_PER_MB, READ_LIMITS } from './read/read-limits.ts'
import { READ_FAILED, type ReadFailedData, type ReaderMethods } from './read/reader-methods.ts'

/** Entry of the reader process: untrusted bytes are parsed here and nowhere else. No network, no files. */
serveParent<ReaderMethods>(createHandlers())

function createHandlers(): Handlers<ReaderMethods> {
  let held = Buffer.alloc(0)
  let filledBytes = 0
  let isWatched = false
  return {
    // oxlint-disable-next-line require-yield -- a call without items
    async *begin({ sizeBytes, memoryMb }) {
      if (!isWatched) watchMemory(memoryMb)
      isWatched = true
      held = Buffer.allocUnsafe(sizeBytes)
      filledBytes = 0
      return null
    },
    // oxlint-disable-next-line require-yield -- a call without items
    async *bytes({ chunk }) {
      if (filledBytes + chunk.length > held.length)
        throw new RangeError(`expected ${held.length} bytes, got at least ${filledBytes + chunk.length}`)
      held.set(chunk, filledBytes)
      filledBytes += chunk.length
      return null
    },
    async *read(request, signal) {
      const bytes = held
      held = Buffer.alloc(0)
      if (filledBytes !== bytes.length) throw new RangeError(`expected ${bytes.length} bytes, got ${filledBytes}`)
      try {
        const read = yield* readDocument(bytes, request, READ_LIMITS, signal)
        return { read, residentMb: Math.round(process.memoryUsage.rss() / BYTES_PER_MB) }
      } catch (error) {
        if (!(error instanceof ReadFailedError)) throw error
        const { message, failure, unread } = error
        throw new RemoteError(READ_FAILED, message, { failure, unread } satisfies ReadFailedData)
      }
    },
  }
}
