import { setImmediate } from 'node:timers/promises'
import type { AddEvent, DocumentState, ReadFailure, ReadingOptions } from '../../../contract/document.ts'
import type { DocumentRow } from '../../../store/matter/document-rows.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { findFiles, folderLabel, type FoundFile } from './find-files.ts'
import { leftOutReasons, takeBackIn } from './left-out.ts'
import type { ReadingEvent } from '../queue/reading-event.ts'
import type { ReadingQueue } from '../queue/reading-queue.ts'
import { message } from '../../../wording/message.ts'

export type AddOptions = QueueFileOptions

type Ends = {
  /** Of the documents that are waited for, by their ids; those found inside others join. */
  readonly pathOf: Map<string, string>
  readonly ended: Map<string, Ended>
}

/** States of a document that has not been read since it was found. */
const WAITING: readonly DocumentState[] = ['queued', 'paused']

const TOLD_EVERY_MS = 200

/** After so long without a word it is looked up whether one will come. */
const QUIET_MS = 500

/** One transaction of so many takes 20 to 80 ms, the more there are; between them the engine answers others. */
const FILES_PER_STEP = 100

/**
 * Queues the files below the paths and tells how it goes with each. Ends with totals once all of them have ended; an abort
 * only stops the telling: what is queued is read on, now or at the next start.
 */
export async function* addPaths(
  paths: readonly string[],
  options: AddOptions,
  signal?: AbortSignal,
): AsyncGenerator<AddEvent, void, void> {
  const { matter, queue, now } = options
  const startedAt = now().getTime()
  const { taken, leftOut } = withoutLeftOut(await Array.fromAsync(findFiles(paths, signal)), matter)
  yield* leftOut
  const inbox = createInbox(queue)
  try {
    const pathOf = await enqueueAll(taken, options)
    queue.run()
    const ended = new Map<string, Ended>()
    const ends: Ends = { pathOf, ended }
    const progressTold = { atMs: 0 }
    while (ended.size < pathOf.size) {
      const event = await inbox.next(signal)
      if (event === null) yield* settled(ends, options)
      else if (event.type !== 'queue') yield* told(event, ends, options, progressTold)
    }
    yield addEnd([...ended.values()], leftOut.length, (now().getTime() - startedAt) / 1000)
  } finally {
    inbox.close()
  }
}

/** What the user removed or replaced by hand comes back only when its file is named, or has changed. */
function withoutLeftOut(files: readonly FoundFile[], { store: { settings } }: OpenMatter) {
  const reasons = new Map<string, ReturnType<typeof leftOutReasons>>()
  const taken: FoundFile[] = []
  const leftOut: AddEvent[] = []
  for (const file of files) {
    const root = folderLabel(settings, file.folder)
    const reasonOf = reasons.get(root) ?? leftOutReasons(settings, root)
    reasons.set(root, reasonOf)
    const reason = file.isNamed ? null : reasonOf(file)
    if (reason === null) taken.push(file)
    else leftOut.push({ type: 'left-out', path: file.path, reason })
    if (file.isNamed) takeBackIn(settings, root, file.path)
  }
  return { taken, leftOut }
}

/** What an event of the queue means for those that are waited for. */
function* told(
  event: Exclude<ReadingEvent, { type: 'queue' }>,
  ends: Ends,
  { matter, queue, now }: AddOptions,
  progressTold: { atMs: number },
): Generator<AddEvent, void, void> {
  const { pathOf, ended } = ends
  const { documentId } = event
  const path = pathOf.get(documentId)
  if (path === undefined || ended.has(documentId)) return
  const row = matter.store.documents.find(documentId, null)
  if (event.type === 'start') yield { type: 'document-start', path }
  else if (event.type === 'end' || !row) {
    const end = row ? documentEnd(path, event, row) : removedEnd(path)
    ended.set(documentId, { state: end.state, pages: end.pages })
    if (row) expectInside(row, ends, matter)
    yield end
  } else if (now().getTime() - progressTold.atMs >= TOLD_EVERY_MS) {
    progressTold.atMs = now().getTime()
    yield progress(path, event.state, row, { done: ended.size, of: pathOf.size }, queue)
  }
}

/**
 * Ends those that no event will end: the queue is paused, or has nothing more to do, or they were removed. A document that waits
 * already has no new event, and a full disk may have kept one from being sent.
 */
function* settled({ pathOf, ended }: Ends, { matter, queue }: AddOptions): Generator<AddEvent, void, void> {
  const { running, paused, documents, documentsDone } = queue.progress()
  const isOver = !running && (paused || documents === documentsDone)
  for (const [documentId, path] of pathOf) {
    if (ended.has(documentId)) continue
    const row = matter.store.documents.find(documentId, null)
    if (row && !isOver) continue
    const end = row ? documentEnd(path, { state: restingState(row, paused) }, row) : removedEnd(path)
    ended.set(documentId, { state: end.state, pages: end.pages })
    yield end
  }
}

/** One that waits in a queue that is held back is held back too, though it may not be marked so yet. */
function restingState({ state }: DocumentRow, isPaused: boolean): DocumentState {
  return isPaused && WAITING.includes(state) ? 'paused' : state
}

