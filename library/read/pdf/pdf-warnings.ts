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

/** Plain sentences for the user. */
export function pdfWarnings(found: PdfFound): readonly string[] {
  return [
    found.isPatched &&
      'The file is damaged and was read by a more patient reader: parts may be missing. Compare it with a sound copy.',
    found.noCopying && 'The owner of this PDF does not allow copying its text; it was read for use here only.',
    found.isXfaForm &&
      'This is an XFA form: what is filled in may not be in the text. Open it in Adobe Reader, print it as a PDF and add that.',
    found.signatures.length > 0 && signedSentence(found.signatures),
    found.scanned.length > 0 &&
      `${pageList(found.scanned)} scanned: no text layer, and text recognition is not there yet.`,
    found.failed.length > 0 && `${pageList(found.failed)} damaged and could not be read.`,
    found.garbled.length > 0 && `${pageList(found.garbled)} not to be trusted: the text layer looks garbled.`,
    found.hidden.length > 0 &&
      `${pageList(found.hidden, ['holds', 'hold'])} text that cannot be seen (invisible, white or covered). It was left out.`,
    found.invisible.length > 0 &&
      `${pageList(found.invisible, ['holds', 'hold'])} only text that cannot be seen. It was read all the same.`,
    found.appendedWords > found.words * APPENDED_SHARE &&
      `${found.appendedWords} of ${found.words} words did not fit the layout and stand at the end of their pages.`,
    found.attachmentsTooLarge && 'An attachment is too large unpacked: the files inside this PDF were not read.',
    found.attachmentsFailed.length > 0 &&
      `Attachments that could not be unpacked: ${found.attachmentsFailed.join(', ')}.`,
  ].filter((warning) => warning !== false)
}

function signedSentence(signatures: readonly string[]): string {
  const told = [...new Set(signatures.filter((signature) => signature !== ''))].join('; ')
  return `It is signed electronically${told === '' ? '' : ` (${told})`}. Whether that is genuine was not checked.`
}

/** "Page 4 is", "Pages 2-4, 9 are". */
function pageList(pages: readonly number[], [one, many] = ['is', 'are']): string {
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
