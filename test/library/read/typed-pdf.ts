import { content, type PdfObject, writePdf } from '../../../scripts/hostile/write-pdf.ts'

/** One line of print: x and y of its baseline in points from the top left, font size, text in ASCII. */
export type Print = readonly [x: number, y: number, size: number, text: string]

const PAGE_HEIGHT = 842

/** A PDF with one page for each list of lines, in Helvetica. `fields` become filled text fields of the first page. */
export function typedPdf(pages: readonly (readonly Print[])[], fields: Readonly<Record<string, string>> = {}): Buffer {
  const first = 4
  const fieldAt = first + pages.length * 2
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ')
  const references = Object.keys(fields)
    .map((_, index) => `${fieldAt + index} 0 R`)
    .join(' ')
  const objects: PdfObject[] = [
    `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${references}] >> >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  for (const [index, lines] of pages.entries())
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${PAGE_HEIGHT}] /Contents ${first + index * 2 + 1} 0 R
       /Resources << /Font << /F1 3 0 R >> >> ${index === 0 ? `/Annots [${references}]` : ''} >>`,
      content(lines.map(printed).join('\n')),
    )
  for (const [index, [name, value]] of Object.entries(fields).entries())
    objects.push(
      `<< /Type /Annot /Subtype /Widget /FT /Tx /T (${name}) /V (${value}) /Rect [300 ${700 - index * 30} 500 ${720 - index * 30}] >>`,
    )
  return writePdf(objects)
}

function printed([x, y, size, text]: Print): string {
  return `BT /F1 ${size} Tf ${x} ${PAGE_HEIGHT - y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`
}
