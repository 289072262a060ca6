import { type Message, message } from '../../wording/message.ts'
import { pdfStart } from '../../library/read/media-type.ts'
import type { DocumentRow, DocumentState } from '../../store/matter/document-rows.ts'
import type { NewPage } from '../../store/matter/pages.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { publishReading } from '../reading/publish-reading.ts'
import { completeTextVersion, readingSource } from '../reading/read-text-version.ts'
import { takeAttachments, type TakeAttachmentsOptions } from '../reading/take-attachments.ts'
import { Failure } from '../../wording/failure.ts'

/** Those that ask for attention. */
const ACCEPTABLE: readonly DocumentState[] = ['partial', 'failed', 'needs-password', 'unsupported']
/** Of a PDF; enough to find its header. */
const HEAD_BYTES = 2048

/**
 * The user takes a document as it is. Pages of a reading that failed or was stopped are shown and searched from now on; those
 * that it did not reach count as failed, so that the document is partial. Throws `WRONG_USE` where there is nothing to accept.
 */
export async function acceptDocument(documentId: string, options: TakeAttachmentsOptions): Promise<void> {
  const { store } = options.matter
  const row = store.documents.get(documentId, null)
  if (!ACCEPTABLE.includes(row.state))
    throw new Failure('WRONG_USE', message('failures.documents.nothingToAccept', { document: row.document }))
  if (row.state === 'failed') await showReadPages(row, options)
  store.documents.accept(documentId)
}

async function showReadPages(row: DocumentRow, options: TakeAttachmentsOptions): Promise<void> {
  const { documentId, sha256 } = row
  const { store } = options.matter
  const textVersionId = unfinishedReading(options.matter, row)
  if (textVersionId === null) return
  store.database.transaction(() => {
    for (const page of missingPages(store.pages.done(textVersionId), row.pages))
      store.pages.write(textVersionId, page, failedPage(page, row.error?.message ?? message('reading.pages.notRead')))
    completeTextVersion(store, textVersionId, row.path)
    const isPdf = row.mediaType === '' && pdfStart(store.originals.read(sha256, 0, HEAD_BYTES)) >= 0
    if (isPdf) store.documents.change(documentId, { mediaType: 'application/pdf' })
  })
  await endJob(documentId, options)
  await publishReading(options.matter, documentId, textVersionId)
  await takeAttachments(documentId, options)
}

/** The reading that has pages and lacks others; null where there is none. */
function unfinishedReading({ store }: OpenMatter, row: DocumentRow): number | null {
  if (row.sha256 === '') return null
  const { id, complete } = store.textVersions.begin(readingSource(store.settings, row))
  if (!complete && store.pages.list(id).some(({ state }) => state !== 'failed')) return id
  if (!complete) store.textVersions.discard(id)
  return null
}

/** Where nobody knows how many there are, one stands for the rest. */
function missingPages(done: readonly number[], pages: number): readonly number[] {
  const all = Array.from({ length: pages }, (_, index) => index + 1)
  const missing = all.filter((page) => !done.includes(page))
  return missing.length > 0 ? missing : [Math.max(...done) + 1]
}

/** A retry of all that failed has nothing to do with it any more. */
async function endJob(documentId: string, { matter, queue, now }: TakeAttachmentsOptions): Promise<void> {
  const { jobs } = matter.store
  for (const { job, documentId: of, state } of jobs.list())
    if (of === documentId && (state === 'failed' || state === 'cancelled'))
      jobs.finish(job, 'done', now().toISOString(), null)
  await queue.forget(documentId)
}

function failedPage(page: number, reason: Message): NewPage {
  return { page, label: null, state: 'failed', reason, text: '', blocks: [], width: null, height: null, words: null }
}
