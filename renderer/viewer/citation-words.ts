import type { DocumentDetail, PageRow, PageText } from '../../contract/document.ts'
import { pageUnit, pageWords } from '../../contract/page-unit.ts'
import { citationLine } from '../../wording/document-name.ts'
import type { Span } from './text/text-context.ts'
import { t } from '../../wording/translate.ts'

type Paged = Pick<DocumentDetail, 'mediaType' | 'pages'> & {
  readonly pageRows: readonly Pick<PageRow, 'page' | 'label'>[]
}

/** A label that says more than the number: the name of a sheet, the number printed on a page. */
export function pageLabel({ pageRows }: Pick<Paged, 'pageRows'>, page: number): string | null {
  const row = pageRows.find((one) => one.page === page)
  return row ? labelOfRow(row) : null
}

/** The same of a page whose row is at hand. */
export function labelOfRow({ page, label }: Pick<PageRow, 'page' | 'label'>): string | null {
  const said = label?.trim()
  return said && said !== String(page) ? said : null
}

/** `Page 14 of 38, printed 12`, `Sheet Rates (2 of 6)`, `Slide 4 of 20: Next steps`: where one is. */
export function placeWords(document: Paged, page: number): string {
  const unit = pageUnit(document.mediaType)
  const label = pageLabel(document, page)
  const place = { page: String(page), pages: String(document.pages) }
  return label ? t(`viewer.place.labelled.${unit}`, { ...place, label }) : t(`viewer.place.of.${unit}`, place)
}

/** Where words of a document stand, as they are cited. */
export function citedPlace(document: Paged, page: number | null): string {
  return pageWords(document.mediaType, page, page === null ? null : pageLabel(document, page))
}

type Selected = { readonly quote: string; readonly page: number | null }

/** What is selected below `root`, and the page that it begins on; null when nothing is. */
export function selectedQuote(root: Element | null): Selected | null {
  const selection = window.getSelection()
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  if (!range || range.collapsed || !root?.contains(range.startContainer)) return null
  const quote = String(selection).trim()
  const { startContainer: node } = range
  const sheet = (node instanceof Element ? node : node.parentElement)?.closest('[data-page]')
  const page = sheet?.getAttribute('data-page')
  return quote === '' ? null : { quote, page: page ? Number(page) : null }
}

/** The words of spans, several parted by an ellipsis, and the page of the first. */
export function quoteOfSpans(
  pages: readonly PageText[],
  spans: readonly Span[],
): { readonly quote: string; readonly page: number | null } | null {
  const parts = spans.flatMap(({ start, end }) => {
    const page = pages.findLast((one) => one.start <= start)
    return page ? [{ page: page.page, quote: page.text.slice(start - page.start, end - page.start).trim() }] : []
  })
  return parts[0] ? { quote: parts.map(({ quote }) => quote).join(' … '), page: parts[0].page } : null
}

/** `Lease.pdf, page 9: “six months’ notice”`. */
export function citationOf(document: DocumentDetail, quote: string, page: number | null): string {
  return citationLine(document.document, citedPlace(document, page), quote)
}
