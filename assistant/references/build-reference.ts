import type { Message } from '../../wording/message.ts'
import { setTimeout as wait } from 'node:timers/promises'
import type { ReferenceEvent } from '../../contract/reference.ts'
import type { ReferenceDataset } from '../../library/index/reference-dataset.ts'
import type { NewDocument, ReferenceWriter } from '../../library/index/reference-writer.ts'
import type { Edition } from '../../library/reference/edition.ts'
import { findFiles, folderLabels, type FoundFile } from '../reading/intake/find-files.ts'
import { fileSha256 } from '../reading/intake/take-original.ts'
import { createReadingSpeed } from '../reading/queue/reading-speed.ts'
import { endState, failureOf } from '../reading/reading-stages.ts'
import { READING_VERSION } from '../reading/read-text-version.ts'
import { type ReadForReference, readForReference, stateOf } from './read-for-reference.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

type BuildReference = ReadForReference & {
  readonly dataset: ReferenceDataset
  readonly now: () => Date
}

type Built = {
  readonly edition: Edition
  readonly added: number
  readonly unchanged: number
  readonly removed: number
  readonly failed: number
}

type BuildEvent = Exclude<ReferenceEvent, { type: 'reference-end' }>

const TOLD_EVERY_MS = 200

/** So many passages are written together: a kill costs at most reading and embedding them again. */
const PASSAGES_PER_WRITE = 256
const DOCUMENTS_PER_WRITE = 64

/**
 * Makes the library what the files below the paths hold: what has not changed stays, what is new or changed is read, what is
 * gone is removed, and at the end the whole is published at once. What could not be read is told and keeps its earlier
 * reading. An abort keeps what was read. Throws `NOT_FOUND`, changing nothing, when a path is missing or holds no files.
 */
export async function* buildReference(
  paths: readonly string[],
  options: BuildReference,
  signal: AbortSignal,
): AsyncGenerator<BuildEvent, Built, void> {
  const { dataset, embedder, now } = options
  const files = named(await Array.fromAsync(findFiles(paths, signal)))
  if (files.length === 0)
    throw new Failure('NOT_FOUND', message('failures.references.noFiles', { paths: { all: paths } }))
  const { id, revision, dimensions } = embedder.info
  const kind = { embedder: { id, revision, dimensions }, readingVersion: READING_VERSION }
  const { openReferenceWriter } = await import('../../library/index/reference-writer.ts')
  const writer = await openReferenceWriter(dataset, kind)
  const counts = { added: 0, unchanged: 0, failed: 0 }
  const there = new Set(files.map(({ path }) => path))
  const gone = [...writer.known.keys()].filter((path) => !there.has(path))
  if (gone.length > 0) await writer.remove(gone)
  const pending = createPending(writer)
  const telling = createTelling(files, now)
  try {
    for (const file of files) {
      signal.throwIfAborted()
      const event = await takeFile(file, writer, pending, options, signal)
      counts[outcomeOf(event.state)] += 1
      if (event.state !== 'unchanged') yield event
      yield* telling.done(file, event.state === 'unchanged')
    }
  } finally {
    await pending.write()
  }
  const edition = await writer.publish(now().toISOString())
  return { edition, ...counts, removed: gone.length }
}

type DocumentEvent = Extract<ReferenceEvent, { type: 'reference-document' }>

async function takeFile(
  file: FoundFile,
  { known }: ReferenceWriter,
  pending: Pending,
  options: BuildReference,
  signal: AbortSignal,
): Promise<DocumentEvent> {
  const { path } = file
  const event = {
    type: 'reference-document' as const,
    document: path,
    pages: 0,
    passages: 0,
    warnings: [],
    error: null,
  }
  try {
    const sha256 = await fileSha256(file.file, signal)
    if (known.get(path)?.sha256 === sha256) return { ...event, state: 'unchanged' }
    const read = await readForReference(file, options, signal)
    const pages = (JSON.parse(read.document.pages) as unknown[]).length
    const warnings = JSON.parse(read.document.warnings) as Message[]
    const state = stateOf(read)
    // One of which nothing could be read is tried again at the next build.
    if (state !== 'failed') await pending.add(read)
    return { ...event, state, pages, passages: read.passages.length, warnings }
  } catch (error) {
    const failure = failureOf(error, signal)
    return { ...event, state: endState(failure), error: failure }
  }
}

