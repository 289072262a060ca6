import { wholeDocument } from '../read-page.ts'
import { readsWhole } from '../read-source.ts'
import { rtfText } from './rtf-text.ts'

/** An RTF document, one unit without pages. Throws `ReadFailedError` past the limits. */
export const readRtf = readsWhole(({ bytes, limits }) => {
  const { text, blocks, warnings } = rtfText(bytes, limits)
  return { page: wholeDocument(text, blocks, 'the document has no text'), warnings }
})
