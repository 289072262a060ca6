import { decodeText, looksLikeText } from './text/decode-text.ts'
import { pdfStart } from './pdf/pdf-start.ts'
import type { MediaType } from './read-page.ts'
import { damagedFailure, ReadFailedError } from './read-failure.ts'

/** What the first bytes say; a `zip` must be opened to know more (`zipType`). */
export type DetectedType = MediaType | 'zip'

const HEAD_BYTES = 4096

const OLE = 'd0cf11e0a1b11ae1'

/** Formats that are known by their first bytes and not read yet. */
const KNOWN: readonly { readonly hex: string; readonly name: string }[] = [
  { hex: '7b5c727466', name: 'RTF documents' },
  { hex: 'ff575043', name: 'WordPerfect documents' },
  { hex: '89504e47', name: 'PNG images' },
  { hex: 'ffd8ff', name: 'JPEG images' },
  { hex: '47494638', name: 'GIF images' },
  { hex: '49492a00', name: 'TIFF images' },
  { hex: '4d4d002a', name: 'TIFF images' },
  { hex: '377abcaf271c', name: '7-Zip archives' },
  { hex: '52617221', name: 'RAR archives' },
  { hex: '1f8b', name: 'gzip archives' },
  { hex: '25215053', name: 'PostScript files' },
]

/** Streams that tell what an OLE file is, as they stand in its directory. */
const OLE_KINDS: readonly { readonly stream: string; readonly name: string }[] = [
  { stream: 'WordDocument', name: 'Word documents of the old format (.doc)' },
  { stream: 'Workbook', name: 'Excel files' },
  { stream: 'PowerPoint Document', name: 'PowerPoint files' },
  { stream: '__substg1.0_', name: 'Outlook messages (.msg)' },
]

/**
 * The type of a document by its content; the name only tells Markdown from plain text. Throws `ReadFailedError`
 * (`unsupported`, `password`, `damaged`) for everything that is not read.
 */
export function detectType(bytes: Buffer, name: string): DetectedType {
  if (bytes.length === 0 && !/\.(txt|text|md|markdown)$/i.test(name))
    throw new ReadFailedError({ code: 'damaged', message: 'The file is empty (0 bytes).', retry: false })
  if (pdfStart(bytes) >= 0) return 'application/pdf'
  const hex = bytes.subarray(0, 16).toString('hex')
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return 'zip'
  if (hex.startsWith(OLE)) throw oleFailure(bytes)
  const known = KNOWN.find((format) => hex.startsWith(format.hex))
  if (known) throw unsupported(known.name)
  if (!looksLikeText(bytes)) throw promised(name, 'pdf') ?? promised(name, 'docx') ?? unsupported('Files of this kind')
  return textType(bytes, name)
}

/** Formats inside a zip container, by the names of their parts. Throws `unsupported` for all but DOCX. */
export function zipType(names: readonly string[], fileName: string): MediaType {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/^word\/document\d*\.xml$/)) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  if (has(/^xl\/workbook\.(xml|bin)$/)) throw unsupported('Excel files')
  if (has(/^ppt\/presentation\.xml$/)) throw unsupported('PowerPoint files')
  if (has(/^META-INF\/container\.xml$/)) throw unsupported('EPUB books')
  if (has(/^META-INF\/manifest\.xml$/) && has(/^content\.xml$/)) throw unsupported('OpenDocument files')
  throw promised(fileName, 'docx') ?? unsupported('ZIP archives')
}

/** A file whose name promises what its content is not. */
function promised(name: string, extension: 'pdf' | 'docx'): ReadFailedError | undefined {
  if (!name.toLowerCase().endsWith(`.${extension}`)) return undefined
  return damagedFailure(`its content is not ${extension === 'pdf' ? 'a PDF' : 'a Word document'}`)
}

function isText(type: string): boolean {
  return type.startsWith('text/')
}

/** A sentence when the name promises another type than the content has, else null. */
export function nameWarning(name: string, mediaType: MediaType): string | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase()
  const expected = extension === undefined ? undefined : EXTENSIONS[extension]
  if (!extension || expected === mediaType) return null
  // Any extension may hold plain text (.log, .csv); only a name that promises a container or a PDF is worth a word.
  if (isText(mediaType) && (!expected || isText(expected)) && mediaType !== 'text/html') return null
  return `The name ends in .${extension}, but the content is ${NAMES[mediaType]}; it was read as that.`
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  docm: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  dotx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  xlsx: 'application/vnd.ms-excel',
  rtf: 'application/rtf',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'text/html',
  md: 'text/markdown',
  markdown: 'text/markdown',
  txt: 'text/plain',
}

const NAMES: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'a PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'a Word document',
  'text/html': 'a web page (HTML)',
  'text/markdown': 'Markdown',
  'text/plain': 'plain text',
}

function textType(bytes: Buffer, name: string): MediaType {
  const markdown = /\.(md|markdown)$/i.test(name)
  const head = decodeText(bytes.subarray(0, HEAD_BYTES)).text.trimStart()
  if (isMail(head) && !/\.(txt|text|md|markdown)$/i.test(name)) throw unsupported('E-mail messages (.eml)')
  if (markdown) return 'text/markdown'
  const named = /\.x?html?$/i.test(name)
  const htmlStart = /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body)\b/i
  if (htmlStart.test(head) || (named && /<[a-z][a-z0-9]*[\s>/]/i.test(head))) return 'text/html'
  return 'text/plain'
}

/** Two header fields that every message has, before the first empty line. */
function isMail(head: string): boolean {
  const fields = head.split(/\r?\n\r?\n/, 1)[0] ?? ''
  return (
    /^[A-Za-z-]+:\s/.test(fields) &&
    /^(received|message-id|mime-version|return-path):/im.test(fields) &&
    /^from:/im.test(fields)
  )
}

function oleFailure(bytes: Buffer): ReadFailedError {
  const has = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage'))
    return new ReadFailedError({
      code: 'password',
      message:
        'This Office file is locked by a password. Open it in its own program, save it without a password, and add it again.',
      retry: false,
    })
  return unsupported(OLE_KINDS.find((kind) => has(kind.stream))?.name ?? 'Office files of the old format')
}

function unsupported(formats: string): ReadFailedError {
  return new ReadFailedError({
    code: 'unsupported',
    message: `${formats} are not read yet. Save it as PDF, DOCX or text and add that.`,
    retry: false,
  })
}
