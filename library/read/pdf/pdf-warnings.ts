import type { PageNoticed, ReadRequest } from '../read-page.ts'
import { type ReadWarning, warning } from '../read-warning.ts'
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
export function pdfWarnings(found: PdfFound): readonly ReadWarning[] {
  return [...documentWarnings(found), ...pageWarnings(found), ...attachmentWarnings(found)]
}

function documentWarnings(found: PdfFound): readonly ReadWarning[] {
  const { isPatched, noCopying, isXfaForm, signatures } = found
  return [
    isPatched &&
      warning(
        'damaged',
        'The file is damaged and was read by a more patient reader: parts may be missing. Compare it with a sound copy.',
      ),
    noCopying &&
      warning(
        'copying-forbidden',
        'The owner of this PDF does not allow copying its text; it was read for use here only.',
      ),
    isXfaForm &&
      warning(
        'form',
        'This is an XFA form: what is filled in may not be in the text. Open it in Adobe Reader, print it as a PDF and add that.',
      ),
    signatures.length > 0 && warning('signature', signedSentence(signatures)),
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
}: PdfFound): readonly ReadWarning[] {
  const holds = ['holds', 'hold'] as const
  return [
    scanned.length > 0 &&
      warning('not-recognised', `${pageList(scanned)} scanned, without a text layer, and not recognised.`),
    failed.length > 0 && warning('damaged', `${pageList(failed)} damaged and could not be read.`),
    garbled.length > 0 &&
      warning('garbled-text', `${pageList(garbled)} not to be trusted: the text layer looks garbled.`),
    hidden.length > 0 &&
      warning(
        'hidden-text',
        `${pageList(hidden, holds)} text that cannot be seen (invisible, white or covered). It was left out.`,
      ),
    invisible.length > 0 &&
      warning('hidden-text', `${pageList(invisible, holds)} only text that cannot be seen. It was read all the same.`),
    appendedWords > words * APPENDED_SHARE &&
      warning(
        'layout',
        `${appendedWords} of ${words} words did not fit the layout and stand at the end of their pages.`,
      ),
  ].filter((one) => one !== false)
}

function attachmentWarnings({ attachmentsTooLarge, attachmentsFailed }: PdfFound): readonly ReadWarning[] {
  return [
    attachmentsTooLarge &&
      warning('left-out', 'An attachment is too large unpacked: the files inside this PDF were not read.'),
    attachmentsFailed.length > 0 &&
      warning('left-out', `Attachments that could not be unpacked: ${attachmentsFailed.join(', ')}.`),
  ].filter((one) => one !== false)
}

function signedSentence(signatures: readonly string[]): string {
  const told = [...new Set(signatures.filter((signature) => signature !== ''))].join('; ')
  return `It is signed electronically${told === '' ? '' : ` (${told})`}. Whether that is genuine was not checked.`
}

/** "Page 4 is", "Pages 2-4, 9 are". */
function pageList(pages: readonly number[], [one, many]: readonly [string, string] = ['is', 'are']): string {
  if (pages.length === 1) return `Page ${pages[0]} ${one}`
  const runs: string[] = []
  for (let at = 0; at < pages.length; ) {
    let end = at
    while (pages[end + 1] === pages[end]! + 1) end += 1
    runs.push(end === at ? `${pages[at]}` : `${pages[at]}-${pages[end]}`)
    at = end + 1
  }
  return `Pages ${runs.join(', ')} ${many}`
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
