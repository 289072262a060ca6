import type { AddEvent, DocumentRow } from '../../contract/document.ts'
import type { OpenMatter } from '../open-matters.ts'
import { findFiles, type FoundFile } from './find-files.ts'
import { folderLabel } from './folder-labels.ts'
import type { ReadingEvent } from './reading-event.ts'
import type { ReadingQueue } from './reading-queue.ts'

export type AddOptions = {
  readonly matter: OpenMatter
  readonly queue: ReadingQueue
  readonly now: () => Date
}

/** Counting what is left looks at every document that waits. */
const TOLD_EVERY_MS = 200

type Ended = { readonly path: string; readonly row: DocumentRow; readonly state: DocumentRow['state'] }

/**
 * Queues the files below the paths and tells how it goes with each. Ends with totals once all of them have ended; an abort
 * only stops the telling: what is queued is read on, now or at the next start.
 */
export async function* addPaths(
  paths: readonly string[],
  { matter, queue, now }: AddOptions,
  signal?: AbortSignal,
): AsyncGenerator<AddEvent, void, void> {
  const startedAt = now().getTime()
  const files = await Array.fromAsync(findFiles(paths, signal))
  const inbox = createInbox(queue)
  try {
    const pathOf = new Map(files.map((file) => [enqueue(file, { matter, queue, now }), file.path]))
    queue.run()
    const ended: Ended[] = []
    let toldMs = 0
    while (ended.length < pathOf.size) {
      const event = await inbox.next(signal)
      const path = pathOf.get(event.documentId)
      if (path === undefined) continue
      if (event.type === 'start') yield { type: 'document-start', path }
      else if (event.type === 'change') {
        if (now().getTime() - toldMs < TOLD_EVERY_MS) continue
        toldMs = now().getTime()
        yield progress(
          path,
          event,
          matter.store.documents.get(event.documentId, null),
          ended.length,
          pathOf.size,
          queue,
        )
      } else {
        const row = matter.store.documents.get(event.documentId, null)
        ended.push({ path, row, state: event.state })
        yield documentEnd(path, event.state, row)
      }
    }
    await matter.library.merge()
    yield addEnd(ended, (now().getTime() - startedAt) / 1000)
  } finally {
    inbox.close()
  }
}

function enqueue({ file, folder, path, bytes }: FoundFile, { matter, queue, now }: AddOptions): string {
  const { documents, settings } = matter.store
  const root = folderLabel(settings, folder)
  const documentId = documents.add({ root, path, state: 'queued', mediaType: '', bytes, addedAt: now().toISOString() })
  queue.add(documentId, file)
  return documentId
}

function progress(
  path: string,
  event: ReadingEvent,
  row: DocumentRow,
  documentsDone: number,
  documents: number,
  queue: ReadingQueue,
): AddEvent {
  const { pagesDone, pages } = row
  const { secondsLeft } = queue.progress()
  return { type: 'progress', path, state: event.state, pagesDone, pages, documentsDone, documents, secondsLeft }
}

function documentEnd(path: string, state: DocumentRow['state'], row: DocumentRow): AddEvent {
  const { document, pages, pagesWithText, pagesByOcr, pagesEmpty, pagesFailed, characters, passages, error } = row
  return {
    type: 'document-end',
    path,
    document,
    state,
    pages,
    pagesWithText,
    pagesByOcr,
    pagesEmpty,
    pagesFailed,
    characters,
    passages,
    error,
  }
}

function addEnd(ended: readonly Ended[], seconds: number): AddEvent {
  const count = (state: DocumentRow['state']) => ended.filter((one) => one.state === state).length
  return {
    type: 'add-end',
    documents: ended.length,
    ready: count('ready'),
    partial: count('partial'),
    failed: count('failed') + count('paused'),
    unchanged: count('unchanged'),
    needsPassword: count('needs-password'),
    unsupported: count('unsupported'),
    pages: ended.reduce((sum, { row }) => sum + row.pages, 0),
    seconds,
  }
}

/** The queue's events in order, from the moment it is made. */
function createInbox(queue: ReadingQueue) {
  const waiting: ReadingEvent[] = []
  let wake = () => {}
  const close = queue.events.add((event) => {
    waiting.push(event)
    wake()
  })
  return {
    close,
    async next(signal?: AbortSignal): Promise<ReadingEvent> {
      const onAbort = () => wake()
      signal?.addEventListener('abort', onAbort)
      try {
        for (;;) {
          signal?.throwIfAborted()
          const event = waiting.shift()
          if (event) return event
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
      } finally {
        signal?.removeEventListener('abort', onAbort)
      }
    },
  }
}
