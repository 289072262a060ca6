import { type Box, type GrayImage, inkThreshold } from './gray-image.ts'
import type { SeenWord } from './recognise-words.ts'
import { bracketsAround } from './brackets-around.ts'

/** A run of columns with ink in them. */
export type InkRun = { readonly from: number; readonly to: number }

/**
 * Undoes what liteparse does to Tesseract's words: it joins words that stand close together into one item (a third of
 * all items), and takes the brackets off numbers ("(2)" becomes "2", and a negative amount a positive one).
 */
export function tidyWords(items: readonly SeenWord[], image: GrayImage): readonly SeenWord[] {
  const { threshold } = inkThreshold(image)
  return items
    .flatMap((item) => splitWords(item, image, threshold))
    .map((word) => ({ ...word, text: bracketsAround(word, image, threshold) }))
}

/** Words of one item, parted at the widest gaps in the ink; by their lengths where the ink has too few gaps. */
function splitWords(item: SeenWord, image: GrayImage, threshold: number): readonly SeenWord[] {
  const texts = item.text.split(/\s+/).filter((text) => text !== '')
  if (texts.length < 2) return texts.map((text) => ({ ...item, text }))
  const runs = inkRuns(item, image, threshold)
  const gaps = runs
    .slice(1)
    .map((run, index) => ({ from: runs[index]!.to, to: run.from }))
    .toSorted((one, other) => other.to - other.from - (one.to - one.from))
    .slice(0, texts.length - 1)
    .toSorted((one, other) => one.from - other.from)
  if (gaps.length < texts.length - 1) return splitByLength(item, texts)
  return texts.map((text, index) => {
    const x = index === 0 ? item.x : gaps[index - 1]!.to
    const end = index === texts.length - 1 ? item.x + item.width : gaps[index]!.from
    return { ...item, text, x, width: Math.max(1, end - x) }
  })
}

function splitByLength(item: SeenWord, texts: readonly string[]): readonly SeenWord[] {
  const advance = item.width / (texts.join(' ').length || 1)
  let at = 0
  return texts.map((text) => {
    const word = { ...item, text, x: item.x + at * advance, width: text.length * advance }
    at += text.length + 1
    return word
  })
}

/** The runs of columns that have ink within a box, from left to right; `to` is the first column after. */
export function inkRuns(box: Box, image: GrayImage, threshold: number): readonly InkRun[] {
  const { left, right, top, bottom } = within(box, image)
  const runs: InkRun[] = []
  let from = -1
  for (let x = left; x <= right; x += 1) {
    let hasInk = false
    for (let y = top; x < right && y < bottom && !hasInk; y += 1) hasInk = image.pixels[y * image.width + x]! <= threshold
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