/** What was found inside a document is waited for as well, unless it has been read already. */
function expectInside({ documentId }: DocumentRow, { pathOf, ended }: Ends, { store }: OpenMatter): void {
  for (const child of store.attachments.childrenOf(documentId)) {
    const { state } = store.documents.get(child.documentId, null)
    if (!ended.has(child.documentId) && WAITING.includes(state)) pathOf.set(child.documentId, child.path)
  }
}

/** Gives the path of each document by its id. */
async function enqueueAll(files: readonly FoundFile[], options: AddOptions): Promise<Map<string, string>> {
  const pathOf = new Map<string, string>()
  const enqueue = (found: FoundFile) => void pathOf.set(queueFile(found, options), found.path)
  for (let from = 0; from < files.length; from += FILES_PER_STEP) {
    if (from > 0) await setImmediate()
    options.queue.together(() => files.slice(from, from + FILES_PER_STEP).forEach(enqueue))
  }
  return pathOf
}

function progress(
  path: string,
  state: DocumentRow['state'],
  { pagesDone, pages }: DocumentRow,
  documents: { readonly done: number; readonly of: number },
  queue: ReadingQueue,
): AddEvent {
  const { secondsLeft } = queue.progress()
  return {
    type: 'progress',
    path,
    state,
    pagesDone,
    pages,
    documentsDone: documents.done,
    documents: documents.of,
    secondsLeft,
  }
}

/** The queue's events in order, from the moment it is made; null where none came for a while. */
function createInbox(queue: ReadingQueue) {
  const waiting: ReadingEvent[] = []
  let wake = () => {}
  const close = queue.events.add((event) => {
    waiting.push(event)
    wake()
  })
  return {
    close,
    async next(signal?: AbortSignal): Promise<ReadingEvent | null> {
      const onAbort = () => wake()
      signal?.addEventListener('abort', onAbort)
      const timer = setTimeout(() => wake(), QUIET_MS)
      try {
        signal?.throwIfAborted()
        if (waiting.length === 0)
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        signal?.throwIfAborted()
        return waiting.shift() ?? null
      } finally {
        clearTimeout(timer)
        signal?.removeEventListener('abort', onAbort)
      }
    },
  }
}

export type QueueFileOptions = {
  readonly matter: OpenMatter
  readonly queue: ReadingQueue
  readonly now: () => Date
  /** How scanned pages of the file are read; null: as before, or as in the whole matter. */
  readonly ocr?: ReadingOptions['ocr'] | null
}

/** Makes a document of a file where there is none yet, and queues it; gives its id. */
export function queueFile(
  { file, folder, path, bytes, modifiedMs }: FoundFile,
  { matter, queue, now, ocr = null }: QueueFileOptions,
): string {
  const { documents, settings } = matter.store
  const root = folderLabel(settings, folder)
  const addedAt = now().toISOString()
  const documentId = documents.add({ root, path, state: 'queued', mediaType: '', bytes, addedAt })
  documents.change(documentId, ocr === null ? { modifiedMs } : { modifiedMs, ocr })
  queue.add(documentId, file)
  return documentId
}

type Ended = { readonly state: DocumentRow['state']; readonly pages: number }

type DocumentEnd = Extract<AddEvent, { type: 'document-end' }>

function documentEnd(
  path: string,
  { state, trouble }: { readonly state: DocumentRow['state']; readonly trouble?: ReadFailure },
  row: DocumentRow,
): DocumentEnd {
  const { document, pages, pagesWithText, pagesByOcr, pagesEmpty, pagesFailed, characters, passages, error, notices } =
    row
  const coverage = { pages, pagesWithText, pagesByOcr, pagesEmpty, pagesFailed }
  return {
    type: 'document-end',
    path,
    document,
    state,
    ...coverage,
    characters,
    passages,
    error: trouble ?? error,
    notices,
  }
}

/** Of a document that was removed while it was waiting or being read. */
function removedEnd(path: string): DocumentEnd {
  return {
    type: 'document-end',
    path,
    document: path,
    state: 'failed',
    pages: 0,
    pagesWithText: 0,
    pagesByOcr: 0,
    pagesEmpty: 0,
    pagesFailed: 0,
    characters: 0,
    passages: 0,
    notices: [],
    error: { code: 'cancelled', message: message('unread.removed'), retry: false },
  }
}

/** The counts add up to `documents`; `paused` are those that were held back; `leftOut` come on top. */
function addEnd(ended: readonly Ended[], leftOut: number, seconds: number): AddEvent {
  const count = (state: DocumentRow['state']) => ended.filter((one) => one.state === state).length
  return {
    type: 'add-end',
    documents: ended.length,
    ready: count('ready'),
    partial: count('partial'),
    failed: count('failed'),
    paused: count('paused'),
    unchanged: count('unchanged'),
    needsPassword: count('needs-password'),
    unsupported: count('unsupported'),
    leftOut,
    pages: ended.reduce((sum, { pages }) => sum + pages, 0),
    seconds,
  }
}
