import { content, type PdfObject, writePdf } from '../../../../scripts/hostile/write-pdf.ts'

/** First number of the objects that a test adds. */
export const FIRST_EXTRA = 6

/**
 * A one-page PDF of 595 by 842 points drawn by operators, with Helvetica as /F1. `page`, `resources`
 * and `catalogue` are put into those dictionaries; objects in `extra` are numbered from `FIRST_EXTRA`.
 */
export function drawnPdf(
  operators: string,
  more: {
    readonly page?: string
    readonly resources?: string
    readonly catalogue?: string
    readonly extra?: readonly PdfObject[]
  } = {},
): Buffer {
  return writePdf([
    `<< /Type /Catalog /Pages 2 0 R ${more.catalogue ?? ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ${more.page ?? ''}
     /Resources << /Font << /F1 5 0 R >> ${more.resources ?? ''} >> >>`,
    content(operators),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...(more.extra ?? []),
  ])
}

/** Shows text at a baseline, in points from the bottom left; `before` are operators that come first. */
export function shown(x: number, y: number, text: string, before = ''): string {
  return `BT ${before} /F1 12 Tf ${x} ${y} Td (${text}) Tj ET`
}
