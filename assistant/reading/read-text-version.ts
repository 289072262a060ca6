import type { Answer } from '../../contract/answers/answer.ts'
import { ReadFailedError, type UnreadType } from '../../library/read/read-failure.ts'
import type { OcrRequest, PageNoticed, ReadPage, ReadResult } from '../../library/read/read-page.ts'
import { isAttached, type ReadItem } from '../../library/read/read-source.ts'
import type { ReadSource, RemoteReader } from '../../library/remote-reader.ts'
import { documentTitle } from '../../library/search/document-title.ts'
import { findCrossReferences } from '../../library/split/find-cross-references.ts'
import { documentHead, indexText } from '../../library/split/passage.ts'
import { splitPassages } from '../../library/split/split-passages.ts'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import type { NewPage } from '../../store/matter/pages.ts'
import type { TextVersion } from '../../store/matter/text-versions.ts'
import type { JsonSettings } from '../../store/stored-json.ts'
import type { Foreground } from '../home/foreground.ts'
import { createAttachmentIntake } from './attachment-intake.ts'
import { optionsKey, optionsOf, type OwnWay } from './reading-options.ts'
import { mediaTypeWords } from '../../library/read/media-type.ts'
import type { Notice } from '../../contract/document.ts'
import { message, sentences } from '../../wording/message.ts'
import { warning } from '../../library/read/read-warning.ts'
import type { LibreOffice } from './libreoffice/create-libreoffice.ts'

/** Changes when the same bytes give another text or other passages than before; then a document is read anew. */
export const READING_VERSION = '6'

const CHUNK_BYTES = 2 ** 20

/** What a reader is given: the bytes of the original, or what was made of them. */
type ReadContent = Pick<ReadSource, 'name' | 'sizeBytes'> & { readonly chunks: () => Iterable<Uint8Array> }

export function originalContent(store: MatterStore<Answer>, sha256: string, name: string): ReadContent {
  const sizeBytes = store.originals.find(sha256)?.bytes ?? 0
  return {
    name,
    sizeBytes,
    *chunks() {
      for (let from = 0; from < sizeBytes; from += CHUNK_BYTES)
        yield store.originals.read(sha256, from, from + CHUNK_BYTES)
    },
  }
}

type ReadTextOptions = {
  readonly store: MatterStore<Answer>
  readonly reader: RemoteReader
  readonly foreground: Foreground
  readonly textVersionId: number
  readonly documentId: string
  readonly content: ReadContent
  readonly ocr: OcrRequest | undefined
  /** Tried one after the other when the file is locked. */
  readonly passwords: readonly string[]
  /** Null: the usual time. */
  readonly limitMs: number | null
  readonly onPage: (page: ReadPage) => void
}

type ReadText = ReadResult & {
  /** What opened the file, or null where nothing was needed. */
  readonly password: string | null
}

/**
 * Reads the pages that are not in the store yet, keeping each as it comes, so that a kill costs one page. Gives what is
 * known of the whole, or throws `ReadFailedError`.
 */
export async function readTextVersion(options: ReadTextOptions, signal: AbortSignal): Promise<ReadText> {
  let locked: unknown
  for (const password of [null, ...options.passwords]) {
    try {
      return { ...(await readWith(password, options, signal)), password }
    } catch (error) {
      if (!isLocked(error)) throw error
      locked = error
    }
  }
  throw locked
}

function isLocked(error: unknown): boolean {
  return error instanceof ReadFailedError && error.failure.code === 'password' && error.failure.retry
}

async function readWith(
  password: string | null,
  { store, reader, foreground, textVersionId, documentId, content, ocr, limitMs, onPage }: ReadTextOptions,
  signal: AbortSignal,
): Promise<ReadResult> {
  const skipPages = store.pages.done(textVersionId)
  const failedPages = store.pages
    .list(textVersionId)
    .flatMap(({ page, state }) => (state === 'failed' ? (page ?? []) : []))
  const given = { password: password ?? undefined, limitMs: limitMs ?? undefined }
  const noticed = store.pages.noticed(textVersionId).map((row) => ({ ...(row.noticed as PageNoticed), page: row.page }))
  const asked = { ...content, ...given, ocr, skipPages, failedPages, noticed }
  const items = reader.read(asked, signal)
  try {
    return await keepItems(items, { store, foreground, textVersionId, documentId, onPage }, signal)
  } finally {
    // One that is left in the middle, as by a pause, would hold the reader for ever.
    await items.return(undefined as never).catch(() => {})
  }
}

