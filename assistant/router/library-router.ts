import { basename } from 'node:path'
import type { AddEvent, DocumentDetail, ReadingOptions, SearchHit, SearchResult } from '../../contract/document.ts'
import { withReserve } from '../../store/home.ts'
import { mergeEvidence } from '../answers/evidence/passage-source.ts'
import type { Assistant } from '../assembly/assistant.ts'
import { citationsOf } from '../documents/citations.ts'
import { documentIdsMatching, findDocument, findReading } from '../documents/find-document.ts'
import { boxesOfSpans, textWithBlocks, wordsOfPage } from '../documents/page-layout.ts'
import { removePrevious, replaceDocument } from '../documents/replace-document.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { PassageEvidence } from '../questions/evidence-source.ts'
import { addPaths } from '../reading/intake/add-paths.ts'
import { leaveOut } from '../reading/intake/left-out.ts'
import { takeUpload } from '../reading/intake/take-upload.ts'
import { rememberPassword } from '../reading/known-passwords.ts'
import { removeWithInside } from '../reading/take-attachments.ts'
import { NO_REFERENCES } from '../references/search-references.ts'
import { api, guarded, signalOr } from './contract-base.ts'
import { readingRouter } from './reading-router.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

const BYTES_AT_MOST = 4 * 2 ** 20

export const libraryRouter = {
  addPaths: api.library.addPaths.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, addToMatter(input, assistant, signal)),
  ),
  addBytes: api.library.addBytes.handler(async ({ input, context: { assistant } }) => {
    const { matters, uploads, reading, now } = assistant
    const matter = await matters.openToAdd(input.matter)
    const bytes = new Uint8Array(await input.chunk.arrayBuffer())
    const piece = { from: input.from, bytes, isLast: input.last }
    const original = await uploads.take(matter.store, input.upload, piece)
    if (!original) return { documentId: null }
    const queue = reading.queue(matter)
    const replaced = input.replaces === null ? null : findDocument(matter, input.replaces).documentId
    const documentId =
      replaced ?? (await takeUpload(matter, queue, { path: input.path, original, addedAt: now().toISOString() }))
    if (replaced !== null) await replaceDocument(matter, queue, replaced, { name: input.path, original })
    queue.run()
    assistant.events.tell({ type: 'documents-changed', matter: matter.id })
    return { documentId }
  }),
  documents: api.library.documents.handler(async ({ input, context: { assistant } }) => {
    const { store } = await assistant.matters.open(input.matter)
    return [...store.documents.list(await embedderRevision(assistant))]
  }),
  document: api.library.document.handler(async ({ input, context: { assistant } }): Promise<DocumentDetail> => {
    const matter = await assistant.matters.open(input.matter)
    const row = findDocument(matter, input.document, await embedderRevision(assistant))
    const version = row.textVersionId === null ? null : matter.store.textVersions.get(row.textVersionId)
    return {
      ...row,
      textVersion: row.textVersionId,
      pageRows: version ? [...matter.store.pages.list(version.id)] : [],
      reader: version?.reader ?? '',
    }
  }),
  ...readingRouter,
  text: api.library.text.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const { textVersionId } = findReading(matter, input)
    return textVersionId === null ? [] : textWithBlocks(matter.store, textVersionId)
  }),
  citations: api.library.citations.handler(async ({ input, context: { assistant } }) => [
    ...citationsOf(await assistant.matters.open(input.matter), input.document),
  ]),
  boxes: api.library.boxes.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const { textVersionId } = findReading(matter, input)
    return textVersionId === null ? [] : boxesOfSpans(matter.store.pages, textVersionId, input.spans)
  }),
  words: api.library.words.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const { textVersionId } = findReading(matter, input)
    const none = { width: 0, height: 0, words: [], links: [] }
    return textVersionId === null ? none : wordsOfPage(matter.store, textVersionId, input.page)
  }),
  password: api.library.password.handler(async ({ input, context: { assistant } }) => {
    const { password } = findDocument(await assistant.matters.open(input.matter), input.document)
    return { password }
  }),
  bytes: api.library.bytes.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const { sha256, bytes: size, document } = findReading(matter, input)
    const to = Math.min(input.to, input.from + BYTES_AT_MOST)
    const bytes = matter.store.originals.read(sha256, input.from, to)
    return { size, bytes: new File([bytes as Uint8Array<ArrayBuffer>], basename(document)) }
  }),
  pageImage: api.library.pageImage.handler(async ({ input, context: { assistant }, signal }) => {
    const matter = await assistant.matters.open(input.matter)
    const { sha256, document, mediaType } = findReading(matter, input)
    if (!mediaType.startsWith('image/'))
      throw new Failure('WRONG_USE', message('failures.documents.noPicture', { document }))
    const drawn = await assistant.pictures.draw(matter, sha256, input.page, signal)
    const bytes = drawn.bytes as Uint8Array<ArrayBuffer>
    return { image: new File([bytes], basename(document), { type: drawn.mediaType }) }
  }),
  remove: api.library.remove.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const row = findDocument(matter, input.document)
    const { documentId, document } = row
    const queue = assistant.reading.queue(matter)
    const { leftOut, all } = await withReserve(assistant.session.home, async () => ({
      leftOut: row.parent === null && leaveOut(matter.store.settings, row.root, row.path, row),
      all: await removeWithInside(documentId, { matter, queue }),
    }))
    rememberTotals(assistant, matter)
    return { removed: document, inside: all - 1, left: 0, leftOut }
  }),
  removePrevious: api.library.removePrevious.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const removed = await withReserve(assistant.session.home, () => removePrevious(matter, input.document))
    assistant.events.tell({ type: 'documents-changed', matter: matter.id })
    return removed
  }),
  search: api.library.search.handler(async ({ input, context: { assistant } }): Promise<SearchResult> => {
    const { matters, foreground } = assistant
    const matter = await matters.open(input.matter)
    using _waitedFor = foreground.enter()
    using _user = matter.users.enter()
    const startedMs = performance.now()
    const documentIds = input.documents.length === 0 ? undefined : documentIdsMatching(matter, input.documents)
    const { question, limit } = input
    const references = documentIds ? null : await assistant.references.of(matter.id)
    const [{ hits, usedVectors }, found] = await Promise.all([
      matter.library.search({ question, limit, documentIds }),
      references?.search(question, limit) ?? NO_REFERENCES,
    ])
    const merged = mergeEvidence(question, matter, hits, found.hits, limit)
    const ms = performance.now() - startedMs
    return {
      question,
      ms,
      vectors: usedVectors,
      notSearched: [...found.notSearched],
      hits: merged.map((evidence, at) => toSearchHit(evidence, at + 1)),
    }
  }),
}

