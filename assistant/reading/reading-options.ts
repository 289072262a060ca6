import { ReadingOptions } from '../../contract/document.ts'
import type { OcrRequest } from '../../library/read/read-page.ts'
import { canonicalJson } from '../../store/canonical-json.ts'
import type { JsonSettings } from '../../store/stored-json.ts'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import { readableParts } from '../home/readable-rows.ts'

const KEY = 'reading-options'
const DEFAULTS: ReadingOptions = { ocr: 'auto', languages: [], libreOffice: false }
/** How the files of a matter are read. */
export function readingOptions(settings: JsonSettings): ReadingOptions {
  return { ...DEFAULTS, ...readableParts(ReadingOptions, settings.get(KEY)) }
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

/** `pages` are recognised whatever `ocr` says, instead of taking their own text. */
export type DocumentOptions = ReadingOptions & Pick<OcrRequest, 'pages'>

/** Of one document, which may have its own way (`ocr`), as may some of its pages. */
export function optionsOf(settings: JsonSettings, { ocr, ocrPages }: OwnWay): DocumentOptions {
  const options = readingOptions(settings)
  return { ...options, ocr: ocr ?? options.ocr, pages: ocrPages }
}

export type OwnWay = Pick<DocumentRow, 'ocr' | 'ocrPages'>

/** What the reader is asked for; undefined where nothing is to be, or can be, recognised. */
export function ocrRequest(
  { ocr, languages, pages = [] }: Pick<DocumentOptions, 'ocr' | 'languages' | 'pages'>,
  dataFolder: string | null,
): OcrRequest | undefined {
  if (dataFolder === null || (ocr === 'never' && pages.length === 0)) return undefined
  return { mode: ocr, languages, dataFolder, pages }
}

/**
 * The spelling under which a reading with these options is kept. Whether LibreOffice may convert is not in it: where it does,
 * there is no reading without it.
 */
export function optionsKey({ ocr, languages, pages = [] }: Omit<DocumentOptions, 'libreOffice'>): string {
  return canonicalJson({ ocr, languages, ...(pages.length > 0 && { pages }) })
}

/** The pages that a spelling names, and what it would be without them. */
export function splitKey(key: string): { readonly pages: readonly number[]; readonly rest: string } {
  const { pages = [], ...rest } = JSON.parse(key) as Omit<DocumentOptions, 'libreOffice'>
  return { pages, rest: optionsKey(rest) }
}
