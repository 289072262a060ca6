import type { GrayImage } from '../../../../library/read/ocr/gray-image.ts'

/** An image of rows in which "#" is ink. */
export function drawn(rows: readonly string[]): GrayImage {
  const pixels = Uint8Array.from(rows.join(''), (mark) => (mark === '#' ? 0 : 255))
  return { width: rows[0]!.length, height: rows.length, pixels }
}
