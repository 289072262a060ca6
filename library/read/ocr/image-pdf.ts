import type { GrayImage } from './gray-image.ts'

/**
 * A PDF of one page with the image, pixel for pixel at `dpi`: the only form in which the engine takes images. With
 * `widening` there is white to its right, as a share of its width.
 */
export function imagePdf(image: GrayImage, dpi: number, widening = 0): Buffer {
  const [width, height] = [points(image.width, dpi), points(image.height, dpi)]
  const pageWidth = points(image.width * (1 + widening), dpi)
  const drawing = `${width} 0 0 ${height} 0 0 cm /Scan Do`
  const parts: Buffer[] = []
  const starts: number[] = []
  let length = 0
  const add = (...pieces: (string | Uint8Array)[]): void => {
    for (const piece of pieces) {
      const bytes =
        typeof piece === 'string'
          ? Buffer.from(piece, 'latin1')
          : Buffer.from(piece.buffer, piece.byteOffset, piece.length)
      parts.push(bytes)
      length += bytes.length
    }
  }
  const addObject = (...pieces: (string | Uint8Array)[]): void => {
    starts.push(length)
    add(`${starts.length} 0 obj\n`, ...pieces, '\nendobj\n')
  }
  add('%PDF-1.4\n')
  addObject('<< /Type /Catalog /Pages 2 0 R >>')
  addObject('<< /Type /Pages /Kids [3 0 R] /Count 1 >>')
  addObject(
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${height}] /Contents 4 0 R /Resources << /XObject << /Scan 5 0 R >> >> >>`,
  )
  addObject(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`)
  addObject(
    `<< /Type /XObject /Subtype /Image /Width ${image.width} /Height ${image.height} /ColorSpace /DeviceGray
/BitsPerComponent 8 /Length ${image.pixels.length} >>\nstream\n`,
    image.pixels,
    '\nendstream',
  )
  const table = length
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  add(`xref\n0 ${starts.length + 1}\n0000000000 65535 f \n${rows}`)
  add(`trailer\n<< /Size ${starts.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`)
  return Buffer.concat(parts, length)
}

function points(pixels: number, dpi: number): string {
  return ((pixels * 72) / dpi).toFixed(4)
}
