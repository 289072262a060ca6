import { bracketsAround } from './brackets-around.ts'
import { type GrayImage, inkThreshold } from './gray-image.ts'
import { inkRuns, within } from './ink-runs.ts'
import type { SeenWord } from './seen-word.ts'

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
    return asHighAsItsInk({ ...item, text, x, width: Math.max(1, end - x) }, image, threshold)
  })
}

/** Two pixels make a stroke, one may be dust. */
const LEAST_STROKE = 2

/** The item is as high as its highest word, and the height of a word tells the size of its letters. */
function asHighAsItsInk(word: SeenWord, image: GrayImage, threshold: number): SeenWord {
  const { left, right, top, bottom } = within(word, image)
  const hasInk = (y: number) => {
    let pixels = 0
    for (let x = left; x < right; x += 1) if (image.pixels[y * image.width + x]! <= threshold) pixels += 1
    return pixels >= LEAST_STROKE
  }
  let [first, last] = [top, bottom]
  while (first < last && !hasInk(first)) first += 1
  while (last > first && !hasInk(last - 1)) last -= 1
  return last > first ? { ...word, y: first, height: last - first } : word
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
