import type { PageText } from '../../../contract/document.ts'
import { type FoldedText, foldText } from './fold-text.ts'

/** Where the searched words stand: offsets of the whole document's text. */
export type Hit = { readonly start: number; readonly end: number; readonly page: number | null }

export type FoldedPage = Pick<PageText, 'page' | 'start'> & { readonly folded: FoldedText }

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
