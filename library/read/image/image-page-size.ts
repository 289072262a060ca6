import type { ImageFacts } from './decode-gray.ts'

const POINTS_AN_INCH = 72
/** Cameras and screens write 72 or 96 whatever they mean; scanners write from 100 to 1200. */
const [LEAST_DPI, MOST_DPI] = [100, 1200]
/** The longer side of A4, which most papers that are photographed are about as long as. */
const A4_POINTS = 842

/**
 * The size of an image in points: that of the sheet where the file has a scanner's resolution, else as long as A4. Only
 * the shares matter to a window that draws boxes over the image; the points keep letters at the size that they have in
 * print, by which headings are told.
 */
export function imagePageSize({ width, height, dpi }: ImageFacts): { readonly width: number; readonly height: number } {
  const isScan = dpi !== null && dpi >= LEAST_DPI && dpi <= MOST_DPI
  const points = isScan ? POINTS_AN_INCH / dpi : A4_POINTS / Math.max(width, height)
  return { width: width * points, height: height * points }
}
