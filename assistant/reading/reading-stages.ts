import { basename, extname } from 'node:path'
import type { ReadFailure } from '../../contract/document.ts'
import { ReadFailedError } from '../../library/read/read-failure.ts'
import { message } from '../../wording/message.ts'
import type { ReadPage } from '../../library/read/read-page.ts'
import type { RemoteReader } from '../../library/remote-reader.ts'
import type { Embedder } from '../../models/embedder.ts'
import { ProcessLostError } from '../../processes/supervise.ts'
import type { DocumentRow, DocumentState } from '../../store/matter/document-rows.ts'
import type { TextVersion } from '../../store/matter/text-versions.ts'
import { cannotWrite } from '../../store/store-errors.ts'
import type { Foreground } from '../home/foreground.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { documentCoverage, publishReading, shownState } from './publish-reading.ts'
import { embedPassages, isModelFailure } from './embed-passages.ts'
import { passwordsFor } from './known-passwords.ts'
import type { LibreOffice } from './libreoffice/create-libreoffice.ts'
import { type DocumentOptions, ocrRequest, optionsOf } from './reading-options.ts'
import { completeTextVersion, originalContent, readConverted, readingSource } from './read-text-version.ts'
import { fileSha256, takeOriginal } from './intake/take-original.ts'

type ReadDocumentOptions = {
  readonly matter: OpenMatter
  readonly reader: RemoteReader
  readonly embedder: Embedder | null
  readonly foreground: Foreground
  readonly documentId: string
  /** The file to read, or null where the bytes are in the store already (an upload, a retry without its file). */
  readonly file: string | null
  /** How long reading may take, where the user gave it longer than usual. */
  readonly limitMs: number | null
  /** Where the data for text recognition lies; null: nothing is recognised. */
  readonly ocrDataFolder: string | null
  /** For what has no reader here, where the matter allows it. */
  readonly office: LibreOffice
  /** `page`: the one that is being read, from 1, while pages are. */
  readonly onChange: (state: DocumentState, page?: number) => void
  /** The document shows a reading: what lies inside it can be taken out. */
  readonly onShown: (documentId: string) => Promise<void>
}

const MISSING: ReadFailure = { code: 'missing', message: message('unread.missing'), retry: true }

/** How far it is, some sixty times a second: told at each of many quick pages, it cost a quarter of keeping them. */
const TOLD_EVERY_MS = 15

type ReadOutcome = { readonly state: DocumentState; readonly error: ReadFailure | null }

/**
 * Takes one document through all stages: check, read, split, embed, publish. What it shows changes only at the end, all at
 * once; until then an earlier version stays visible. Throws only what is no fault of the document.
 */
export async function readDocument(options: ReadDocumentOptions, signal: AbortSignal): Promise<ReadOutcome> {
  const { matter, documentId } = options
  const { store } = matter
  try {
    const before = store.documents.get(documentId, null)
    const isUnchanged = await checkContent(options, before, signal)
    const document = store.documents.get(documentId, null)
    const reading = optionsOf(store.settings, document)
    const source = readingSource(store.settings, document)
    const version = sharedVersion(store, before, source)
    if (isUnchanged && version.complete && before.textVersionId === version.id) {
      await embedLacking(options, version.id, signal)
      // A pause, or a kill between two steps, may have left another state on it.
      store.documents.change(documentId, shownState(store, version.id))
      await options.onShown(documentId)
      return { state: 'unchanged', error: null }
    }
    if (!version.complete) await readAndSplit({ ...options, reading }, version.id, before, signal)
    await embed(options, version.id, signal)
    return await publish(options, version.id)
  } catch (error) {
    const failure = failureOf(error, signal)
    const state = endState(failure)
    store.documents.change(documentId, { state, error: failure })
    options.onChange(state)
    return { state, error: failure }
  }
}

/**
 * The reading to go on with. Where the same bytes have been read before, as this document or another, what was found with
 * them holds for this one too; but for what was said of a name of another kind, for which the bytes are read anew.
 */
function sharedVersion(
  { textVersions, documents }: OpenMatter['store'],
  { documentId, path, textVersionId }: DocumentRow,
  wanted: Pick<TextVersion, 'sha256' | 'reader' | 'options'>,
): TextVersion {
  const version = textVersions.begin(wanted)
  if (!version.complete || version.id === textVersionId) return version
  if (version.found?.ending !== endingOf(path)) return textVersions.begin(wanted, true)
  const { mediaType, notices, password } = version.found
  documents.change(documentId, { mediaType, notices, password })
  return version
}

function endingOf(path: string): string {
  return extname(path).toLowerCase()
}

/** Brings the bytes in. True when they are those that the document has already. */
async function checkContent(
  { matter, documentId, file, onChange }: ReadDocumentOptions,
  before: DocumentRow,
  signal: AbortSignal,
): Promise<boolean> {
  const { store } = matter
  if (file === null && before.sha256 === '') throw new ReadFailedError(MISSING)
  if (file === null) return before.textVersionId !== null
  if (before.sha256 !== '' && (await fileSha256(file, signal)) === before.sha256) return true
  store.documents.change(documentId, { state: 'checking', error: null })
  onChange('checking')
  const original = await takeOriginal(store, file, signal)
  store.documents.setContent(documentId, original.sha256)
  return false
}

