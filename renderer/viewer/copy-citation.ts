import type { DocumentDetail, PageText } from '../../contract/document.ts'
import { citationLine } from '../wording/citation-line.ts'
import { citedPlace } from './place-words.ts'
import type { Span } from './text/text-runs.ts'

/** What is selected below `root` and the page that it begins on; null when nothing is. */
export function selectedQuote(root: Element | null): { readonly quote: string; readonly page: number | null } | null {
  const selection = window.getSelection()
  const quote = selection?.toString().trim()
  const node = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).startContainer : null
  if (!quote || !node || !root?.contains(node)) return null
  const element = node instanceof Element ? node : node.parentElement
  const page = element?.closest('[data-page]')?.getAttribute('data-page')
  return { quote, page: page ? Number(page) : null }
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
