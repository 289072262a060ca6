import { verbatim } from '../../../wording/message.ts'
import type {
  DocumentDetail,
  DocumentRow,
  Notice,
  PageBoxes,
  PageRow,
  PageText,
  PageWords,
} from '../../../contract/document.ts'
import { inventLeaseVersions } from './invented-comparison.ts'
import { inventLargeSheet, inventMail, inventSchedule, inventSheets, inventSlides } from './invented-texts.ts'
import { makePdf } from './make-pdf.ts'
import { makePng } from './make-png.ts'

/** A document of the stand-in: what the contract says of it, and its bytes. All of it is invented. */
export type StandInDocument = {
  readonly detail: DocumentDetail
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly text: readonly PageText[]
  boxes(start: number, end: number): readonly PageBoxes[]
  words(page: number): PageWords
}

const NO_WORDS: PageWords = { width: 0, height: 0, words: [], links: [] }
const OFFICE = 'application/vnd.openxmlformats-officedocument'
const SHEETS = `${OFFICE}.spreadsheetml.sheet`

const LEASE = [
  ['LEASE', '', 'Marlowe Estates and Hollis Bakery', '7 Kestrel Row', '', 'Term: ten years from 1 April 2021.'],
  [
    '7.   Ending the term early',
    '',
    '7.1  The Tenant may end this Lease on 31 March 2025 (the break date)',
    '     by giving not less than six months’ prior written notice.',
    '',
    '7.2  The notice must be copied to the Landlord’s solicitors.',
  ],
  [
    '12.  Notices',
    '',
    '12.1 A notice under this Lease must be in writing and is valid only if it is',
    '     given by hand or sent by recorded delivery.',
    '',
    '12.4 A notice sent by recorded delivery is deemed served on the second',
    '     working day after posting, whether or not it is received.',
    '',
    '12.5 Clause 12.4 does not prevent a party from proving that a notice was in',
    '     fact received on an earlier day by the party to whom it was addressed.',
    '',
    '12.7 Service by electronic mail is not effective service under this Lease.',
  ],
]

const NOTICE = [
  [
    'Hollis Bakery',
    '7 Kestrel Row',
    '',
    'To Marlowe Estates',
    '',
    'We end the lease of 7 Kestrel Row on 31 March 2025.',
  ],
  ['Certificate of posting', '', 'Recorded delivery, posted Friday 27 September 2024, 16:48, item ref. RK 4471'],
]

const LETTER = [
  [
    'Brightwater, managing agents',
    '2 October 2024',
    '',
    'Your notice reached us Monday 30 September and has been',
    'passed to our client.',
  ],
]

const EMAILS = `From: J. Marsh\nTo: Brightwater\nDate: 30 September 2024\n\nPlease confirm that you have our notice. Was Brightwater authorised to receive notices?\n\nFrom: Brightwater\nWe pass all post to the landlord and hold no authority of our own.\n`

const noticed = (...said: readonly string[]): readonly Notice[] =>
  said.map((text) => ({ kind: 'other', text: verbatim(text) }))

