import type { SourcePlace } from '../../../checks/confirm.ts'
import type { Claim, PassageSource } from '../../../contract/answers/answer.ts'
import { rowInWords } from './row-in-words.ts'

/** Of a sentence that nothing is said against. */
export const NO_REMARKS = {
  absent: [],
  differences: [],
  differsFrom: [],
  disagreesWith: [],
  instead: null,
  judged: null,
  authorities: [],
} satisfies Partial<Claim>

/** Cells of a row without a head, and marks of lists and emphasis, as they read in a sentence. */
const CELLS = /\s*\t\s*|\s*\|\s*/g
const MARKS = /^\s*(?:[-*•–▪◦]\s+|#{1,6}\s+)|\*\*|__|\\$/gm

/**
 * A sentence of an answer that is a place of its source, word for word: a row with its cells and the names of their columns, a value with
 * the label that stands before it. Null where the source is not among the passages.
 */
export function quotedClaim(
  { place, source }: SourcePlace,
  {
    passages,
    question,
    index,
  }: { readonly passages: readonly PassageSource[]; readonly question: string; readonly index: number },
): Claim | null {
  const cited = passages.find((passage) => passage.source === source)
  if (!cited) return null
  const { document, documentId, reference, page, start, text } = cited
  const quote = text.slice(place.start, place.end)
  return {
    index,
    text: place.kind === 'row' ? rowText(quote, place.label, question) : readable(withLabel(quote, place.label)),
    verdict: 'verbatim',
    ...NO_REMARKS,
    citations: [
      { source, document, documentId, reference, page, start: start + place.start, end: start + place.end, quote },
    ],
  }
}

/** "Date of Judgment: 15 May 2023": of a value alone nobody can see what it is. */
const SAYS_ITSELF = /[.!?;]\s*$|:/
const LABEL = /:[*_\s]*$/

function withLabel(quote: string, label: string): string {
  return SAYS_ITSELF.test(quote.trim()) || !LABEL.test(label) ? quote : `${label} ${quote}`
}

function rowText(row: string, head: string, question: string): string {
  return rowInWords(row, head, question) ?? readable(row)
}

/** Offsets of what is cited stay those of the document; only what is shown is smoothed. */
function readable(quote: string): string {
  return quote
    .replace(MARKS, '')
    .replace(CELLS, ', ')
    .replace(/\s+/g, ' ')
    .replace(/^(?:, )+|(?:, )+$/g, '')
    .trim()
}
