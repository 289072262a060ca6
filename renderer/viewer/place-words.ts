import type { DocumentDetail, PageRow } from '../../contract/document.ts'
import { pageUnit, pageWords } from '../../contract/page-unit.ts'

type Paged = Pick<DocumentDetail, 'mediaType' | 'pages'> & {
  readonly pageRows: readonly Pick<PageRow, 'page' | 'label'>[]
}

/** A label that says more than the number: the name of a sheet, the number printed on a page. */
export function pageLabel({ pageRows }: Pick<Paged, 'pageRows'>, page: number): string | null {
  const label = pageRows.find((row) => row.page === page)?.label?.trim()
  return label && label !== String(page) ? label : null
}

/** `Page 14 of 38, printed 12`, `Sheet Rates (2 of 6)`, `Slide 4 of 20: Next steps`: where one is. */
export function placeWords(document: Paged, page: number): string {
  const unit = pageUnit(document.mediaType)
  const label = pageLabel(document, page)
  const of = `${page} of ${document.pages}`
  if (unit === 'page') return `Page ${of}${label ? `, printed ${label}` : ''}`
  const name = `${unit[0]?.toUpperCase()}${unit.slice(1)}`
  if (!label) return `${name} ${of}`
  return unit === 'sheet' ? `${name} ${label} (${of})` : `${name} ${of}: ${label}`
}

/** Where words of a document stand, as they are cited. */
export function citedPlace(document: Paged, page: number | null): string {
  return pageWords(document.mediaType, page, page === null ? null : pageLabel(document, page))
}
