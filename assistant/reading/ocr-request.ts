import type { ReadingOptions } from '../../contract/document.ts'
import type { OcrRequest } from '../../library/read/read-page.ts'
import { canonicalJson } from '../../store/canonical-json.ts'
import type { JsonSettings } from '../../store/json-settings.ts'

const KEY = 'reading-options'
const DEFAULTS: ReadingOptions = { ocr: 'auto', languages: [], libreOffice: false }

/** How the files of a matter are read. */
export function readingOptions(settings: JsonSettings): ReadingOptions {
  return { ...DEFAULTS, ...(settings.get(KEY) as Partial<ReadingOptions> | undefined) }
}

export type ReadingChange = { readonly [K in keyof ReadingOptions]?: ReadingOptions[K] | undefined }

export function changeReadingOptions(settings: JsonSettings, change: ReadingChange): ReadingOptions {
  const before = readingOptions(settings)
  const options = {
    ocr: change.ocr ?? before.ocr,
    languages: change.languages ?? before.languages,
    libreOffice: change.libreOffice ?? before.libreOffice,
  }
  settings.set(KEY, options)
  return options
}

/** Of one document, which may have its own way (`ocr`). */
export function optionsOf(settings: JsonSettings, ocr: ReadingOptions['ocr'] | null): ReadingOptions {
  const options = readingOptions(settings)
  return ocr === null ? options : { ...options, ocr }
}

/** What the reader is asked for; undefined where nothing is to be, or can be, recognised. */
export function ocrRequest(
  { ocr, languages }: Pick<ReadingOptions, 'ocr' | 'languages'>,
  dataFolder: string | null,
): OcrRequest | undefined {
  return ocr === 'never' || dataFolder === null ? undefined : { mode: ocr, languages, dataFolder }
}

/**
 * The spelling under which a reading with these options is kept. Whether LibreOffice may convert is not in it: where it does,
 * there is no reading without it.
 */
export function optionsKey({ ocr, languages }: ReadingOptions): string {
  return canonicalJson({ ocr, languages })
}
