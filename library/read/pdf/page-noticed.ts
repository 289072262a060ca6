import type { PageNoticed, ReadRequest } from '../read-page.ts'
import type { PdfRecogniser } from './create-pdf-recogniser.ts'
import type { PdfFound } from './pdf-warnings.ts'

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