type AddInput = {
  readonly matter: string
  readonly paths: readonly string[]
  readonly ocr: ReadingOptions['ocr'] | null
  readonly passwords: readonly string[]
}

async function* addToMatter(
  { matter: wanted, paths, ocr, passwords }: AddInput,
  { matters, reading, now }: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<AddEvent, void, void> {
  const matter = await matters.openToAdd(wanted)
  const ended = AbortSignal.any([matter.closing, ...(signal ? [signal] : [])])
  for (const password of passwords) rememberPassword(matter.store.settings, password)
  yield* addPaths(paths, { matter, queue: reading.queue(matter), now, ocr }, ended)
}

function toSearchHit(evidence: PassageEvidence, rank: number): SearchHit {
  const { score, documentId, document, reference, page, start, end, section, text, alsoIn = [] } = evidence
  return { rank, score, documentId, document, reference, page, start, end, section, text, alsoIn }
}

function rememberTotals({ session, events }: Assistant, { id, store }: OpenMatter): void {
  session.store().app.matters.rememberTotals(id, store.documents.totals())
  events.tell({ type: 'matters-changed' })
  events.tell({ type: 'documents-changed', matter: id })
}

async function embedderRevision({ shelf }: Assistant): Promise<string | null> {
  return (await shelf.embedder())?.info.revision ?? null
}

export const referenceRouter = {
  list: api.reference.list.handler(({ context: { assistant } }) => assistant.references.list()),
  build: api.reference.build.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, assistant.references.build(input, signalOr(signal))),
  ),
  attach: api.reference.attach.handler(({ input, context: { assistant } }) => assistant.references.attach(input)),
  remove: api.reference.remove.handler(({ input, context: { assistant } }) =>
    assistant.references.remove(input.reference, input.deleteFiles),
  ),
  use: api.reference.use.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    assistant.references.use(input.reference, matter.id, input.on)
    matter.store.ledger.append('reference-switched', { reference: input.reference, on: input.on })
  }),
  text: api.reference.text.handler(({ input, context: { assistant } }) =>
    assistant.references.text(input.reference, input.documentId),
  ),
}
