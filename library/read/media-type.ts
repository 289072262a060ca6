import { type Message, message } from '../../wording/message.ts'
import type { Messages } from '../../wording/translate.ts'

/** How a type is told in words, and the endings of file names that promise it. */
type MediaTypeWords = {
  readonly words: keyof Messages['unread']['types']
  readonly extensions: readonly string[]
  /** Of a type that no reader reads: what to save it as instead. */
  readonly saveAs?: readonly string[]
}

/** Every type that is told apart by content; `READERS` says which of them are read. */
export const MEDIA_TYPES = {
  'application/pdf': { words: 'pdf', extensions: ['pdf'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    words: 'docx',
    extensions: ['docx', 'docm', 'dotx', 'dotm'],
  },
  'application/msword': {
    words: 'doc',
    extensions: ['doc', 'dot'],
  },
  'application/rtf': { words: 'rtf', extensions: ['rtf'] },
  'application/vnd.oasis.opendocument.text': {
    words: 'odt',
    extensions: ['odt', 'ott', 'fodt'],
  },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    words: 'pptx',
    extensions: ['pptx', 'pptm', 'ppsx', 'potx'],
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    words: 'xlsx',
    extensions: ['xlsx', 'xlsm', 'xltx'],
  },
  'application/vnd.ms-excel': {
    words: 'xls',
    extensions: ['xls', 'xlt'],
    saveAs: ['XLSX'],
  },
  'application/vnd.ms-excel.sheet.binary.macroenabled.12': {
    words: 'xlsb',
    extensions: ['xlsb'],
    saveAs: ['XLSX'],
  },
  'application/vnd.ms-powerpoint': {
    words: 'ppt',
    extensions: ['ppt', 'pps', 'pot'],
    saveAs: ['PPTX'],
  },
  'application/vnd.oasis.opendocument.spreadsheet': {
    words: 'ods',
    extensions: ['ods', 'ots', 'fods'],
  },
  'application/vnd.oasis.opendocument.presentation': {
    words: 'odp',
    extensions: ['odp', 'otp', 'fodp'],
  },
  'application/vnd.wordperfect': {
    words: 'wpd',
    extensions: ['wpd'],
    saveAs: ['DOCX', 'PDF'],
  },
  'text/csv': { words: 'csv', extensions: ['csv'] },
  'text/tab-separated-values': { words: 'tsv', extensions: ['tsv', 'tab'] },
  'message/rfc822': { words: 'eml', extensions: ['eml'] },
  'application/vnd.ms-outlook': {
    words: 'msg',
    extensions: ['msg'],
  },
  'application/mbox': { words: 'mbox', extensions: ['mbox', 'mbx'] },
  'multipart/related': {
    words: 'mhtml',
    extensions: ['mht', 'mhtml'],
  },
  'text/html': { words: 'html', extensions: ['html', 'htm', 'xhtml'] },
  'application/epub+zip': { words: 'epub', extensions: ['epub'] },
  'image/png': { words: 'png', extensions: ['png'] },
  'image/jpeg': { words: 'jpeg', extensions: ['jpg', 'jpeg', 'jpe'] },
  'image/tiff': { words: 'tiff', extensions: ['tif', 'tiff'] },
  'image/gif': { words: 'gif', extensions: ['gif'] },
  'application/zip': { words: 'zip', extensions: ['zip'] },
  'text/markdown': { words: 'md', extensions: ['md', 'markdown'] },
  'text/plain': { words: 'txt', extensions: ['txt', 'text', 'log'] },
} as const satisfies Readonly<Record<string, MediaTypeWords>>

export type MediaType = keyof typeof MEDIA_TYPES

export function mediaTypeWords(type: MediaType): MediaTypeWords {
  return MEDIA_TYPES[type]
}

/** "a PDF": completes "the content is …". */
export function mediaTypeName(type: MediaType): Message {
  return message(`unread.types.${MEDIA_TYPES[type].words}`)
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
