import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LiteParse } from '@llamaindex/liteparse'
import { decodeGray } from '../../../../library/read/image/decode-gray.ts'
import type { GrayImage } from '../../../../library/read/ocr/gray-image.ts'
import type { OcrRequest, ReadPage } from '../../../../library/read/read-page.ts'
import { typesetPage } from '../../../../scripts/typeset-page.ts'
import { unpackOcrData } from '../../../../scripts/unpack-ocr-data.ts'

export const SCAN_DPI = 200
const POINTS_TO_PIXELS = SCAN_DPI / 72
const LETTER_POINTS = 12
const MARGIN_POINTS = 72

/** Print on the upper part of a sheet, as a scanner gives it: 1654 pixels wide, and as high as the paragraphs need. */
export async function scanOf(paragraphs: readonly string[], heightPoints = 200): Promise<GrayImage> {
  const sheet = await typesetPage(paragraphs, LETTER_POINTS)
  const [drawn] = await new LiteParse({ ocrEnabled: false, quiet: true, dpi: SCAN_DPI }).screenshot(sheet, [1])
  const { width, pixels } = await decodeGray(drawn!.imageBuffer)
  const height = Math.round(heightPoints * POINTS_TO_PIXELS)
  return { width, height, pixels: pixels.subarray(0, width * height) }
}

/** Where the first word of `scanOf` begins, in points from the top left of the sheet. */
export const FIRST_WORD = { x: MARGIN_POINTS, y: MARGIN_POINTS + 2 }

/** The recognition data of this checkout, unpacked into a folder of its own. */
export async function ocrData(): Promise<OcrRequest & AsyncDisposable> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'consilium-ocr-'))
  await unpackOcrData(fileURLToPath(new URL('../../../../', import.meta.url)), dataFolder)
  return {
    mode: 'auto',
    dataFolder,
    languages: [],
    [Symbol.asyncDispose]: () => rm(dataFolder, { recursive: true, force: true }),
  }
}

/** The box of the first word that reads like this. */
export function boxOf({ text, words }: Pick<ReadPage, 'text' | 'words'>, word: string) {
  const index = words.starts.findIndex((start, at) => text.slice(start, words.ends[at]) === word)
  const [x = 0, y = 0, width = 0, height = 0] = words.boxes.subarray(index * 4, index * 4 + 4)
  return index < 0 ? null : { x, y, width, height }
}
