import type { Assistant } from '../assistant.ts'
import { coverageReport } from '../documents/coverage-report.ts'
import { findDocument } from '../documents/find-document.ts'
import { readUnsupported, recogniseDocument, unlockDocument } from '../documents/read-again.ts'
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
  recognise: api.library.recognise.handler(async ({ input, context: { assistant } }) => {
    const { matter, queue, documentId } = await open(assistant, input)
    recogniseDocument(matter, queue, documentId, input.ocr)
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

async function open(
  { matters, reading }: Assistant,
  { matter: wanted, document }: { readonly matter: string; readonly document: string },
) {
  const matter = await matters.open(wanted)
  return { matter, queue: reading.queue(matter), documentId: findDocument(matter, document).documentId }
}