async function keepItems(
  items: AsyncGenerator<ReadItem, ReadResult, void>,
  {
    store,
    foreground,
    textVersionId,
    documentId,
    onPage,
  }: Pick<ReadTextOptions, 'store' | 'foreground' | 'textVersionId' | 'documentId' | 'onPage'>,
  signal: AbortSignal,
): Promise<ReadResult> {
  const intake = createAttachmentIntake(store, documentId, textVersionId)
  for (;;) {
    const next = await items.next()
    if (next.done) return { ...next.value, warnings: [...next.value.warnings, ...intake.warnings()] }
    if (isAttached(next.value)) await intake.take(next.value, items, signal)
    else {
      store.pages.write(textVersionId, next.value.page ?? 1, toStored(next.value))
      onPage(next.value)
    }
    await foreground.idle(signal)
  }
}

function toStored(page: ReadPage): NewPage {
  const { starts, ends, boxes } = page.words
  const offsets = new Int32Array(2 * starts.length)
  for (let at = 0; at < starts.length; at += 1) {
    offsets[2 * at] = starts[at]!
    offsets[2 * at + 1] = ends[at]!
  }
  return {
    page: page.page,
    label: page.label,
    state: page.state,
    reason: page.reason,
    text: page.text,
    blocks: page.blocks,
    width: page.page === null ? null : page.width,
    height: page.page === null ? null : page.height,
    words: starts.length === 0 ? null : { offsets, boxes },
    confidences: page.words.confidences,
    noticed: page.noticed ?? null,
  }
}

/** Cuts a text into passages and completes it. */
export function completeTextVersion(store: MatterStore<Answer>, textVersionId: number, path: string): void {
  const pages = store.pages.layout(textVersionId)
  const prefix = { title: documentTitle(path), head: documentHead(store.pages.wholeText(textVersionId)) }
  const passages = splitPassages(pages).map((passage) => ({
    start: passage.start,
    end: passage.end,
    page: passage.page,
    section: passage.section,
    indexText: indexText(passage, prefix),
  }))
  store.crossReferences.write(textVersionId, findCrossReferences(pages))
  store.passages.complete(textVersionId, passages)
}

/** What a reading of a document depends on: its bytes, the readers, and how its scanned pages are read. */
export function readingSource(
  settings: JsonSettings,
  { sha256, ...own }: Pick<DocumentRow, 'sha256'> & OwnWay,
): Pick<TextVersion, 'sha256' | 'reader' | 'options'> {
  return { sha256, reader: `consilium ${READING_VERSION}`, options: optionsKey(optionsOf(settings, own)) }
}

type ReadConvertedOptions = ReadTextOptions & {
  readonly office: LibreOffice
  /** Whether the user lets LibreOffice convert the files of this matter. */
  readonly mayConvert: boolean
}

/**
 * As `readTextVersion`; a document of a type that has no reader here is first converted by LibreOffice, where it may be, and
 * says so. Its text is that of what LibreOffice made. Throws `ReadFailedError`, which says what the user can do.
 */
export async function readConverted(options: ReadConvertedOptions, signal: AbortSignal): Promise<ReadText> {
  const { office, mayConvert, content } = options
  try {
    return await readTextVersion(options, signal)
  } catch (error) {
    const unread = error instanceof ReadFailedError ? error.unread : undefined
    if (!unread || !office.canConvert(unread.mediaType)) throw error
    if (!mayConvert || (await office.state()).file === null) throw await notConverted(unread, options)
    const converted = await office.convert({ ...content, mediaType: unread.mediaType }, signal)
    const made: ReadContent = { ...converted, sizeBytes: converted.bytes.length, chunks: () => [converted.bytes] }
    const read = await readTextVersion({ ...options, content: made }, signal)
    return { ...read, mediaType: unread.mediaType, warnings: [...announced(unread, converted.by), ...read.warnings] }
  }
}

function announced({ nameWarning }: UnreadType, by: string): readonly Notice[] {
  const told = warning('converted', message('reading.notices.converted', { by }))
  return nameWarning === null ? [told] : [nameWarning, told]
}

async function notConverted(
  { mediaType }: UnreadType,
  { office, mayConvert }: ReadConvertedOptions,
): Promise<ReadFailedError> {
  const { words, saveAs = ['PDF'] } = mediaTypeWords(mediaType)
  const { file } = await office.state()
  const todo = file !== null ? 'allowLibreOffice' : mayConvert ? 'missingLibreOffice' : 'installLibreOffice'
  const what = message('unread.kindsItself', { kind: message(`unread.plurals.${words}`) })
  const said = sentences(what, message(`unread.advice.${todo}`, { formats: { any: saveAs } }))
  return new ReadFailedError({ code: 'unsupported', message: said, retry: true })
}
