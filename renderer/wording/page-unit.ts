export type PageUnit = 'page' | 'sheet' | 'slide' | 'chapter'

/** What the pages of a document are called, by its media type, or by the ending of its name where that is all one has. */
export function pageUnit(mediaTypeOrName: string): PageUnit {
  if (/spreadsheet|ms-excel|\.(xlsx|xlsm|xltx|xls|xlsb|ods)$/i.test(mediaTypeOrName)) return 'sheet'
  if (/presentation|ms-powerpoint|\.(pptx|pptm|ppsx|potx|ppt|odp)$/i.test(mediaTypeOrName)) return 'slide'
  if (/epub/i.test(mediaTypeOrName)) return 'chapter'
  return 'page'
}

/** `page 3`, `sheet 2`: where in a document, for a line of text. */
export function pageWords(mediaTypeOrName: string, page: number): string {
  return `${pageUnit(mediaTypeOrName)} ${page}`
}

/** The same where room is short: `p. 3`. */
export function shortPageWords(mediaTypeOrName: string, page: number): string {
  const unit = pageUnit(mediaTypeOrName)
  return unit === 'page' ? `p. ${page}` : `${unit} ${page}`
}
