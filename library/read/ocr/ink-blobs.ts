import type { Box, GrayImage } from './gray-image.ts'

/** Ink that hangs together, and how many pixels of its box it fills. */
export type InkBlob = Box & { readonly pixels: number }

/** The blobs of ink in a part of an image, also where they reach over its edge: then only what lies within. */
export function inkBlobs(box: Box, image: GrayImage, threshold: number): readonly InkBlob[] {
  const { left, right, top, bottom } = within(box, image)
  const [width, height] = [Math.max(0, right - left), Math.max(0, bottom - top)]
  const isInk = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      isInk[y * width + x] = image.pixels[(top + y) * image.width + left + x]! <= threshold ? 1 : 0
  const blobs: InkBlob[] = []
  for (let at = 0; at < isInk.length; at += 1)
    if (isInk[at] === 1) {
      const blob = takeBlob(at, isInk, width)
      blobs.push({ ...blob, x: blob.x + left, y: blob.y + top })
    }
  return blobs
}

/** The blob that the pixel `start` belongs to; its pixels are taken out. */
function takeBlob(start: number, isInk: Uint8Array, width: number): InkBlob {
  let [left, right, top, bottom, pixels] = [width, 0, Infinity, 0, 0]
  const open = [start]
  isInk[start] = 0
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
    pixels += 1
    const beside = [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]
    for (const other of beside)
      if (isInk[other] === 1) {
        isInk[other] = 0
        open.push(other)
      }
  }
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1, pixels }
}

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
