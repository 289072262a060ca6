import type { Box, GrayImage } from './gray-image.ts'

/** A run of columns with ink in them. */
export type InkRun = { readonly from: number; readonly to: number }

/** The runs of columns that have ink within a box, from left to right; `to` is the first column after. */
export function inkRuns(box: Box, image: GrayImage, threshold: number): readonly InkRun[] {
  const { left, right, top, bottom } = within(box, image)
  const runs: InkRun[] = []
  let from = -1
  for (let x = left; x <= right; x += 1) {
    let hasInk = false
    for (let y = top; x < right && y < bottom && !hasInk; y += 1)
      hasInk = image.pixels[y * image.width + x]! <= threshold
    if (hasInk && from < 0) from = x
    if (!hasInk && from >= 0) {
      runs.push({ from, to: x })
      from = -1
    }
  }
  return runs
}

/** Whole pixels of a box that lie on the image; `right` and `bottom` are the first beyond. */
export function within(box: Box, image: GrayImage) {
  return {
    left: Math.max(0, Math.round(box.x)),
    right: Math.min(image.width, Math.round(box.x + box.width)),
    top: Math.max(0, Math.round(box.y)),
    bottom: Math.min(image.height, Math.round(box.y + box.height)),
  }
}
