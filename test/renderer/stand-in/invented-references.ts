import type { PassageSource } from '../../../contract/answers/answer.ts'
import type { PageText } from '../../../contract/document.ts'

const PAGE =
  'Notices\n\nA notice is served when it is left at, or sent by registered post to, the last known place of abode.\n\nA notice that is sent otherwise is served when it is received.'
const QUOTE = 'A notice that is sent otherwise is served when it is received.'

export const REFERENCE_PAGES: readonly PageText[] = [
  { page: 4, label: null, start: 0, text: PAGE, blocks: [{ start: 0, end: 7, kind: 'heading', level: 2 }], links: [] },
]

export const REFERENCE_SOURCE: Omit<PassageSource, 'source'> = {
  kind: 'passage',
  documentId: 'c0ffee'.repeat(10) + 'c0ff',
  document: 'Statutes/Notices Act.pdf',
  reference: 'Property statutes',
  textVersion: null,
  read: null,
  page: 4,
  start: PAGE.indexOf(QUOTE),
  end: PAGE.indexOf(QUOTE) + QUOTE.length,
  section: 'Notices',
  text: QUOTE,
  score: 0.7,
  byOcr: false,
}
