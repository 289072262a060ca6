import type { ReadingProgress } from '../../contract/document.ts'
import { createRemoteReader, type RemoteReader, type RemoteWriter } from '../../library/remote-reader.ts'
import type { Embedder } from '../../models/embedder.ts'
import type { Supervised } from '../../processes/supervise.ts'
import type { Events } from '../home/events.ts'
import type { Foreground } from '../home/foreground.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { createBackgroundEmbedding } from './background-embedding.ts'
import type { LibreOffice } from './libreoffice/create-libreoffice.ts'
import type { ReadingEvent } from './queue/reading-event.ts'
import { createReadingQueue, type ReadingQueue } from './queue/reading-queue.ts'

/** The reading queues of the matters that are open, and the vectors that follow in the background. */
export interface Reading {
  /** Whether anything is being read or embedded. */
  readonly isBusy: boolean
  /** Reads, or writes into, one document at a time, whoever asks. */
  readonly reader: RemoteReader & RemoteWriter
  queue(matter: OpenMatter): ReadingQueue
  /** Of the matters whose queue is in use. */
  all(): readonly ReadingQueue[]
  /** Gives vectors to what lacks them, for a model that came after the documents; ends when all have theirs. Never throws. */
  embedMissing(matter: OpenMatter): Promise<void>
  close(matterId: string): Promise<void>
}

type ReadingOptions = {
  readonly process: Supervised
  readonly embedder: () => Promise<Embedder | null>
  readonly foreground: Foreground
  readonly events: Events
  /** Where the data for text recognition lies; null: nothing is recognised. */
  readonly ocrDataFolder: string | null
  readonly office: LibreOffice
  readonly now: () => Date
  /** Documents have ended, so that the totals of their matter have changed. */
  readonly onEnd: (matter: OpenMatter) => void
}

type Open = { readonly queue: ReadingQueue; readonly teller: Disposable }

export function createReading(options: ReadingOptions): Reading {
  const { process: supervised, embedder, foreground, events, ocrDataFolder, office, now, onEnd } = options
  const reader = createRemoteReader(supervised)
  const opened = new Map<string, Open>()
  const embedding = createBackgroundEmbedding({ embedder, foreground, events })

  function open(matter: OpenMatter): ReadingQueue {
    const queue = createReadingQueue({ matter, reader, embedder, foreground, ocrDataFolder, office, now })
    const teller = createReadingTeller({ events, progress: queue.progress, onEnd: () => onEnd(matter) })
    queue.events.add(teller.take)
    queue.events.add(({ type }) => {
      if (type === 'queue') setImmediate(() => void makeUp(matter, queue))
    })
    opened.set(matter.id, { queue, teller })
    return queue
  }

  /** Vectors that were lost with the embedding process while documents were read follow once the last one has ended. */
  async function makeUp(matter: OpenMatter, queue: ReadingQueue): Promise<void> {
    if (matter.closing.aborted || queue.progress().running || embedding.isRunning) return
    const model = await embedder()
    if (matter.closing.aborted || !model || matter.store.vectors.count(model.info.revision).missing === 0) return
    await embedding.run(matter)
  }

  return {
    reader,
    get isBusy() {
      return embedding.isRunning || [...opened.values()].some(({ queue }) => queue.progress().running)
    },
    queue: (matter) => opened.get(matter.id)?.queue ?? open(matter),
    all: () => [...opened.values()].map(({ queue }) => queue),
    embedMissing: embedding.run,
    async close(matterId) {
      await embedding.stop(matterId)
      const present = opened.get(matterId)
      opened.delete(matterId)
      present?.teller[Symbol.dispose]()
      await present?.queue[Symbol.asyncDispose]()
      // What stopping told has set the timer again.
      present?.teller[Symbol.dispose]()
    },
  }
}

type TellReadingOptions = {
  readonly events: Events
  readonly progress: () => ReadingProgress
  /** A document has ended, so that the totals of the matter have changed. Called at once: the matter may close any time. */
  readonly onEnd: () => void
}

/** Windows look at all documents again at every word; small documents end a hundred times a second. */
const TOLD_EVERY_MS = 250

/** Tells the windows how reading goes, not more often than they can follow; the last word always comes. */
export function createReadingTeller({ events, progress, onEnd }: TellReadingOptions): Disposable & {
  take(event: ReadingEvent): void
} {
  const due = { documents: false, totals: false }
  let toldMs = 0
  let timer: NodeJS.Timeout | undefined

  function tellDue(): void {
    timer = undefined
    toldMs = performance.now()
    try {
      tell()
    } catch (error) {
      // Nobody called who could be told: a store that cannot be read says so at the next call of a window.
      process.emitWarning(error as Error)
    }
  }

  function tell(): void {
    const told = progress()
    events.tell({ type: 'reading', progress: told })
    if (due.totals) events.tell({ type: 'matters-changed' })
    if (due.documents) events.tell({ type: 'documents-changed', matter: told.matter })
    Object.assign(due, { documents: false, totals: false })
  }

  return {
    take({ type }) {
      due.documents ||= type === 'start' || type === 'end'
      due.totals ||= type === 'end'
      if (type === 'end') onEnd()
      if (timer) return
      timer = setTimeout(tellDue, Math.max(0, toldMs + TOLD_EVERY_MS - performance.now()))
      timer.unref()
    },
    [Symbol.dispose]() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