/** The documents of the sample, some of them in trouble. */
export async function inventDocuments(): Promise<readonly StandInDocument[]> {
  return [
    await pdfDocument('Lease, signed copy.pdf', LEASE, 'text', {}),
    await pdfDocument('Break notice.pdf', NOTICE, 'ocr', { notices: noticed('Scanned') }),
    await pdfDocument('Letters/Letter, Brightwater, 2 Oct 2024.pdf', LETTER, 'ocr', { notices: noticed('Scanned') }),
    textDocument('Emails Sept–Oct 2024.txt', EMAILS),
    pagedDocument('Service charge 2019–24.xlsx', SHEETS, inventSheets(), {
      notices: noticed('6 sheets', '1 hidden sheet was read too'),
    }),
    pagedDocument('Schedule of dilapidations.docx', `${OFFICE}.wordprocessingml.document`, inventSchedule(), {
      notices: noticed('12 tracked changes accepted', '3 comments'),
    }),
    pagedDocument('Re Notice.eml', 'message/rfc822', inventMail(), {
      notices: noticed('2 attachments, added separately'),
    }),
    pagedDocument('Re Notice.eml/Site meeting.pptx', `${OFFICE}.presentationml.presentation`, inventSlides(), {
      parent: idOf('Re Notice.eml'),
    }),
    imageDocument('Re Notice.eml/Photographed slip.png'),
    troubled('Site survey.pdf', 'failed', 4, [3, 0, 0, 1], {
      code: 'time',
      message: verbatim('Page 4 took longer than 120 seconds and was stopped.'),
      retry: true,
    }),
    troubled('Rent ledger 2019–24.pdf', 'partial', 22, [21, 0, 0, 1], null),
    troubled('Bank statements Q3.pdf', 'needs-password', 0, [0, 0, 0, 0], {
      code: 'password',
      message: verbatim('This PDF is locked. Give its password to read it.'),
      retry: true,
    }),
    troubled('Disclosure bundle B.pdf', 'recognising', 148, [0, 58, 2, 0], null),
    troubled('Correspondence.msg', 'unsupported', 0, [0, 0, 0, 0], {
      code: 'unsupported',
      message: verbatim('Outlook’s own format is not read.'),
      retry: false,
    }),
  ]
}

/** A file that was just added through the window. */
export function addedDocument(path: string, bytes: Uint8Array<ArrayBuffer>): StandInDocument {
  return { ...textDocument(path, new TextDecoder().decode(bytes)), bytes }
}

/** Two versions of a lease, to be compared. */
export function leaseVersions(): readonly [before: StandInDocument, after: StandInDocument] {
  const { before, after } = inventLeaseVersions()
  const type = `${OFFICE}.wordprocessingml.document`
  return [pagedDocument('Lease, draft 2.docx', type, before, {}), pagedDocument('Lease, draft 3.docx', type, after, {})]
}

/** A workbook with one sheet of many rows. */
export function largeDocument(rows: number): StandInDocument {
  return pagedDocument('All payments.xlsx', SHEETS, inventLargeSheet(rows), {})
}

async function pdfDocument(
  document: string,
  pages: readonly (readonly string[])[],
  state: 'text' | 'ocr',
  change: Partial<DocumentRow>,
): Promise<StandInDocument> {
  const made = await makePdf(pages)
  const pageRows = made.text.map(
    ({ page, text }): PageRow => ({ page, label: String(page), state, reason: null, characters: text.length }),
  )
  const counts = state === 'text' ? [pages.length, 0, 0, 0] : [0, pages.length, 0, 0]
  const row = rowOf(document, 'ready', pages.length, counts, made.bytes.length, 'application/pdf')
  const detail = { ...row, ...change, pageRows, ocrPages: [], reader: 'stand-in 1.0', textVersion: 1 }
  return state === 'text' ? { ...made, detail } : { ...made, detail, words: (page) => withDoubts(made.words(page)) }
}

/** As OCR gives them: sure of most words, not of every seventh. */
function withDoubts({ words, ...page }: PageWords): PageWords {
  return { ...page, words: words.map((word, at) => ({ ...word, confidence: at % 7 === 3 ? 41 : 93 })) }
}

function pagedDocument(
  document: string,
  mediaType: string,
  text: readonly PageText[],
  change: Partial<DocumentRow>,
): StandInDocument {
  const pageRows = text.map(
    ({ page, label, text: { length } }): PageRow => ({ page, label, state: 'text', reason: null, characters: length }),
  )
  const row = rowOf(document, 'ready', text.length, [text.length, 0, 0, 0], 48_000, mediaType)
  const detail = { ...row, ...change, pageRows, ocrPages: [], reader: 'stand-in 1.0', textVersion: 1 }
  return { bytes: new Uint8Array(), text, boxes: () => [], words: () => NO_WORDS, detail }
}

