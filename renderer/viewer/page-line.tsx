import type { DocumentDetail, PageRow } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'

type Props = {
  readonly document: DocumentDetail
  /** Null for a format without pages. */
  readonly page: number | null
  /** Goes to another page; null while all are shown. */
  readonly onLeaf: ((page: number) => void) | null
  readonly whole: React.ReactNode
  /** Buttons for the size of the page; null for text, which has the window's. */
  readonly size: React.ReactNode
}

/** Which page this is, how it was read, and the way to the others. */
export function PageLine({ document, page, onLeaf, whole, size }: Props) {
  if (page === null)
    return (
      <p className="page-line">
        <span>The text as it was read; this format has no pages.</span>
      </p>
    )
  const row = document.pageRows.find((one) => one.page === page) ?? null
  return (
    <p className="page-line">
      {onLeaf && document.pages > 1 ? (
        <Button look="quiet" isSmall aria-label="Previous page" isOff={page <= 1} onClick={() => onLeaf(page - 1)}>
          ‹
        </Button>
      ) : null}
      <span data-testid="page-line">{pageWords(row, page, document.pages)}</span>
      {onLeaf && document.pages > 1 ? (
        <Button
          look="quiet"
          isSmall
          aria-label="Next page"
          isOff={page >= document.pages}
          onClick={() => onLeaf(page + 1)}
        >
          ›
        </Button>
      ) : null}
      <span className="end">
        {size} {document.pages > 1 ? whole : null}
      </span>
    </p>
  )
}

const READ_AS: Readonly<Record<PageRow['state'], string>> = {
  text: 'Own text, not OCR.',
  ocr: 'Recognised by OCR: compare with the page.',
  empty: 'No words on it.',
  failed: 'Could not be read.',
}

/** `Page 14 of 38, printed 12. Own text, not OCR.` */
export function pageWords(row: PageRow | null, page: number, pages: number): string {
  const printed = row?.label && row.label !== String(page) ? `, printed ${row.label}` : ''
  return `Page ${page} of ${pages}${printed}. ${row ? READ_AS[row.state] : ''}`.trim()
}
