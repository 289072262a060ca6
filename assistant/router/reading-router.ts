import { basename } from 'node:path'
import type { Job } from '../../contract/document.ts'
import type { Assistant } from '../assembly/assistant.ts'
import { acceptDocument } from '../documents/accept-document.ts'
import { coverageReport } from '../documents/coverage-report.ts'
import { findDocument } from '../documents/find-document.ts'
import {
  readUnsupported,
  recogniseDocument,
  recognisePages,
  retryReading,
  takeOwnText,
  unlockDocument,
} from '../documents/read-again.ts'
import { replaceable, replaceDocument } from '../documents/replace-document.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { takeOriginal } from '../reading/intake/take-original.ts'
import { failureOf } from '../reading/reading-stages.ts'
import { changeReadingOptions, readingOptions } from '../reading/reading-options.ts'
import { api } from './contract-base.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** The part of `library` that is about how documents are read. */
export const readingRouter = {
  coverage: api.library.coverage.handler(async ({ input, context: { assistant } }) =>
    coverageReport((await assistant.matters.open(input.matter)).store),
  ),
  unlock: api.library.unlock.handler(async ({ input, context: { assistant } }) => {
    const { matter, queue, documentId } = await open(assistant, input)
    unlockDocument(matter, queue, documentId, input.password)
  }),
  replace: api.library.replace.handler(async ({ input, context: { assistant }, signal }) => {
    const matter = await assistant.matters.openToAdd(input.matter)
    const queue = assistant.reading.queue(matter)
    const { documentId } = findDocument(matter, input.document)
    replaceable(matter.store.documents.get(documentId, null))
    const original = await givenOriginal(matter, input.file, signal)
    await replaceDocument(matter, queue, documentId, { name: basename(input.file), original })
    queue.run()
    assistant.events.tell({ type: 'documents-changed', matter: matter.id })
  }),
  accept: api.library.accept.handler(async ({ input, context: { assistant } }) => {
    const { matter, queue, documentId } = await open(assistant, input)
    await acceptDocument(documentId, { matter, queue, now: assistant.now })
    queue.run()
    void assistant.reading.embedMissing(matter)
    assistant.events.tell({ type: 'documents-changed', matter: matter.id })
  }),
  recognise: api.library.recognise.handler(async ({ input, context: { assistant } }) => {
    const { matter, queue, documentId } = await open(assistant, input)
    recogniseDocument(matter, queue, documentId, input.ocr)
  }),
  recognisePages: api.library.recognisePages.handler(async ({ input, context: { assistant } }) => {
    const { matter, queue, documentId } = await open(assistant, input)
    recognisePages(matter, queue, documentId, input.pages)
    assistant.events.tell({ type: 'documents-changed', matter: matter.id })
  }),
  takeOwnText: api.library.takeOwnText.handler(async ({ input, context: { assistant } }) => {
    const { matter, queue, documentId } = await open(assistant, input)
    takeOwnText(matter, queue, documentId, input.pages)
    assistant.events.tell({ type: 'documents-changed', matter: matter.id })
  }),
  readingOptions: api.library.readingOptions.handler(async ({ input, context: { assistant } }) =>
    readingOptions((await assistant.matters.open(input.matter)).store.settings),
  ),
  changeReadingOptions: api.library.changeReadingOptions.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const { matter: _wanted, ...change } = input
    const before = readingOptions(matter.store.settings)
    const options = changeReadingOptions(matter.store.settings, change)
    if (options.libreOffice && !before.libreOffice) readUnsupported(matter, assistant.reading.queue(matter))
    return options
  }),
  libreOffice: api.library.libreOffice.handler(({ context: { assistant } }) => assistant.office.state()),
}

/** Throws `NOT_FOUND`, or `WRONG_USE` for what is too large or no file, before anything of the document changes. */
async function givenOriginal({ store }: OpenMatter, file: string, signal = new AbortController().signal) {
  try {
    return await takeOriginal(store, file, signal)
  } catch (error) {
    const { message: reason, code } = failureOf(error, signal)
    const said = message('failures.reading.fileNotTaken', { file, reason })
    throw new Failure(code === 'missing' ? 'NOT_FOUND' : 'WRONG_USE', said, { cause: error })
  }
}

async function open(
  { matters, reading }: Assistant,
  { matter: wanted, document }: { readonly matter: string; readonly document: string },
) {
  const matter = await matters.open(wanted)
  return { matter, queue: reading.queue(matter), documentId: findDocument(matter, document).documentId }
}

export const jobRouter = {
  list: api.job.list.handler(async ({ input, context: { assistant } }): Promise<Job[]> => {
    const { store } = await assistant.matters.open(input.matter)
    const rows = new Map(store.documents.list(null).map((row) => [row.documentId, row]))
    return store.jobs.list().flatMap(({ job, documentId, state, stage, attempts, error }) => {
      const row = documentId === null ? undefined : rows.get(documentId)
      if (!row || documentId === null) return []
      const { document, pagesDone, pages } = row
      return [{ job, document, documentId, state, stage, pagesDone, pages, attempts, error }]
    })
  }),
  pause: api.job.pause.handler(async ({ input, context: { assistant } }) =>
    (await queueOf(assistant, input.matter)).pause(),
  ),
  resume: api.job.resume.handler(async ({ input, context: { assistant } }) =>
    (await queueOf(assistant, input.matter)).resume(),
  ),
  cancel: api.job.cancel.handler(async ({ input, context: { assistant } }) =>
    (await queueOf(assistant, input.matter)).cancel(await idOf(assistant, input)),
  ),
  retry: api.job.retry.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const limitMs = input.minutes === null ? null : input.minutes * 60_000
    retryReading(matter, assistant.reading.queue(matter), await idOf(assistant, input), limitMs)
  }),
}

async function queueOf({ matters, reading }: Assistant, matter: string) {
  return reading.queue(await matters.open(matter))
}

async function idOf(
  { matters }: Assistant,
  { matter, document }: { matter: string; document: string | null },
): Promise<string | null> {
  if (document === null) return null
  const { store, name } = await matters.open(matter)
  const row = store.documents.find(document, null)
  if (!row) throw new Failure('NOT_FOUND', message('failures.documents.unknown', { document, matter: name }))
  return row.documentId
}

export const watchRouter = {
  list: api.watch.list.handler(async ({ input, context: { assistant } }) => [
    ...assistant.watching.list(await assistant.matters.open(input.matter)),
  ]),
  add: api.watch.add.handler(async ({ input, context: { assistant } }) =>
    assistant.watching.add(await assistant.matters.openToAdd(input.matter), input.folder),
  ),
  pause: api.watch.pause.handler(async ({ input, context: { assistant } }) =>
    assistant.watching.pause(await assistant.matters.open(input.matter), input.folder),
  ),
  resume: api.watch.resume.handler(async ({ input, context: { assistant } }) =>
    assistant.watching.resume(await assistant.matters.openToAdd(input.matter), input.folder),
  ),
  remove: api.watch.remove.handler(async ({ input, context: { assistant } }) =>
    assistant.watching.remove(await assistant.matters.open(input.matter), input.folder),
  ),
  accept: api.watch.accept.handler(async ({ input, context: { assistant } }) =>
    assistant.watching.accept(await assistant.matters.open(input.matter), input.folder),
  ),
}
