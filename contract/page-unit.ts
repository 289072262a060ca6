import { t } from '../wording/translate.ts'

export type PageUnit = 'page' | 'sheet' | 'slide' | 'chapter'

/** What the pages of a document are called, by its media type, or by the ending of its name where that is all one has. */
export function pageUnit(mediaTypeOrName: string): PageUnit {
  if (/spreadsheet|ms-excel|\.(xlsx|xlsm|xltx|xls|xlt|xlsb|ods|ots|fods)$/i.test(mediaTypeOrName)) return 'sheet'
  if (/presentation|ms-powerpoint|\.(pptx|pptm|ppsx|potx|ppt|pps|pot|odp|otp|fodp)$/i.test(mediaTypeOrName))
    return 'slide'
  if (/epub/i.test(mediaTypeOrName)) return 'chapter'
  return 'page'
}

/**
 * `page 3`, `sheet Rates`, `slide 4`, `chapter 2, Parties`: where words stand, as they are cited; empty for a format without
 * pages. `label` is the name of a sheet or chapter where one knows it.
 */
export function pageWords(mediaTypeOrName: string, page: number | null, label: string | null = null): string {
  if (page === null) return ''
  const unit = pageUnit(mediaTypeOrName)
  if (unit === 'chapter' && label) return t('window.pages.titledChapter', { page: String(page), title: label })
  return t(`window.pages.${unit}`, { page: unit === 'sheet' && label !== null ? label : String(page) })
}

/** The same where room is short: `p. 3`. */
export function shortPageWords(mediaTypeOrName: string, page: number): string {
  return t(`window.shortPages.${pageUnit(mediaTypeOrName)}`, { page: String(page) })
}
