import type { ReadFailure } from '../contract/document.ts'
import { message } from '../wording/message.ts'
import { type Caller, RemoteError } from '../processes/remote-calls.ts'
import { ProcessLostError, type Supervised } from '../processes/supervise.ts'
import { supervisedCalls } from '../processes/supervised-calls.ts'
import type { PagePicture } from './read/image/page-picture.ts'
import type { CommentRequest } from './write/comment-docx.ts'
import type { Redlined, RedlineRequest } from './write/redline-docx.ts'
import {
  gateFailure,
  lostReaderFailure,
  ReadFailedError,
  slowReaderFailure,
  type UnreadType,
} from './read/read-failure.ts'
import { pdfStart } from './read/media-type.ts'
import { BYTES_PER_MB, READ_LIMITS } from './read/read-limits.ts'
import { noWords, type PageNoticed, type ReadPage, type ReadRequest, type ReadResult } from './read/read-page.ts'
import { isAttached, type ReadItem } from './read/read-source.ts'
import { warning } from './read/read-warning.ts'
import { READ_FAILED, type ReadFailedData, type ReaderMethods } from './read/reader-methods.ts'
import { createReadingClock, type ReadingClock } from './read/reading-clock.ts'

/** A document to be read. */
export type ReadSource = Omit<ReadRequest, 'pagesPerCall'> & {
  readonly sizeBytes: number
  /** Given to it at least, however short the usual time is. */
  readonly limitMs?: number | undefined
  /** Its bytes in order, in chunks of any size; asked for again when a lost reader is replaced. */
  readonly chunks: () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>
}

export type RemoteReaderOptions = {
  readonly fileMb: number
  /** Resident memory at which the reader process ends itself. */
  readonly memoryMb: number
  /** A process that still holds this much after a document is replaced before the next. */
  readonly recycleMb: number
  /** Time for a document: `baseMs`, and more for each megabyte and for each page that comes. */
  readonly baseMs: number
  readonly perMbMs: number
  readonly perPageMs: number
  /** What is left at least for each next page when pages are recognised: 2 to 10 s on a free core, far more on a busy one. */
  readonly ocrPageMs: number
  /** Pages of one document that may kill the reader; each is then a failed page. One more, and the document fails. */
  readonly maxLostPages: number
}

export interface RemoteReader {
  /**
   * The pages of a document in order and the files inside it, then what is known of the whole. Throws `ReadFailedError`, the reason of `signal`,
   * or `ProcessLostError` when no reader can be started. Pages that came before a failure are good. One document at a
   * time: a second call waits for the first. Leaving the loop early ends the reading.
   */
  read(source: ReadSource, signal?: AbortSignal): AsyncGenerator<ReadItem, ReadResult, void>
}

/** Draws pages of images that browsers cannot. */
export interface RemotePictures {
  /** A page (from 1) of an image. Throws as `RemoteReader.read` does, and takes its turn with it. */
  picture(source: ReadSource, page: number, signal?: AbortSignal): Promise<PagePicture>
}

/** Writes into Word files of strangers, which are opened in the reader process only. */
export interface RemoteWriter {
  /** The same file with comments (`commentDocx`). Throws as `RemoteReader.read` does, and takes its turn with it. */
  comment(source: ReadSource, request: CommentRequest, signal?: AbortSignal): Promise<Uint8Array>
  /** The same file with insertions and deletions (`redlineDocx`), in the same way. */
  redline(source: ReadSource, request: RedlineRequest, signal?: AbortSignal): Promise<Redlined>
}

/** Ordinary files stay below 500 MB and bombs pass 2 GB within seconds (`docs/reading.md`). */
const DEFAULTS: RemoteReaderOptions = {
  fileMb: READ_LIMITS.fileMb,
  memoryMb: 1500,
  recycleMb: 500,
  baseMs: 60_000,
  perMbMs: 1000,
  perPageMs: 1000,
  ocrPageMs: 180_000,
  maxLostPages: 3,
}

type Reading = {
  readonly source: ReadSource
  readonly calls: Pick<Caller<ReaderMethods>, 'stream' | 'call'>
  readonly clock: ReadingClock
  readonly settings: RemoteReaderOptions
  readonly endProcess: () => void
  /** Pages that are done with: given as done, read, or lost. */
  readonly done: Set<number>
  /** Those of them that were lost, now or before. */
  readonly failed: Set<number>
  /** What was noticed on those of them that were read, now or before. */
  readonly noticed: (PageNoticed & { readonly page: number })[]
  pagesRead: number
  isPdf: boolean
}

