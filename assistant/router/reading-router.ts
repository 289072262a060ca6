import { basename } from 'node:path'
import type { Assistant } from '../assistant.ts'
import { AssistantError } from '../home/assistant-error.ts'
import { acceptDocument } from '../documents/accept-document.ts'
import { coverageReport } from '../documents/coverage-report.ts'
import { findDocument } from '../documents/find-document.ts'
import {
  readUnsupported,
  recogniseDocument,
  recognisePages,
  takeOwnText,
  unlockDocument,
} from '../documents/read-again.ts'
import { replaceable, replaceDocument } from '../documents/replace-document.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { failureOf } from '../reading/read-document.ts'
import { takeOriginal } from '../reading/take-original.ts'
import { changeReadingOptions, readingOptions } from '../reading/ocr-request.ts'
import { api } from './contract-base.ts'

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
    const { matter, queue, documentId } = await open(assistant, input)
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
    const { message, code } = failureOf(error, signal)
    throw new AssistantError(code === 'missing' ? 'NOT_FOUND' : 'WRONG_USE', `${file}: ${message}`, { cause: error })
  }
}

async function open(
  { matters, reading }: Assistant,
  { matter: wanted, document }: { readonly matter: string; readonly document: string },
) {
  const matter = await matters.open(wanted)
  return { matter, queue: reading.queue(matter), documentId: findDocument(matter, document).documentId }
}
