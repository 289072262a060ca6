import type { PageBoxes } from '../../../contract/document.ts'
import type { MarkKind } from '../text/text-runs.ts'

/** Marked words on drawn pages, by why they are marked; the later of the list lie on top. */
export type PageMarks = readonly { readonly kind: MarkKind; readonly boxes: readonly PageBoxes[] }[]

/** Those of one page. */
export function marksOfPage(marks: PageMarks, page: number): PageMarks {
  return marks
    .map(({ kind, boxes }) => ({ kind, boxes: boxes.filter((one) => one.page === page && one.boxes.length > 0) }))
    .filter(({ boxes }) => boxes.length > 0)
}

/** `Page 3 of Lease, with the cited words marked`: what a drawn page is called. */
export function pageName(page: number, name: string, marks: PageMarks): string {
  const isCited = marksOfPage(marks, page).some(({ kind }) => kind === 'cited')
  return `Page ${page} of ${name}${isCited ? ', with the cited words marked' : ''}`
}
