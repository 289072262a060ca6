import { BULLET } from '../text-signs.ts'
import { type Box, type GrayImage, inkThreshold } from './gray-image.ts'
import { type InkBlob, inkBlobs } from './ink-blobs.ts'
import { type MeasuredWord, type SeenWord, type TextRow, textRows } from './text-rows.ts'

/** Its shape leaves no doubt, but it is no letter whose reading Tesseract could be sure of. */
const CONFIDENCE = 0.9
/** What Tesseract makes of a bullet: "e", "o", "eo", "°", "*". */
const MOST_LETTERS = 2
/** Of the bullet's height and width, in ems of its line; the dot of a full stop is smaller, a capital letter larger. */
const [LEAST_SIZE, MOST_SIZE] = [0.18, 0.6]
/** Width to height of a disc or a square; dashes, "l" and "1" are longer. */
const MOST_LONGER = 1.4
/** Share of its box that is ink: 0.79 of a disc, at most 0.6 of an "o" or "e" in print of 6 points. */
const LEAST_INK = 0.7
/** Its middle above the baseline, in ems. */
const [LOWEST, HIGHEST] = [0.05, 0.62]
/** In ems: a bullet stands further from its text than words from each other, but not further than a tab. */
const [LEAST_GAP, MOST_GAP] = [0.38, 3]
/** A line begins where nothing stands before it for so many ems. */
const LINE_GAP = 1
/** Of one list, in ems: how far bullets may lie beside each other, and how many there must be. */
const SAME_X = 0.3
const LEAST_ITEMS = 2

type Found = { readonly row: TextRow; readonly box: Box; readonly word: MeasuredWord | undefined }

/**
 * The words with the bullets of lists as such: small filled blobs that stand apart at the start of several lines, at the same
 * place. Tesseract takes a bullet for a letter or leaves it out. An "e" or "o" that is a word is a ring, and stands by the next one.
 */
export function withBullets(words: readonly SeenWord[], image: GrayImage): readonly SeenWord[] {
  const { threshold } = inkThreshold(image)
  const found = textRows(words).flatMap((row) => bulletsOf(row, image, threshold))
  const listed = found.filter(({ row, box }) => {
    const isLike = (other: Found) => Math.abs(other.box.x - box.x) <= SAME_X * row.em
    return found.filter(isLike).length >= LEAST_ITEMS
  })
  const replaced = new Set(listed.flatMap(({ word }) => (word ? [word.index] : [])))
  const bullets = listed.map(({ box }): SeenWord => ({ ...box, text: BULLET, confidence: CONFIDENCE }))
  return [...words.filter((_word, index) => !replaced.has(index)), ...bullets]
}

/** Where a line of the row begins, which columns may do in its middle: a bullet read as a word, or one that was left out. */
function bulletsOf(row: TextRow, image: GrayImage, threshold: number): readonly Found[] {
  return row.words.flatMap((word, at): readonly Found[] => {
    const before = row.words[at - 1]
    const next = row.words[at + 1]
    const from = before ? before.x + before.width : 0
    if (word.x - from < LINE_GAP * row.em && before) return []
    const isMark = word.text.length <= MOST_LETTERS && next !== undefined
    if (isMark && isApart(word.x + word.width, next, row)) {
      const box = bulletIn(around(word), row, image, threshold)
      return box ? [{ row, box, word }] : []
    }
    const left = Math.max(from, word.x - MOST_GAP * row.em)
    const box = bulletIn({ ...word, x: left, width: word.x - left }, row, image, threshold)
    return box && isApart(box.x + box.width, word, row) ? [{ row, box, word: undefined }] : []
  })
}

function isApart(end: number, next: Box, { em }: TextRow): boolean {
  const gap = next.x - end
  return gap >= LEAST_GAP * em && gap <= MOST_GAP * em
}

function around({ x, y, width, height }: Box): Box {
  return { x: x - 1, y: y - 1, width: width + 2, height: height + 2 }
}

/** The bullet in a part of a row, where there is nothing else; over the whole height of the row, whatever that of the box. */
function bulletIn(box: Box, row: TextRow, image: GrayImage, threshold: number): Box | undefined {
  const { em, baseline } = row
  const whole = { ...box, y: baseline - em, height: 1.25 * em }
  const blobs = inkBlobs(whole, image, threshold).filter(({ width, height }) => Math.max(width, height) > em / 10)
  const [blob] = blobs
  return blob && blobs.length === 1 && isBullet(blob, row) ? blob : undefined
}

function isBullet({ y, width, height, pixels }: InkBlob, { em, baseline }: TextRow): boolean {
  const [small, large] = [Math.min(width, height), Math.max(width, height)]
  const above = (baseline - y - height / 2) / em
  return (
    small >= LEAST_SIZE * em &&
    large <= MOST_SIZE * em &&
    large <= small * MOST_LONGER &&
    pixels >= LEAST_INK * width * height &&
    above >= LOWEST &&
    above <= HIGHEST
  )
}