/** A photographed slip: its words are dark bars. */
function imageDocument(document: string): StandInDocument {
  const text = 'Item ref. RK 4471 posted Friday 27 September 2024'
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }, at) => ({
    start: index,
    end: index + word.length,
    text: word,
    confidence: at === 3 ? 38 : 90,
    x: 40 + (at % 4) * 130,
    y: 60 + Math.floor(at / 4) * 60,
    width: 14 * word.length,
    height: 24,
  }))
  const size = { width: 600, height: 320 }
  const page = { page: 1, label: null, start: 0, text, blocks: [], links: [] }
  const pageRows: PageRow[] = [{ page: 1, label: null, state: 'ocr', reason: null, characters: text.length }]
  const row = { ...rowOf(document, 'ready', 1, [0, 1, 0, 0], 9000, 'image/png'), parent: idOf('Re Notice.eml') }
  const boxes = (start: number, end: number) => words.filter((word) => word.start < end && word.end > start)
  return {
    bytes: makePng(size.width, size.height, words),
    text: [page],
    boxes: (start, end) => [{ page: 1, ...size, boxes: boxes(start, end) }],
    words: () => ({ ...size, words, links: [] }),
    detail: { ...row, pageRows, ocrPages: [], reader: 'stand-in 1.0', textVersion: 1 },
  }
}

function textDocument(document: string, text: string): StandInDocument {
  const bytes = new TextEncoder().encode(text)
  const pageRows: PageRow[] = [{ page: null, label: null, state: 'text', reason: null, characters: text.length }]
  const row = { ...rowOf(document, 'ready', 1, [1, 0, 0, 0], bytes.length, 'text/plain'), characters: text.length }
  return {
    bytes,
    text: [{ page: null, label: null, start: 0, text, blocks: [], links: [] }],
    boxes: () => [],
    words: () => NO_WORDS,
    detail: { ...row, pageRows, ocrPages: [], reader: 'stand-in 1.0', textVersion: 1 },
  }
}

function troubled(
  document: string,
  state: DocumentRow['state'],
  pages: number,
  counts: readonly number[],
  error: DocumentRow['error'],
): StandInDocument {
  const row = { ...rowOf(document, state, pages, counts, 31_400_000, 'application/pdf'), error, characters: 0 }
  const pageRows = Array.from({ length: pages }, (_, index): PageRow => {
    const isFailed = (counts[3] ?? 0) > 0 && index === (pages === 4 ? 3 : 16)
    const label = String(index + 1)
    return isFailed
      ? { page: index + 1, label, state: 'failed', reason: verbatim(pages === 4 ? 'time' : 'damaged'), characters: 0 }
      : { page: index + 1, label, state: 'text', reason: null, characters: 1367 }
  })
  return {
    bytes: new Uint8Array(),
    text: [],
    boxes: () => [],
    words: () => NO_WORDS,
    detail: { ...row, pageRows, ocrPages: [], reader: 'stand-in 1.0', textVersion: 1 },
  }
}

function rowOf(
  document: string,
  state: DocumentRow['state'],
  pages: number,
  [pagesWithText = 0, pagesByOcr = 0, pagesEmpty = 0, pagesFailed = 0]: readonly number[],
  bytes: number,
  mediaType: string,
): DocumentRow {
  return {
    documentId: idOf(document),
    document,
    state,
    pages,
    pagesDone: pagesWithText + pagesByOcr + pagesEmpty + pagesFailed,
    pagesWithText,
    pagesByOcr,
    pagesEmpty,
    pagesFailed,
    characters: 4000,
    passages: state === 'ready' ? 12 : 0,
    passagesEmbedded: state === 'ready' ? 12 : 0,
    bytes,
    mediaType,
    sha256: '91be03d7f0c1'.repeat(5) + '5a10',
    addedAt: '2026-06-03T09:58:00.000Z',
    error: null,
    notices: [],
    parent: null,
    sameAs: null,
    accepted: false,
    previous: null,
  }
}

function idOf(document: string): string {
  return `d-${document.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
}
