import { Worker } from 'node:worker_threads'
import { serveParent } from '../processes/parent-port.ts'
import { type Handlers, RemoteError } from '../processes/remote-calls.ts'
import { readDocument } from './read/read-document.ts'
import { ReadFailedError } from './read/read-failure.ts'
import { BYTES_PER_MB, READ_LIMITS } from './read/read-limits.ts'
import { READ_FAILED, type ReaderMethods, type ReadFailedData } from './read/reader-methods.ts'

const POLL_MS = 50

/** Entry of the reader process: untrusted bytes are parsed here and nowhere else. No network, no files. */
serveParent<ReaderMethods>(createHandlers())

function createHandlers(): Handlers<ReaderMethods> {
  let held = Buffer.alloc(0)
  let filledBytes = 0
  let isWatched = false
  /** The bytes of the document, which are not kept. */
  const taken = (): Buffer => {
    const bytes = held
    held = Buffer.alloc(0)
    if (filledBytes !== bytes.length) throw new RangeError(`expected ${bytes.length} bytes, got ${filledBytes}`)
    return bytes
  }
  return {
    async *begin({ sizeBytes, memoryMb }) {
      if (!isWatched) watchMemory(memoryMb)
      isWatched = true
      held = Buffer.allocUnsafe(sizeBytes)
      filledBytes = 0
      return null
    },
    async *bytes({ chunk }) {
      if (filledBytes + chunk.length > held.length)
        throw new RangeError(`expected ${held.length} bytes, got at least ${filledBytes + chunk.length}`)
      held.set(chunk, filledBytes)
      filledBytes += chunk.length
      return null
    },
    async *read(request, signal) {
      try {
        const read = yield* readDocument(taken(), request, READ_LIMITS, signal)
        return { read, residentMb: Math.round(process.memoryUsage.rss() / BYTES_PER_MB) }
      } catch (error) {
        throw remoteError(error)
      }
    },
    async *picture({ page }) {
      try {
        // Loaded when a picture is wanted: sharp costs memory that no other format needs.
        const { pagePicture } = await import('./read/image/page-picture.ts')
        return await pagePicture(taken(), page - 1, READ_LIMITS)
      } catch (error) {
        throw remoteError(error)
      }
    },
    async *comment(request) {
      try {
        const { commentDocx } = await import('./write/comment-docx.ts')
        return await commentDocx(taken(), request, READ_LIMITS)
      } catch (error) {
        throw remoteError(error)
      }
    },
    async *redline(request) {
      try {
        const { redlineDocx } = await import('./write/redline-docx.ts')
        return await redlineDocx(taken(), request, READ_LIMITS)
      } catch (error) {
        throw remoteError(error)
      }
    },
  }
}

/** A failure of the document crosses to the parent as such. */
function remoteError(error: unknown): unknown {
  if (!(error instanceof ReadFailedError)) return error
  const { message, failure, unread } = error
  return new RemoteError(READ_FAILED, message, { failure, unread } satisfies ReadFailedData)
}

/**
 * Ends this process with SIGKILL once it holds more than `limitMb` (resident, native memory included), after telling
 * the parent why on standard error (`processes/child.ts` knows the sentence). A worker does it because native
 * calls block the main thread; it is given as text so that bundling needs no further file.
 */
function watchMemory(limitMb: number): void {
  const program = `
    const { writeSync } = require('node:fs')
    const { workerData } = require('node:worker_threads')
    setInterval(() => {
      if (process.memoryUsage.rss() <= workerData.limitMb * 1e6) return
      try { writeSync(2, 'memory limit of ' + workerData.limitMb + ' MB reached\\n') } finally { process.kill(process.pid, 'SIGKILL') }
    }, workerData.pollMs)
  `
  new Worker(program, { eval: true, workerData: { limitMb, pollMs: POLL_MS } }).unref()
}
