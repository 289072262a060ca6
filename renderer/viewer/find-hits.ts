import type { PageText } from '../../contract/document.ts'

/** Where the searched words stand: offsets of the whole document's text. */
export type Hit = { readonly start: number; readonly end: number; readonly page: number | null }

type FoldedPage = Pick<PageText, 'page' | 'start'> & { readonly folded: FoldedText }

export function foldPages(pages: readonly PageText[]): readonly FoldedPage[] {
  return pages.map(({ page, start, text }) => ({ page, start, folded: foldText(text) }))
}

/** All places of the words in the order of the text. They are found as they are typed, parts of longer words as well. */
export function findHits(pages: readonly FoldedPage[], typed: string): readonly Hit[] {
  const words = foldText(typed.trim()).text
  if (words === '') return []
  const hits: Hit[] = []
  for (const { page, start, folded } of pages)
    for (let at = folded.text.indexOf(words); at >= 0; at = folded.text.indexOf(words, at + words.length))
      hits.push({ ...placeOf(folded, at, at + words.length, start), page })
  return hits
}

function placeOf({ offsets }: FoldedText, from: number, to: number, pageStart: number) {
  const start = offsets[from] ?? 0
  // One letter of the original may be several here (a ligature); a part of it stands for all of it.
  const end = Math.max(offsets[to] ?? 0, (offsets[to - 1] ?? 0) + 1)
  return { start: pageStart + start, end: pageStart + end }
}

/** The first hit on that page or after it; the first of all when there is none. */
export function firstHitFrom(hits: readonly Hit[], page: number | null): number {
  const at = hits.findIndex((hit) => page === null || (hit.page ?? 0) >= page)
  return Math.max(0, at)
}

/** A text without accents, capitals and differences of white space, quotes and dashes. */
type FoldedText = {
  readonly text: string
  /** Offset in the original of each of its units, and of the end. */
  readonly offsets: Int32Array
}

const SPACE = 32
const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  '\u00ad': '',
}

/** Folds a text for searching. Runs of white space become one space, so that a phrase is found across the end of a line. */
export function foldText(text: string): FoldedText {
  const codes: number[] = []
  const offsets: number[] = []
  const push = (code: number, at: number) => {
    if (code === SPACE && codes.at(-1) === SPACE) return
    codes.push(code)
    offsets.push(at)
  }
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 128) push(foldAscii(code), at)
    else {
      const letter = String.fromCodePoint(text.codePointAt(at) ?? code)
      for (const unit of foldLetter(letter)) push(unit.charCodeAt(0), at)
      at += letter.length - 1
    }
  }
  offsets.push(text.length)
  return { text: fromCodes(codes), offsets: Int32Array.from(offsets) }
}

function foldAscii(code: number): number {
  if (code >= 65 && code <= 90) return code + 32
  return code <= SPACE ? SPACE : code
}

function foldLetter(letter: string): readonly string[] {
  const lower = letter.toLowerCase()
  const folded = (PLAIN[lower] ?? lower.normalize('NFKD').replace(/\p{M}/gu, '')).replace(/\s+/g, ' ')
  return folded.toLowerCase().split('')
}

/** In parts: a call takes only so many arguments. */
function fromCodes(codes: readonly number[]): string {
  const parts: string[] = []
  for (let from = 0; from < codes.length; from += 8192)
    parts.push(String.fromCharCode(...codes.slice(from, from + 8192)))
  return parts.join('')
}
