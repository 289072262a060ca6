import type { Source } from '../../../contract/answer.ts'
import type { PageText } from '../../../contract/document.ts'
import type { Reference } from '../../../contract/reference.ts'

/** One that was built here, and one that a team shares and that was built with another embedding model. */
export function inventReferences(): Reference[] {
  return [
    {
      reference: 'Property statutes',
      documents: 212,
      pages: 4180,
      passages: 31_870,
      address: '/home/user/.local/share/consilium/references/Property statutes',
      host: null,
      builtAt: '2026-05-28T10:12:00.000Z',
      embedder: 'all-MiniLM-L6-v2',
      fits: true,
      own: true,
      switchedOffIn: [],
    },
    {
      reference: 'Court practice directions',
      documents: 96,
      pages: 7350,
      passages: 58_204,
      address: 's3://chambers/directions',
      host: 'minio.chambers.example:9000',
      builtAt: '2026-04-02T08:00:00.000Z',
      embedder: 'multilingual-e5-small',
      fits: false,
      own: false,
      switchedOffIn: [],
    },
  ]
}

const PAGE =
  'Notices\n\nA notice is served when it is left at, or sent by registered post to, the last known place of abode.\n\nA notice that is sent otherwise is served when it is received.'
const QUOTE = 'A notice that is sent otherwise is served when it is received.'

export const REFERENCE_PAGES: readonly PageText[] = [{ page: 4, label: null, start: 0, text: PAGE }]

export const REFERENCE_SOURCE: Omit<Source, 'source'> = {
  kind: 'passage',
  documentId: 'c0ffee'.repeat(10) + 'c0ff',
  document: 'Statutes/Notices Act.pdf',
  reference: 'Property statutes',
  textVersion: null,
  page: 4,
  start: PAGE.indexOf(QUOTE),
  end: PAGE.indexOf(QUOTE) + QUOTE.length,
  section: 'Notices',
  text: QUOTE,
  score: 0.7,
  byOcr: false,
}
