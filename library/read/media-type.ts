/** How a type is told in words, and the endings of file names that promise it. */
type MediaTypeWords = {
  /** "a PDF": completes "the content is …". */
  readonly name: string
  /** "PDFs": begins "… are not read". */
  readonly plural: string
  readonly extensions: readonly string[]
  /** Of a type that no reader reads: what to save it as instead. */
  readonly saveAs?: string
}

/** Every type that is told apart by content; `READERS` says which of them are read. */
export const MEDIA_TYPES = {
  'application/pdf': { name: 'a PDF', plural: 'PDFs', extensions: ['pdf'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    name: 'a Word document',
    plural: 'Word documents',
    extensions: ['docx', 'docm', 'dotx', 'dotm'],
  },
  'application/msword': {
    name: 'a Word document of the old format',
    plural: 'Word documents of the old format (.doc)',
    extensions: ['doc', 'dot'],
  },
  'application/rtf': { name: 'an RTF document', plural: 'RTF documents', extensions: ['rtf'] },
  'application/vnd.oasis.opendocument.text': {
    name: 'an OpenDocument text',
    plural: 'OpenDocument texts',
    extensions: ['odt', 'ott', 'fodt'],
  },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    name: 'a presentation (PPTX)',
    plural: 'PowerPoint files',
    extensions: ['pptx', 'pptm', 'ppsx', 'potx'],
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    name: 'a spreadsheet (XLSX)',
    plural: 'Excel files',
    extensions: ['xlsx', 'xlsm', 'xltx'],
  },
  'application/vnd.ms-excel': {
    name: 'a spreadsheet of the old format',
    plural: 'Excel files of the old format (.xls)',
    extensions: ['xls', 'xlt'],
    saveAs: 'XLSX',
  },
  'application/vnd.ms-excel.sheet.binary.macroenabled.12': {
    name: 'a binary spreadsheet (XLSB)',
    plural: 'Binary Excel files (.xlsb)',
    extensions: ['xlsb'],
    saveAs: 'XLSX',
  },
  'application/vnd.ms-powerpoint': {
    name: 'a presentation of the old format',
    plural: 'PowerPoint files of the old format (.ppt)',
    extensions: ['ppt', 'pps', 'pot'],
    saveAs: 'PPTX',
  },
  'application/vnd.oasis.opendocument.spreadsheet': {
    name: 'an OpenDocument spreadsheet',
    plural: 'OpenDocument spreadsheets',
    extensions: ['ods', 'ots', 'fods'],
  },
  'application/vnd.oasis.opendocument.presentation': {
    name: 'an OpenDocument presentation',
    plural: 'OpenDocument presentations',
    extensions: ['odp', 'otp', 'fodp'],
  },
  'application/vnd.wordperfect': {
    name: 'a WordPerfect document',
    plural: 'WordPerfect documents',
    extensions: ['wpd'],
    saveAs: 'DOCX or PDF',
  },
  'text/csv': { name: 'a table in text (CSV)', plural: 'CSV tables', extensions: ['csv'] },
  'text/tab-separated-values': { name: 'a table in text (TSV)', plural: 'TSV tables', extensions: ['tsv', 'tab'] },
  'message/rfc822': { name: 'an e-mail message', plural: 'E-mail messages', extensions: ['eml'] },
  'application/vnd.ms-outlook': {
    name: 'an Outlook message',
    plural: 'Outlook messages (.msg)',
    extensions: ['msg'],
  },
  'application/mbox': { name: 'a mailbox (MBOX)', plural: 'Mailboxes', extensions: ['mbox', 'mbx'] },
  'multipart/related': {
    name: 'a saved web page (MHTML)',
    plural: 'Saved web pages (MHTML)',
    extensions: ['mht', 'mhtml'],
  },
  'text/html': { name: 'a web page (HTML)', plural: 'Web pages', extensions: ['html', 'htm', 'xhtml'] },
  'application/epub+zip': { name: 'an EPUB book', plural: 'EPUB books', extensions: ['epub'] },
  'image/png': { name: 'a PNG image', plural: 'PNG images', extensions: ['png'] },
  'image/jpeg': { name: 'a JPEG image', plural: 'JPEG images', extensions: ['jpg', 'jpeg', 'jpe'] },
  'image/tiff': { name: 'a TIFF image', plural: 'TIFF images', extensions: ['tif', 'tiff'] },
  'image/gif': { name: 'a GIF image', plural: 'GIF images', extensions: ['gif'] },
  'application/zip': { name: 'a ZIP archive', plural: 'ZIP archives', extensions: ['zip'] },
  'text/markdown': { name: 'Markdown', plural: 'Markdown texts', extensions: ['md', 'markdown'] },
  'text/plain': { name: 'plain text', plural: 'Plain texts', extensions: ['txt', 'text', 'log'] },
} as const satisfies Readonly<Record<string, MediaTypeWords>>

export type MediaType = keyof typeof MEDIA_TYPES

export function mediaTypeWords(type: MediaType): MediaTypeWords {
  return MEDIA_TYPES[type]
}

/** The types whose files carry that ending (without the dot, in lower case). */
export function typeOfExtension(extension: string): MediaType | undefined {
  return (Object.keys(MEDIA_TYPES) as MediaType[]).find((type) =>
    (MEDIA_TYPES[type].extensions as readonly string[]).includes(extension),
  )
}

/** PDF allows other bytes before its header (ISO 32000-1 annex H, implementation note 13). */
const HEADER_WITHIN_BYTES = 1024

const ZIP_ENTRY = Buffer.from('PK\x03\x04', 'latin1')

/**
 * Where the PDF header stands in the first bytes of a file, -1 when there is none. An archive whose first file is a PDF that was
 * not compressed has one as well; it is an archive.
 */
export function pdfStart(bytes: Uint8Array): number {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER_WITHIN_BYTES + 5))
  return head.subarray(0, ZIP_ENTRY.length).equals(ZIP_ENTRY) ? -1 : head.indexOf('%PDF-')
}
