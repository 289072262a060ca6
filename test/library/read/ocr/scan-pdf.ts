import type { GrayImage } from '../../../../library/read/ocr/gray-image.ts'
import { content, type PdfObject, writePdf } from '../../../../scripts/hostile/write-pdf.ts'
import { SCAN_DPI } from './scans.ts'

/** Pages that show an image, text, or both. A `layer` is text that is there and not seen. */
export function scanPdf(
  pages: readonly { image?: GrayImage; rotate?: number; text?: string; layer?: string }[],
): Buffer {
  const objects: PdfObject[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, index) => `${4 + index * 3} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  for (const { image, rotate = 0, text, layer } of pages) {
    const at = objects.length + 1
    const [width, height] = image ? [points(image.width), points(image.height)] : [400, 200]
    const drawing = image ? `q ${width} 0 0 ${height} 0 0 cm /Scan Do Q` : ''
    const print = text ? `BT /F1 10 Tf 20 20 Td (${text}) Tj ET` : ''
    const unseen = layer ? `BT 3 Tr /F1 1 Tf 20 40 Td (${layer}) Tj ET` : ''
    const scanned = image ?? { width: 1, height: 1, pixels: Uint8Array.of(255) }
    objects.push(
      `<< /Type /Page /Parent 2 0 R /Rotate ${rotate} /MediaBox [0 0 ${width} ${height}] /Contents ${at + 1} 0 R
       /Resources << /Font << /F1 3 0 R >> /XObject << /Scan ${at + 2} 0 R >> >> >>`,
      content(`${drawing}\n${print}\n${unseen}`),
      {
        dictionary: `/Type /XObject /Subtype /Image /Width ${scanned.width} /Height ${scanned.height} /ColorSpace /DeviceGray /BitsPerComponent 8`,
        stream: Buffer.from(scanned.pixels),
      },
    )
  }
  return writePdf(objects)
}

function points(pixels: number): number {
  return (pixels * 72) / SCAN_DPI
}