/** Reads documents in a supervised reader process (`library/reader.ts`); a lost process costs one page or one document. */
export function createRemoteReader(
  supervised: Supervised,
  options: Partial<RemoteReaderOptions> = {},
): RemoteReader & RemotePictures & RemoteWriter {
  const settings = { ...DEFAULTS, ...options }
  const calls = supervisedCalls<ReaderMethods>('reader', supervised)
  let last: Promise<void> = Promise.resolve()

  /** Neither a kill on purpose nor a death over a document is a sign of a broken program: no delay, no count. */
  function endProcess(): void {
    if (supervised.state === 'stopped') return
    supervised.stop()
    supervised.restart()
  }

  function begin(source: ReadSource): Reading {
    const sizeMb = source.sizeBytes / BYTES_PER_MB
    if (sizeMb > settings.fileMb) throw gateFailure('file', { value: Math.ceil(sizeMb), limit: settings.fileMb })
    const usualMs = settings.baseMs + sizeMb * settings.perMbMs
    const clock = createReadingClock(Math.max(usualMs, source.limitMs ?? 0), endProcess)
    const [done, failed] = [new Set(source.skipPages), new Set(source.failedPages)]
    const noticed = [...(source.noticed ?? [])]
    return { source, calls, clock, settings, endProcess, done, failed, noticed, pagesRead: 0, isPdf: false }
  }

  /** Waits for its turn; to be disposed when it is over. */
  async function turn(signal: AbortSignal | undefined): Promise<Disposable> {
    const before = last
    const { promise, resolve } = Promise.withResolvers<void>()
    last = before.then(() => promise)
    await before
    if (signal?.aborted) resolve()
    signal?.throwIfAborted()
    return { [Symbol.dispose]: resolve }
  }

  /** A call that gives everything at its end. */
  async function once<Method extends 'picture' | 'comment' | 'redline'>(
    source: ReadSource,
    method: Method,
    input: ReaderMethods[Method]['input'],
    signal: AbortSignal | undefined,
  ): Promise<ReaderMethods[Method]['result']> {
    using _turn = await turn(signal)
    const reading = begin(source)
    await supervised.ready()
    signal?.throwIfAborted()
    return await callOnce(reading, method, input, signal)
  }

  return {
    async *read(source, signal) {
      using _turn = await turn(signal)
      const reading = begin(source)
      await supervised.ready()
      signal?.throwIfAborted()
      return yield* readPages(reading, supervised, signal)
    },
    picture: (source, page, signal) => once(source, 'picture', { page }, signal),
    comment: (source, request, signal) => once(source, 'comment', request, signal),
    redline: (source, request, signal) => once(source, 'redline', request, signal),
  }
}

/** Goes on after a page that killed the reader: first page by page to find it, then past it. */
async function* readPages(
  reading: Reading,
  supervised: Supervised,
  signal: AbortSignal | undefined,
): AsyncGenerator<ReadItem, ReadResult, void> {
  let pagesPerCall: number | undefined
  let lostPages = 0
  for (;;) {
    try {
      const result = yield* readOnce(reading, pagesPerCall, signal)
      return withLostPages(result, lostPages + lostBefore(reading))
    } catch (error) {
      const failure = failureOf(error, reading.clock, signal)
      const isFound = pagesPerCall === 1
      const isHopeless = lostPages >= reading.settings.maxLostPages || (isFound && reading.pagesRead === 0)
      if (!isPageLoss(error, failure, reading) || isHopeless)
        throw new ReadFailedError(failure, { cause: error, unread: unreadOf(error) })
      if (isFound) yield lostPage(reading, failure)
      lostPages += isFound ? 1 : 0
      pagesPerCall = isFound ? undefined : 1
      await supervised.ready()
    }
  }
}

/** Whether the process died over a page that may be passed over; time that is up is up for the whole document. */
function isPageLoss(error: unknown, failure: ReadFailure, { isPdf }: Reading): boolean {
  return isPdf && error instanceof ProcessLostError && failure.code !== 'time'
}

/** Pages of a reading that goes on which stopped the reader then: they failed, and nothing was noticed on them. */
function lostBefore({ source: { failedPages = [], noticed = [] }, isPdf }: Reading): number {
  const read = new Set(noticed.map(({ page }) => page))
  return isPdf ? failedPages.filter((page) => !read.has(page)).length : 0
}

