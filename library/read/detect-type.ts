import { message } from '../../wording/message.ts'
import type { Notice } from '../../contract/document.ts'
import { isEncryptedPackage, oleType } from './archive/ole-streams.ts'
import type { ZipParts } from './archive/open-zip.ts'
import { messageStarts } from './mail/mailbox-messages.ts'
import { MEDIA_TYPES, type MediaType, mediaTypeName, pdfStart, typeOfExtension } from './media-type.ts'
import { damagedFailure, lockedFailure, ReadFailedError, unsupportedFailure } from './read-failure.ts'
import { decodeText, looksLikeText } from './decode-text.ts'
import { warning } from './read-warning.ts'

/** What the first bytes say; a `zip` must be opened to know more (`zipType`). */
export type DetectedType = MediaType | 'zip'

const HEAD_BYTES = 4096
/** Servers put signatures and their own traces before the sender: 20 kB were seen. */
const MAIL_HEAD_BYTES = 65_536
const OLE = 'd0cf11e0a1b11ae1'

const SIGNATURES: readonly (readonly [hex: string, type: MediaType])[] = [
  ['7b5c727466', 'application/rtf'],
  ['ff575043', 'application/vnd.wordperfect'],
  ['89504e47', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
  ['47494638', 'image/gif'],
  ['49492a00', 'image/tiff'],
  ['4d4d002a', 'image/tiff'],
  ['49492b00', 'image/tiff'],
  ['4d4d002b', 'image/tiff'],
]

/** Formats that are known by their first bytes and not read. */
const NOT_READ = [
  ['377abcaf271c', 'sevenZip'],
  ['52617221', 'rar'],
  ['1f8b', 'gzip'],
  ['25215053', 'postScript'],
] as const

const TEXT_NAME = /\.(txt|text|md|markdown)$/i

/**
 * The type of a document by its content; the name only tells kinds of plain text apart (Markdown, CSV). Throws
 * `ReadFailedError` (`unsupported`, `password`, `damaged`) for what has no type.
 */
export function detectType(bytes: Buffer, name: string): DetectedType {
  if (bytes.length === 0 && !TEXT_NAME.test(name))
    throw new ReadFailedError({ code: 'damaged', message: message('unread.empty'), retry: false })
  if (pdfStart(bytes) >= 0) return 'application/pdf'
  const hex = bytes.subarray(0, 16).toString('hex')
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return 'zip'
  if (hex.startsWith(OLE)) return typeInOle(bytes)
  const signature = SIGNATURES.find(([start]) => hex.startsWith(start))
  if (signature) return signature[1]
  const known = NOT_READ.find(([start]) => hex.startsWith(start))
  if (known) throw unsupportedFailure(known[1])
  if (!looksLikeText(bytes)) throw promised(name) ?? unsupportedFailure('other')
  return textType(bytes, name)
}

const CONTAINED: readonly (readonly [part: RegExp, type: MediaType])[] = [
  [/^word\/document\d*\.xml$/, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [/^xl\/workbook\.xml$/, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [/^xl\/workbook\.bin$/, 'application/vnd.ms-excel.sheet.binary.macroenabled.12'],
  [/^ppt\/presentation\.xml$/, 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  [/^META-INF\/container\.xml$/, 'application/epub+zip'],
]
const LONGEST_MIME = 200

/**
 * Formats inside a zip container, by the names of their parts; an archive where they tell nothing. Archives may have any
 * names, the parts of a document lie inside it: else throws `ReadFailedError` (`damaged`).
 */
export async function zipType(zip: ZipParts, fileName: string): Promise<MediaType> {
  const isOpenDocument = zip.names.includes('content.xml') && zip.names.includes('META-INF/manifest.xml')
  const known = CONTAINED.find(([part]) => zip.names.some((name) => part.test(name)))
  if ((known || isOpenDocument) && zip.names.some((name) => /^([a-z]:|\/)|(^|\/)\.\.(\/|$)/i.test(name)))
    throw damagedFailure(message('unread.damage.partNames'))
  if (known) return known[1]
  if (zip.names.includes('encrypted-package')) throw lockedFailure('openDocument')
  if (isOpenDocument) return openDocumentType(zip)
  throwIfPromised(fileName)
  return 'application/zip'
}

/** OpenDocument files of all kinds have the same parts; one of them says which kind it is. */
async function openDocumentType(zip: ZipParts): Promise<MediaType> {
  const mime = (await zip.read('mimetype'))?.subarray(0, LONGEST_MIME).toString('latin1').trim() ?? ''
  const base = mime.replace(/-(template|master)$/, '')
  if (mime !== '' && base !== 'application/vnd.oasis.opendocument.text' && !(base in MEDIA_TYPES))
    throw unsupportedFailure('otherOpenDocument')
  return base in MEDIA_TYPES ? (base as MediaType) : 'application/vnd.oasis.opendocument.text'
}

/** An archive whose name promises a document, such as a Word file that lost its text. */
function throwIfPromised(name: string): void {
  const failure = promised(name)
  if (failure) throw failure
}

const PROMISED = /^application\/(pdf|vnd\.openxmlformats|vnd\.oasis|epub)/

/** A file whose name promises what its content is not. */
function promised(name: string): ReadFailedError | undefined {
  const type = typeOfExtension(extensionOf(name) ?? '')
  if (!type || !PROMISED.test(type)) return undefined
  return damagedFailure(message('unread.damage.type', { type: mediaTypeName(type) }))
}

function extensionOf(name: string): string | undefined {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase()
}

function isText(type: string): boolean {
  return type.startsWith('text/')
}

/** A sentence when the name promises another type than the content has, else null. */
export function nameWarning(name: string, mediaType: MediaType): Notice | null {
  const extension = extensionOf(name)
  const expected = extension === undefined ? undefined : typeOfExtension(extension)
  if (!extension || expected === mediaType) return null
  // Any extension may hold plain text (.log); only a name that promises a container or a PDF is worth a word.
  if (isText(mediaType) && (!expected || isText(expected)) && mediaType !== 'text/html') return null
  return warning('file-type', message('reading.notices.fileType', { extension, type: mediaTypeName(mediaType) }))
}

function typeInOle(bytes: Buffer): MediaType {
  if (isEncryptedPackage(bytes)) throw lockedFailure('office')
  const type = oleType(bytes)
  if (!type) throw unsupportedFailure('otherOffice')
  return type
}

function textType(bytes: Buffer, name: string): MediaType {
  const head = decodeText(bytes.subarray(0, HEAD_BYTES)).text.trimStart()
  const byName = typeOfExtension(extensionOf(name) ?? '')
  if (!TEXT_NAME.test(name)) {
    const mail = mailType(bytes, head, byName)
    if (mail) return mail
  }
  if (byName === 'text/markdown') return byName
  const htmlStart = /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body)\b/i
  if (htmlStart.test(head) || (byName === 'text/html' && /<[a-z][a-z0-9]*[\s>/]/i.test(head))) return 'text/html'
  if (byName === 'text/csv' || byName === 'text/tab-separated-values') return byName
  const flat = flatType(head)
  if (flat) return flat
  if (/^<\?xml[\s\S]*<w:wordDocument\b/.test(head)) return 'application/msword'
  return 'text/plain'
}

/** OpenDocument files without a container. */
function flatType(head: string): MediaType | null {
  const kind = /^<\?xml[\s\S]*<office:document\b[\s\S]*opendocument\.(text|spreadsheet|presentation)"/.exec(head)?.[1]
  return kind ? `application/vnd.oasis.opendocument.${kind as 'text' | 'spreadsheet' | 'presentation'}` : null
}

/**
 * A message has a sender or a recipient and a field that only sending adds; long ones of the servers may come before. A
 * mailbox begins with "From "; a file of one message may, too.
 */
function mailType(bytes: Buffer, head: string, byName: MediaType | undefined): MediaType | null {
  if (/^From \S.*\d{4}\s*\r?\n[A-Za-z-]+:\s/.test(head)) {
    const isMailbox = byName !== 'message/rfc822' || messageStarts(bytes).length > 1
    return isMailbox ? 'application/mbox' : 'message/rfc822'
  }
  if (!/^[A-Za-z][A-Za-z0-9-]*:\s/.test(head)) return null
  const all = decodeText(bytes.subarray(0, MAIL_HEAD_BYTES)).text.trimStart()
  const fields = all.split(/\r?\n\r?\n/, 1)[0] ?? ''
  if (isSavedPage(fields, byName)) return 'multipart/related'
  const isNamed = byName === 'message/rfc822' && /^(from|subject|to|date|content-type):/im.test(fields)
  const hasPeople = /^(from|to|delivered-to):/im.test(fields)
  const isSent = /^(received|message-id|mime-version|return-path):/im.test(fields)
  return isNamed || (hasPeople && isSent) ? 'message/rfc822' : null
}

function isSavedPage(fields: string, byName: MediaType | undefined): boolean {
  if (!/^content-type:\s*multipart\/related/im.test(fields)) return false
  return byName === 'multipart/related' || /^(snapshot-content-location|content-location):/im.test(fields)
}