async function readAndSplit(
  options: ReadDocumentOptions & { readonly reading: DocumentOptions },
  textVersionId: number,
  document: DocumentRow,
  signal: AbortSignal,
): Promise<void> {
  const { matter, documentId, reader, foreground, reading, ocrDataFolder, limitMs, office, onChange } = options
  const { store } = matter
  const { sha256 } = store.documents.get(documentId, null)
  const read = [...store.pages.list(textVersionId)] as Pick<ReadPage, 'state'>[]
  let toldMs = 0
  let { pages } = document
  // What a reading that goes on has already is no more to be done; one that begins shows the pages of before till the first.
  const begun = read.length > 0 ? documentCoverage(read, pages) : {}
  const ocr = ocrRequest(reading, ocrDataFolder)
  const awaited = createAwaitedPage(store.pages.done(textVersionId))
  const stateAfter = (last: ReadPage | null) =>
    last?.state === 'ocr' || ocr?.pages?.includes(awaited.page) ? 'recognising' : 'reading'
  store.documents.change(documentId, { ...begun, state: stateAfter(null), error: null })
  onChange(stateAfter(null), awaited.page)
  const onPage = (page: ReadPage) => {
    read.push(page)
    pages = page.of ?? pages
    awaited.take(page.page ?? 1)
    if (performance.now() - toldMs < TOLD_EVERY_MS) return
    toldMs = performance.now()
    const state = stateAfter(page)
    store.documents.change(documentId, { ...documentCoverage(read, pages), state })
    onChange(state, awaited.page <= pages ? awaited.page : undefined)
  }
  const content = originalContent(store, sha256, basename(document.path))
  const passwords = passwordsFor(store.settings, document.password)
  const what = { textVersionId, documentId, content, ocr, passwords, limitMs }
  const source = { store, reader, foreground, ...what, onPage }
  const convertible = { ...source, office, mayConvert: reading.libreOffice }
  const result = await readConverted(convertible, signal).catch((error: unknown) => {
    // What was read before it stopped can be accepted as it is, so it is told to the page.
    if (!cannotWrite(error) && read.length > 0) store.documents.change(documentId, documentCoverage(read, pages))
    throw error
  })
  const coverage = documentCoverage(store.pages.list(textVersionId), result.pages)
  const found = { mediaType: result.mediaType, notices: [...result.warnings], password: result.password }
  store.textVersions.keepFound(textVersionId, { ...found, ending: endingOf(document.path) })
  store.documents.change(documentId, { ...coverage, ...found, state: 'splitting' })
  onChange('splitting')
  completeTextVersion(store, textVersionId, document.path)
}

/** A model that fails costs the document nothing but its vectors, which follow (`background-embedding.ts`). */
async function embed(
  { matter, documentId, embedder, foreground, onChange }: ReadDocumentOptions,
  textVersionId: number,
  signal: AbortSignal,
): Promise<void> {
  if (!embedder) return
  const { store } = matter
  store.documents.change(documentId, { state: 'embedding' })
  onChange('embedding')
  try {
    for await (const _done of embedPassages({ store, embedder, foreground, textVersionId }, signal))
      onChange('embedding')
  } catch (error) {
    if (signal.aborted || !isModelFailure(error)) throw error
  }
}

/** For a model that came after the document, or was lost over it. */
async function embedLacking(options: ReadDocumentOptions, textVersionId: number, signal: AbortSignal): Promise<void> {
  const { embedder, documentId, matter } = options
  if (!embedder || matter.store.vectors.missing(embedder.info.revision, 1, textVersionId).length === 0) return
  await embed(options, textVersionId, signal)
  await matter.library.takeVectors(documentId)
}

async function publish(
  { matter, documentId, onChange, onShown }: ReadDocumentOptions,
  textVersionId: number,
): Promise<ReadOutcome> {
  const state = await publishReading(matter, documentId, textVersionId)
  await onShown(documentId)
  onChange(state)
  return { state, error: null }
}

/** Rethrows an abort, and the death of a process that cannot be started again. */
export function failureOf(error: unknown, signal: AbortSignal): ReadFailure {
  if (signal.aborted) throw signal.reason
  if (error instanceof ReadFailedError) return error.failure
  if (error instanceof ProcessLostError) throw error
  const { code, message: why, syscall } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return MISSING
  if (code === 'EACCES' || code === 'EPERM')
    return { code: 'unreadable', message: message('unread.notAllowed'), retry: true }
  // A file in use, a share that is gone, a link in a circle. A full disk is no fault of the document (`NO_SPACE`).
  if (syscall !== undefined && code !== 'ENOSPC' && code !== 'EDQUOT')
    return { code: 'unreadable', message: message('unread.system', { why }), retry: true }
  throw error
}

export function endState({ code }: ReadFailure): DocumentState {
  if (code === 'password') return 'needs-password'
  return code === 'unsupported' ? 'unsupported' : 'failed'
}

/** The first page that is not there yet, from 1: pages come in order, around those that were there before. */
function createAwaitedPage(there: readonly number[]) {
  const done = new Set(there)
  let page = 1
  const goOn = () => {
    while (done.has(page)) page += 1
  }
  goOn()
  return {
    get page() {
      return page
    },
    take(read: number): void {
      done.add(read)
      goOn()
    },
  }
}