function withLostPages(result: ReadResult, lostPages: number): ReadResult {
  if (lostPages === 0) return result
  const lost = warning('damaged', message('reading.notices.lostPages', { count: lostPages }))
  return { ...result, warnings: [...result.warnings, lost] }
}

async function* readOnce(
  reading: Reading,
  pagesPerCall: number | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<ReadItem, ReadResult, void> {
  const { source, calls, clock, endProcess } = reading
  signal?.addEventListener('abort', endProcess, { once: true })
  let isProcessUsable = false
  try {
    await clock.time(() => send(reading))
    const { name, password, ocr } = source
    const [skipPages, failedPages] = [[...reading.done], [...reading.failed]]
    const { noticed } = reading
    const pages = calls.stream('read', { name, password, ocr, skipPages, failedPages, noticed, pagesPerCall })
    for (;;) {
      if (ocr) clock.refill(reading.settings.ocrPageMs)
      const next = await clock.time(() => pages.next())
      if (next.done) {
        isProcessUsable = next.value.residentMb <= reading.settings.recycleMb
        return next.value.read
      }
      noteItem(reading, next.value)
      yield next.value
    }
  } catch (error) {
    isProcessUsable = error instanceof RemoteError
    throw error
  } finally {
    signal?.removeEventListener('abort', endProcess)
    if (!isProcessUsable) endProcess()
  }
}

async function callOnce<Method extends 'picture' | 'comment' | 'redline'>(
  reading: Reading,
  method: Method,
  input: ReaderMethods[Method]['input'],
  signal: AbortSignal | undefined,
): Promise<ReaderMethods[Method]['result']> {
  const { calls, clock, endProcess } = reading
  signal?.addEventListener('abort', endProcess, { once: true })
  let isProcessUsable = false
  try {
    await clock.time(() => send(reading))
    const result = await clock.time(() => calls.call(method, input))
    isProcessUsable = true
    return result
  } catch (error) {
    isProcessUsable = error instanceof RemoteError
    throw new ReadFailedError(failureOf(error, clock, signal), { cause: error })
  } finally {
    signal?.removeEventListener('abort', endProcess)
    if (!isProcessUsable) endProcess()
  }
}

/** What comes shows that the reader is alive, and earns it more time. */
function noteItem(reading: Reading, item: ReadItem): void {
  if (isAttached(item)) return reading.clock.extend((item.piece.length / BYTES_PER_MB) * reading.settings.perMbMs)
  reading.clock.extend(reading.settings.perPageMs)
  if (item.page !== null) reading.done.add(item.page)
  if (item.page !== null && item.noticed) reading.noticed.push({ ...item.noticed, page: item.page })
  reading.pagesRead += 1
}

async function send(reading: Reading): Promise<void> {
  const { source, calls, settings } = reading
  await calls.call('begin', { sizeBytes: source.sizeBytes, memoryMb: settings.memoryMb })
  let isFirst = true
  for await (const chunk of source.chunks()) {
    if (isFirst) reading.isPdf = pdfStart(chunk) >= 0
    isFirst = false
    await calls.call('bytes', { chunk })
  }
}

/** Rethrows what is not the document's fault. */
function failureOf(error: unknown, clock: ReadingClock, signal: AbortSignal | undefined): ReadFailure {
  if (signal?.aborted) throw signal.reason
  if (clock.ranOut) return slowReaderFailure(clock.limitMs)
  if (error instanceof ProcessLostError) return lostReaderFailure(error.reason ?? '')
  if (error instanceof RemoteError && error.code === READ_FAILED) return (error.data as ReadFailedData).failure
  if (error instanceof RemoteError)
    return { code: 'unreadable', message: message('unread.notRead', { why: error.message }), retry: false }
  throw error
}

function unreadOf(error: unknown): UnreadType | undefined {
  if (!(error instanceof RemoteError) || error.code !== READ_FAILED) return undefined
  return (error.data as ReadFailedData).unread
}

/** The first page that is not done with is the one that killed the reader. */
function lostPage({ done, failed }: Reading, failure: ReadFailure): ReadPage {
  let page = 1
  while (done.has(page)) page += 1
  done.add(page)
  failed.add(page)
  return {
    page,
    label: null,
    state: 'failed',
    reason: failure.message,
    text: '',
    width: 0,
    height: 0,
    words: noWords(),
    blocks: [],
  }
}
