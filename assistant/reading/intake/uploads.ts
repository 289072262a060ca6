import type { Answer } from '../../../contract/answers/answer.ts'
import type { MatterStore } from '../../../store/matter/matter-store.ts'
import type { Original } from '../../../store/matter/originals.ts'
import { BYTES_AT_MOST, tooLarge } from './take-original.ts'
import { Failure } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'

/** Files that come in pieces from a page, which knows no paths. Pieces go straight into the encrypted store. */
export interface Uploads {
  /**
   * Takes the next piece; gives the whole original with the last one. What is sent no further, because its window was closed,
   * is given up after a while; so is all of a matter that closes. A broken upload leaves nothing, and its later pieces are
   * refused: the document would lack its beginning.
   */
  take(store: MatterStore<Answer>, upload: string, piece: UploadPiece): Promise<Original | null>
  /** A window that may send, until disposed. After the last one has closed, what is on its way has only a short while left. */
  window(): Disposable
  /** Gives up what is on its way into a matter, or into any. */
  abandon(store: MatterStore<Answer> | null): Promise<void>
}

/** `from`: the bytes that came before it. */
type UploadPiece = { readonly from: number; readonly bytes: Uint8Array; readonly isLast: boolean }

type UploadsOptions = { readonly waitMs: number; readonly waitWithoutWindowMs: number }

type Upload = {
  readonly store: MatterStore<Answer>
  readonly pieces: Pieces
  readonly stop: AbortController
  readonly original: Promise<Original>
  receivedBytes: number
  timer?: NodeJS.Timeout
}

const OPEN_AT_MOST = 16

/** A page sends the next piece as soon as the one before is taken, but its computer may sleep meanwhile. */
const DEFAULTS: UploadsOptions = { waitMs: 120_000, waitWithoutWindowMs: 5000 }

export function createUploads({ waitMs, waitWithoutWindowMs } = DEFAULTS): Uploads {
  const open = new Map<string, Upload>()

  async function give(id: string, upload: Upload): Promise<void> {
    if (open.get(id) === upload) open.delete(id)
    clearTimeout(upload.timer)
    upload.stop.abort(new Error('the upload was given up'))
    upload.pieces.end()
    await upload.original.catch(() => {})
  }

  function giveLater(id: string, upload: Upload, afterMs: number): void {
    clearTimeout(upload.timer)
    upload.timer = setTimeout(() => void give(id, upload), afterMs)
    upload.timer.unref()
  }

  function find(id: string, store: MatterStore<Answer>, from: number): Upload {
    const known = open.get(id)
    if (from !== (known?.receivedBytes ?? 0)) throw new Failure('WRONG_USE', message('failures.reading.uploadBroken'))
    if (known && known.store !== store) throw new Failure('WRONG_USE', message('failures.reading.uploadElsewhere'))
    if (!known && open.size >= OPEN_AT_MOST)
      throw new Failure('WRONG_USE', message('failures.reading.tooManyUploads', { most: OPEN_AT_MOST }))
    const upload = known ?? begin(store)
    open.set(id, upload)
    return upload
  }

  return {
    async take(store, id, { from, bytes, isLast }) {
      const upload = find(id, store, from)
      clearTimeout(upload.timer)
      upload.receivedBytes += bytes.length
      try {
        if (upload.receivedBytes > BYTES_AT_MOST)
          throw new Failure(
            'WRONG_USE',
            message('failures.reading.uploadTooLarge', { reason: tooLarge(upload.receivedBytes).message }),
          )
        await Promise.race([upload.pieces.push(bytes), upload.original])
        if (!isLast) {
          giveLater(id, upload, waitMs)
          return null
        }
        upload.pieces.end()
        const original = await upload.original
        clearTimeout(upload.timer)
        open.delete(id)
        return original
      } catch (error) {
        await give(id, upload)
        throw error
      }
    },
    window: countWindows(() => {
      // One that is there all the same, such as after its line broke, sends its next piece in time.
      for (const [id, upload] of open) giveLater(id, upload, waitWithoutWindowMs)
    }),
    async abandon(store) {
      const concerned = [...open].filter(([, upload]) => store === null || upload.store === store)
      await Promise.all(concerned.map(([id, upload]) => give(id, upload)))
    },
  }
}

function countWindows(onNone: () => void): () => Disposable {
  let windows = 0
  return () => {
    windows += 1
    return {
      [Symbol.dispose]() {
        windows -= 1
        if (windows === 0) onNone()
      },
    }
  }
}

function begin(store: MatterStore<Answer>): Upload {
  const pieces = createPieces()
  const stop = new AbortController()
  const original = store.originals.write(untilStopped(pieces, stop.signal), 'application/octet-stream', stop.signal)
  // Reported with the piece that meets it.
  original.catch(() => {})
  return { store, pieces, stop, original, receivedBytes: 0 }
}

/** An upload that ends early must fail, not become a shorter document. */
async function* untilStopped(pieces: Pieces, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  yield* pieces.read()
  signal.throwIfAborted()
}

/** Hands pieces from whoever pushes them to whoever reads them, one at a time. */
interface Pieces {
  /** Resolves when the piece has been dealt with: the reader asks for the next one. */
  push(piece: Uint8Array): Promise<void>
  end(): void
  read(): AsyncGenerator<Uint8Array, void, void>
}

type Waiting = { readonly piece: Uint8Array; readonly taken: () => void }

export function createPieces(): Pieces {
  const waiting: Waiting[] = []
  let isEnded = false
  let wake = () => {}
  return {
    push(piece) {
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting.push({ piece, taken: resolve })
      wake()
      return promise
    },
    end() {
      isEnded = true
      wake()
    },
    async *read() {
      for (;;) {
        const next = waiting.shift()
        if (next) {
          yield next.piece
          next.taken()
        } else if (isEnded) return
        else
          await new Promise<void>((resolve) => {
            wake = resolve
          })
      }
    },
  }
}