function outcomeOf(state: DocumentEvent['state']): 'added' | 'unchanged' | 'failed' {
  if (state === 'unchanged') return 'unchanged'
  return state === 'ready' || state === 'partial' ? 'added' : 'failed'
}

/** Where files of two folders have the same path, the label of their folder comes in front. */
function named(files: readonly FoundFile[]): readonly FoundFile[] {
  const counts = new Map<string, number>()
  for (const { path } of files) counts.set(path, (counts.get(path) ?? 0) + 1)
  const labels = folderLabels([...new Set(files.map(({ folder }) => folder))])
  const result = files.map((file) =>
    (counts.get(file.path) ?? 0) > 1 ? { ...file, path: `${labels.get(file.folder)}/${file.path}` } : file,
  )
  // A file that was given twice is one document.
  return [...new Map(result.map((file) => [file.path, file])).values()]
}

type Pending = ReturnType<typeof createPending>

/** Documents that are read and not written yet. */
function createPending(writer: ReferenceWriter) {
  let waiting: NewDocument[] = []
  let passages = 0
  async function write(): Promise<void> {
    const documents = waiting
    waiting = []
    passages = 0
    if (documents.length > 0) await writer.put(documents)
  }
  return {
    write,
    async add(document: NewDocument): Promise<void> {
      waiting.push(document)
      passages += document.passages.length
      if (passages >= PASSAGES_PER_WRITE || waiting.length >= DOCUMENTS_PER_WRITE) await write()
    },
  }
}

function createTelling(files: readonly FoundFile[], now: () => Date) {
  const speed = createReadingSpeed(() => now().getTime())
  let documentsDone = 0
  let bytesLeft = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let toldMs = 0
  speed.begin(0)
  return {
    *done({ path, bytes }: FoundFile, isUnchanged: boolean): Generator<BuildEvent> {
      documentsDone += 1
      bytesLeft -= bytes
      if (!isUnchanged) speed.end(bytes)
      speed.begin(0)
      if (now().getTime() - toldMs < TOLD_EVERY_MS) return
      toldMs = now().getTime()
      const secondsLeft = speed.secondsLeft(bytesLeft, null)
      yield { type: 'reference-progress', document: path, documentsDone, documents: files.length, secondsLeft }
    },
  }
}

const WAITED_FOR_BUILDS_MS = 5000

/** What is being built, by name; one build of a library at a time. */
export function createRunningBuilds() {
  const running = new Map<string, { readonly stop: AbortController; readonly ended: Promise<void> }>()
  return {
    async *run<T>(
      name: string,
      signal: AbortSignal,
      work: (signal: AbortSignal) => AsyncGenerator<T, void, void>,
    ): AsyncGenerator<T, void, void> {
      if (running.has(name)) throw new Failure('IN_USE', message('failures.references.beingBuilt', { name }))
      const stop = new AbortController()
      const { promise: ended, resolve: end } = Promise.withResolvers<void>()
      running.set(name, { stop, ended })
      try {
        yield* work(AbortSignal.any([signal, stop.signal]))
      } finally {
        running.delete(name)
        end()
      }
    },
    async stopAll(): Promise<void> {
      const all = [...running.values()]
      for (const { stop } of all) stop.abort(new Failure('LOCKED', message('failures.references.stopped')))
      // One that nobody reads on from ends when it is read on; what it has written is kept either way.
      await Promise.race([Promise.all(all.map(({ ended }) => ended)), wait(WAITED_FOR_BUILDS_MS, null, { ref: false })])
    },
  }
}
