import { constants, inflateSync } from 'node:zlib'
import { BYTES_PER_MB } from '../read-limits.ts'

export type PdfSigns = {
  /** Text drawn so that it may not be seen: invisible, white, in a layer that can be off. */
  readonly mayHideText: boolean
  readonly mayAttach: boolean
  readonly isEncrypted: boolean
}

/** One page's content is seldom larger; more is not looked at. */
const CONTENT_BYTES = 8 * BYTES_PER_MB
const ALL_CONTENT_BYTES = 200 * BYTES_PER_MB

/** Names that stand in a file with attachments: of the document, pinned to a page. */
const ATTACHING = ['/EmbeddedFile', '/FileAttachment']

/** Streams that are no content of a page: pictures, fonts, cross-references, colour profiles, metadata. */
const NO_CONTENT =
  /\/(EmbeddedFile|Subtype\s*\/(Image|Type1C|CIDFontType0C|OpenType|XML)|Length1|XRef|FunctionType|ICCBased|Alternate)\b/
const SHOWS = 1
const WHITENS = 2
const COLOURS = 3
const HIDES = 4

/** Operators that show text, choose white, choose any other colour, hide. */
const OPERATORS =
  /(?<=[\])>\s])(TJ|Tj|'|")(?=[\s/[(<]|$)|(?<=^|\s)((?:1(?:\.0*)?\s+){1,3}(?:g|rg|sc|scn)|(?:0(?:\.0*)?\s+){4}(?:k|scn?))(?=\s|$)|(?<=\s)(g|rg|k|sc|scn|Q)(?=\s|$)|(?<=^|\s)([37]\s+Tr|\/OC\s*\/[^\s]+\s+BDC)(?=\s|$)/g

/** Without one of these no text is hidden; most pages have none, and are done with at once. */
const WHITENS_OR_HIDES =
  /1(?:\.0*)?\s+(?:g|rg|sc|scn)(?=\s|$)|(?:0(?:\.0*)?\s+){4}(?:k|scn?)(?=\s|$)|[37]\s+Tr|\/OC\s*\//

/** An encrypted file shows nothing, and may hold all of it. */
const OF_ENCRYPTED: PdfSigns = { mayHideText: true, mayAttach: true, isEncrypted: true }

/** What a quick look at the raw file tells, so that the slow looks are taken only where there is something to see. */
export function pdfSigns(bytes: Buffer): PdfSigns {
  if (isEncrypted(bytes)) return OF_ENCRYPTED
  let mayHideText = false
  let mayAttach = attaches(bytes)
  let leftBytes = ALL_CONTENT_BYTES
  for (const stream of pdfStreams(bytes)) {
    if (NO_CONTENT.test(stream.dictionary)) continue
    // What cannot be looked into may hold anything.
    const content = leftBytes > 0 ? inflated(stream, CONTENT_BYTES) : null
    leftBytes -= content?.length ?? 0
    if (/\/ObjStm\b/.test(stream.dictionary)) mayAttach ||= !content || attaches(content)
    else mayHideText ||= !content || hidesText(content.toString('latin1'))
  }
  return { mayHideText, mayAttach, isEncrypted: false }
}

/** May take one for encrypted that is not. */
export function isEncrypted(bytes: Buffer): boolean {
  return bytes.includes('/Encrypt', 0, 'latin1')
}

function attaches(bytes: Buffer): boolean {
  return ATTACHING.some((name) => bytes.includes(name, 0, 'latin1'))
}

/** Whether text is shown in white, or invisibly, or in a layer that may be off. */
function hidesText(content: string): boolean {
  if (!WHITENS_OR_HIDES.test(content)) return false
  let isWhite = false
  for (const match of content.matchAll(OPERATORS)) {
    const kind = [SHOWS, WHITENS, COLOURS, HIDES].find((group) => match[group] !== undefined)
    if (kind === HIDES || (kind === SHOWS && isWhite)) return true
    if (kind === WHITENS) isWhite = true
    if (kind === COLOURS) isWhite = false
  }
  return false
}

type PdfStream = {
  /** The dictionary before the stream, as Latin-1. */
  readonly dictionary: string
  /** As they stand in the file. */
  readonly packed: Buffer
}

/** Dictionaries of streams are short; those of pictures with long tables are not of interest. */
const DICTIONARY_BYTES = 1500

/**
 * The streams of a PDF as they lie in the file, found without its cross-reference table. For looking whether something
 * is there at all: what is found may belong to a former version of the file.
 */
function* pdfStreams(bytes: Buffer): Generator<PdfStream> {
  let at = 0
  for (;;) {
    const word = bytes.indexOf('stream', at, 'latin1')
    if (word < 0) return
    let from = word + 'stream'.length
    if (bytes[from] === 0x0d) from += 1
    if (bytes[from] === 0x0a) from += 1
    const end = bytes.indexOf('endstream', from, 'latin1')
    if (end < 0) return
    const before = bytes.toString('latin1', Math.max(at, word - DICTIONARY_BYTES), word)
    yield { dictionary: before.slice(before.lastIndexOf(' obj') + 1), packed: bytes.subarray(from, end) }
    at = end + 'endstream'.length
  }
}

/** Deflate packs no tighter. */
const LARGEST_RATIO = 1032

/**
 * Whether a stream that is no picture gets larger than `limitBytes` when it is unpacked, or may get so for all that can
 * be told: attachments are unpacked by a parser that knows no limit.
 */
export function hasLargerStream(bytes: Buffer, limitBytes: number): boolean {
  for (const stream of pdfStreams(bytes)) {
    const mayBeLarger = stream.packed.length * LARGEST_RATIO > limitBytes
    const isPicture = /\/Subtype\s*\/Image\b/.test(stream.dictionary)
    if (mayBeLarger && !isPicture && inflated(stream, limitBytes) === null) return true
  }
  return false
}

/** A stream without its Flate filter; null when it has another one, is damaged or gets larger than `limitBytes`. */
function inflated({ dictionary, packed }: PdfStream, limitBytes: number): Buffer | null {
  const filters = dictionary.match(/\/(Flate|LZW|ASCII85|ASCIIHex|RunLength|DCT|JPX|CCITTFax|JBIG2)Decode\b/g) ?? []
  if (filters.length === 0) return packed.length <= limitBytes ? packed : null
  if (filters.length > 1 || filters[0] !== '/FlateDecode') return null
  try {
    // The end of a stream is often cut by a byte or two.
    return inflateSync(packed, { maxOutputLength: limitBytes, finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return null
  }
}
