import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

/** The languages of `library/read/ocr/ocr-languages.ts`; 29 MB unpacked. */
const LANGUAGES = ['deu', 'eng', 'fra', 'ita', 'nld', 'pol', 'por', 'spa']
export const OCR_PACKAGES = LANGUAGES.map((language) => `@tesseract.js-data/${language}`)
/** Of the three sets this one is the smallest and reads as well as the largest (`docs/reading.md`). */
const SET = '4.0.0_best_int'

/** Writes Tesseract's data of every language into `folder`: Tesseract reads plain files only, and the packages bring them gzipped. */
export async function unpackOcrData(root: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await Promise.all(
    LANGUAGES.map(async (language) => {
      const packed = await readFile(
        join(root, 'node_modules/@tesseract.js-data', language, SET, `${language}.traineddata.gz`),
      )
      await writeFile(join(folder, `${language}.traineddata`), await promisify(gunzip)(packed))
    }),
  )
}

if (import.meta.main) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  await unpackOcrData(root, join(root, 'out/ocr-data'))
}
