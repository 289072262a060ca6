import { LiteParse, type LiteParseConfig } from '@llamaindex/liteparse'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type GrayImage, inkThreshold } from './gray-image.ts'
import { type InkRun, inkRuns, within } from './ink-blobs.ts'
import { withBullets } from './list-bullets.ts'
import type { SeenWord } from './text-rows.ts'

/** The engine draws no page with a side longer than 4096 pixels, and would shrink what is; callers keep images within this. */
export const MOST_PIXELS_A_SIDE = 3600

/**
 * What the engine is told. Liteparse joins words that stand less than a point apart ("2003,the"), so a scan of 300 dots an
 * inch had better count as twice as large. At 100 Tesseract lost letters of clear print, and at 72 a tenth of a page.
 */
const TOLD_DPI = 150

/**
 * White that is added to the right. Liteparse drops one or two digits that stand alone in the middle of a page, which are
 * most page numbers; so the middle is moved.
 */
const WIDENING = 0.12

/**
 * Recognises an upright image. `languages` must have their data in `dataFolder`: the engine fetches what is missing
 * from the network, so this throws before it is asked.
 */
export async function recogniseWords(
  image: GrayImage,
  dataFolder: string,
  languages: readonly string[],
): Promise<readonly SeenWord[]> {
  const missing = languages.find((language) => !existsSync(languageFile(dataFolder, language)))
  if (languages.length === 0 || missing !== undefined)
    throw new Error(`expected recognition data of a language in ${dataFolder}, missing: ${missing ?? 'any language'}`)
  const settings: Partial<LiteParseConfig> = {
    ocrEnabled: true,
    ocrLanguage: languages.join('+'),
    tessdataPath: dataFolder,
    dpi: TOLD_DPI,
    // One page, one thread: the second core belongs to the rest of the app.
    numWorkers: 1,
    outputFormat: 'json',
    imageMode: 'off',
    quiet: true,
  }
  const { pages } = await new LiteParse(settings).parse(imagePdf(image, TOLD_DPI, WIDENING))
  const pixels = TOLD_DPI / 72
  const found = (pages[0]?.textItems ?? []).map(({ text, x, y, width, height, confidence = 0 }) => ({
    text,
    x: x * pixels,
    y: y * pixels,
    width: width * pixels,
    height: height * pixels,
    confidence,
  }))
  return withBullets(tidyWords(found, image), image)
}

export function languageFile(dataFolder: string, language: string): string {
  return join(dataFolder, `${language}.traineddata`)
}

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

/** What liteparse takes brackets off (`clean_ocr_table_artifacts`), because it holds them for the rules of tables. */
const STRIPPED = /^([\d,. %+*/-]+|N\/A|Z)$/

/** A bracket is as high as the word's box, which it stretches; digits are about three quarters of that. */
const LEAST_HEIGHT = 0.82
const MOST_WIDTH = 0.45

/** How far the middle of a bracket lies outside its ends, as a share of its height; a ruled line has nothing of it. */
const LEAST_BEND = 0.04

/** The word with the brackets that stand in its box and were taken off its text. */
function bracketsAround(word: SeenWord, image: GrayImage, threshold: number): string {
  if (!STRIPPED.test(word.text) || !/[\dNZ]/.test(word.text)) return word.text
  const runs = inkRuns(word, image, threshold)
  if (runs.length < 2) return word.text
  const left = bracketShape(runs[0]!, word, image, threshold)
  const right = bracketShape(runs.at(-1)!, word, image, threshold)
  const opening = left && left.bend < 0 ? (left.hasCorner ? '[' : '(') : ''
  const closing = right && right.bend > 0 ? (right.hasCorner ? ']' : ')') : ''
  return `${opening}${word.text}${closing}`
}

/** The bend of a run that is high and narrow: negative when its middle lies left of its ends. Else null. */
function bracketShape(run: InkRun, word: SeenWord, image: GrayImage, threshold: number) {
  const { top, bottom } = within(word, image)
  const height = bottom - top
  const rows: { readonly mean: number; readonly from: number; readonly to: number }[] = []
  for (let y = top; y < bottom; y += 1) {
    const columns: number[] = []
    for (let x = run.from; x < run.to; x += 1) if (image.pixels[y * image.width + x]! <= threshold) columns.push(x)
    if (columns.length === 0) continue
    const mean = columns.reduce((sum, x) => sum + x, 0) / columns.length
    rows.push({ mean, from: columns[0]!, to: columns.at(-1)! })
  }
  if (rows.length < height * LEAST_HEIGHT || run.to - run.from > height * MOST_WIDTH || rows.length < 8) return null
  const end = Math.ceil(rows.length / 10)
  const ends = [...rows.slice(0, end), ...rows.slice(-end)]
  const middle = rows.slice(2 * end, -2 * end)
  const bend = (meanOf(middle.map((row) => row.mean)) - meanOf(ends.map((row) => row.mean))) / height
  if (Math.abs(bend) < LEAST_BEND) return null
  // A square bracket's stem goes on to its ends, a round one leaves it.
  const [first] = rows
  const width = run.to - run.from
  const hasCorner = bend < 0 ? first!.from - run.from < width / 4 : run.to - 1 - first!.to < width / 4
  return { bend, hasCorner }
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
