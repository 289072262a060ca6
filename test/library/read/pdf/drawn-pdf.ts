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

/** An object that is a picture: four points, light and dark. */
export const PICTURE: PdfObject = {
  dictionary: '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8',
  stream: Buffer.from([255, 90, 90, 255]),
}

/** Draws the picture /Im0 over the whole page. */
export const WHOLE_PICTURE = 'q 595 0 0 842 0 0 cm /Im0 Do Q'
