import type { Notice } from '../../../contract/document.ts'
import type { PageNoticed, ReadRequest } from '../read-page.ts'
import { type Message, message } from '../../../wording/message.ts'
import { warning } from '../read-warning.ts'
import type { PdfRecogniser } from './create-pdf-recogniser.ts'

/** What was found while the pages of a PDF were read; page numbers in order. */
export type PdfFound = {
  readonly scanned: number[]
  readonly failed: number[]
  readonly garbled: number[]
  /** Pages with text that cannot be seen: it was left out, or it was all there is and was kept. */
  readonly hidden: number[]
  readonly invisible: number[]
  /** Names of attachments that could not be unpacked. */
  readonly attachmentsFailed: string[]
  attachmentsTooLarge: boolean
  appendedWords: number
  words: number
  noCopying: boolean
  isXfaForm: boolean
  /** Liteparse called the file damaged and pdf.js opened it. */
  isPatched: boolean
  /** Who signed when, as far as the signatures say. */
  signatures: readonly string[]
}

/** Page numbers alone are no news; more than this share of the words, and the layout was not understood. */
const APPENDED_SHARE = 0.02

export function emptyFound(): PdfFound {
  return {
    scanned: [],
    failed: [],
    garbled: [],
    hidden: [],
    invisible: [],
    attachmentsFailed: [],
    attachmentsTooLarge: false,
    appendedWords: 0,
    words: 0,
    noCopying: false,
    isXfaForm: false,
    isPatched: false,
    signatures: [],
  }
}

/** For the user. */
export function pdfWarnings(found: PdfFound): readonly Notice[] {
  return [...documentWarnings(found), ...pageWarnings(found), ...attachmentWarnings(found)]
}

function documentWarnings(found: PdfFound): readonly Notice[] {
  const { isPatched, noCopying, isXfaForm, signatures } = found
  return [
    isPatched && warning('damaged', message('reading.pdf.patched')),
    noCopying && warning('copying-forbidden', message('reading.pdf.noCopying')),
    isXfaForm && warning('form', message('reading.pdf.form')),
    signatures.length > 0 && warning('signature', signedWords(signatures)),
  ].filter((one) => one !== false)
}

function pageWarnings({
  scanned,
  failed,
  garbled,
  hidden,
  invisible,
  appendedWords,
  words,
}: PdfFound): readonly Notice[] {
  return [
    scanned.length > 0 && warning('not-recognised', message('reading.pdf.scanned', listed(scanned))),
    failed.length > 0 && warning('damaged', message('reading.pdf.failed', listed(failed))),
    garbled.length > 0 && warning('garbled-text', message('reading.pdf.garbled', listed(garbled))),
    hidden.length > 0 && warning('hidden-text', message('reading.pdf.hidden', listed(hidden))),
    invisible.length > 0 && warning('hidden-text', message('reading.pdf.invisible', listed(invisible))),
    appendedWords > words * APPENDED_SHARE &&
      warning('layout', message('reading.pdf.layout', { count: appendedWords, of: words })),
  ].filter((one) => one !== false)
}

function attachmentWarnings({ attachmentsTooLarge, attachmentsFailed }: PdfFound): readonly Notice[] {
  return [
    attachmentsTooLarge && warning('left-out', message('reading.pdf.attachmentsTooLarge')),
    attachmentsFailed.length > 0 &&
      warning('left-out', message('reading.pdf.attachmentsFailed', { names: attachmentsFailed.join(', ') })),
  ].filter((one) => one !== false)
}

function signedWords(signatures: readonly string[]): Message {
  const by = [...new Set(signatures.filter((signature) => signature !== ''))].join('; ')
  return by === '' ? message('reading.pdf.signed') : message('reading.pdf.signedBy', { by })
}

/** How many pages, and which: "2-4, 9". */
function listed(pages: readonly number[]): { readonly count: number; readonly pages: string } {
  const runs: string[] = []
  for (let at = 0; at < pages.length; ) {
    let end = at
    while (pages[end + 1] === pages[end]! + 1) end += 1
    runs.push(end === at ? `${pages[at]}` : `${pages[at]}-${pages[end]}`)
    at = end + 1
  }
  return { count: pages.length, pages: runs.join(', ') }
}

const LISTS = ['scanned', 'failed', 'garbled', 'hidden', 'invisible'] as const

/** Takes in what was noticed on pages that were read before, so that the warnings cover them too. */
export function noteEarlier(found: PdfFound, { noticed = [] }: ReadRequest): void {
  for (const { page, kinds, words, appendedWords } of noticed) {
    for (const list of LISTS) if (kinds.includes(list)) found[list].push(page)
    found.isPatched ||= kinds.includes('patched')
    found.words += words
    found.appendedWords += appendedWords
  }
}

/** What was noticed on one page that was just read; `before` are the counts without it. */
export function noticedOn(
  page: number,
  found: PdfFound,
  before: Pick<PdfFound, 'words' | 'appendedWords'>,
  recogniser: PdfRecogniser,
): PageNoticed {
  const isHandled = recogniser.hasHandled(page)
  const lists = LISTS.filter((list) => {
    const isAnswered = isHandled && (list === 'scanned' || list === 'garbled')
    return !isAnswered && found[list].lastIndexOf(page) >= 0
  })
  const kinds = [
    ...lists,
    ...(found.isPatched ? (['patched'] as const) : []),
    ...(recogniser.wasNeeded(page) ? (['ocr'] as const) : []),
  ]
  return { kinds, words: found.words - before.words, appendedWords: found.appendedWords - before.appendedWords }
}

/** Pages that were read before may lie between those that were read now. */
export function inOrder(found: PdfFound): PdfFound {
  const sorted = LISTS.map((list) => [list, found[list].toSorted((one, other) => one - other)] as const)
  return { ...found, ...Object.fromEntries(sorted) }
}
