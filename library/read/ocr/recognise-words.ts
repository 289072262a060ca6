import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { LiteParse, type LiteParseConfig } from '@llamaindex/liteparse'
import type { GrayImage } from './gray-image.ts'
import { imagePdf } from './image-pdf.ts'
import { withBullets } from './list-bullets.ts'
import type { SeenWord } from './seen-word.ts'
import { tidyWords } from './tidy-words.ts'

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
