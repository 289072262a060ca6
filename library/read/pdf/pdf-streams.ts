import { constants, inflateSync } from 'node:zlib'

export type PdfStream = {
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
export function* pdfStreams(bytes: Buffer): Generator<PdfStream> {
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
export function inflated({ dictionary, packed }: PdfStream, limitBytes: number): Buffer | null {
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
