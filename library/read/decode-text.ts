import iconv from 'iconv-lite'
import { detect } from 'jschardet'

export type DecodedText = {
  /** Without byte order mark; line ends as they were; lone surrogates replaced. */
  readonly text: string
  /** Name of the encoding as iconv-lite knows it. */
  readonly encoding: string
  /** False when the encoding was guessed from the frequency of bytes. */
  readonly certain: boolean
}

const SAMPLE_BYTES = 65_536
/** A text may hold stray control characters and NUL between words; of random bytes they are 11 %, in programs more. */
const LARGEST_CONTROL_SHARE = 0.05
const LEAST_CONFIDENCE = 0.2

/**
 * Decodes text of unknown encoding: byte order mark, `declared` (from an HTML meta tag), strict UTF-8, UTF-16 by its
 * zero bytes, then jschardet. Legacy pages go through iconv-lite, never `TextDecoder`, which turned curly quotes into
 * control characters on some Node versions (`docs/reading.md`).
 */
export function decodeText(bytes: Buffer, declared?: string): DecodedText {
  const marked = markedEncoding(bytes)
  if (marked) return decoded(bytes, marked, true)
  if (declared && iconv.encodingExists(declared) && !/^utf-?16/i.test(declared)) return decoded(bytes, declared, true)
  const wide = wideEncoding(bytes)
  if (wide) return decoded(bytes, wide, true)
  if (isUtf8(bytes)) return decoded(bytes, 'utf-8', true)
  const { encoding, confidence } = detect(bytes.subarray(0, SAMPLE_BYTES))
  const usable = encoding && confidence >= LEAST_CONFIDENCE && iconv.encodingExists(encoding)
  // jschardet says ascii or UTF-8 of a sample whose foreign bytes come later; Latin-1 is read as its superset, as browsers do.
  const guess = usable && !/^(ascii|utf-8|iso-8859-1)$/i.test(encoding) ? encoding : 'windows-1252'
  return decoded(bytes, guess, false)
}

/** Whether the bytes can be text at all, in any encoding. */
export function looksLikeText(bytes: Buffer): boolean {
  if (markedEncoding(bytes) || wideEncoding(bytes)) return true
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  let controls = 0
  for (const byte of sample) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b) controls += 1
  }
  return controls <= sample.length * LARGEST_CONTROL_SHARE
}

function decoded(bytes: Buffer, encoding: string, certain: boolean): DecodedText {
  return { text: iconv.decode(bytes, encoding, { stripBOM: true }).toWellFormed(), encoding, certain }
}

/** What the byte order mark says; undefined where there is none. */
export function markedEncoding(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 4).toString('hex')
  if (head.startsWith('efbbbf')) return 'utf-8'
  if (head === 'fffe0000') return 'utf-32le'
  if (head === '0000feff') return 'utf-32be'
  if (head.startsWith('fffe')) return 'utf-16le'
  if (head.startsWith('feff')) return 'utf-16be'
  return undefined
}

/** UTF-16 without a mark: in text mostly Latin, nearly every second byte is zero. */
function wideEncoding(bytes: Buffer): string | undefined {
  const sample = bytes.subarray(0, Math.min(SAMPLE_BYTES, bytes.length & ~1))
  if (sample.length < 4) return undefined
  let evenZeros = 0
  let oddZeros = 0
  for (let index = 0; index < sample.length; index += 2) {
    if (sample[index] === 0) evenZeros += 1
    if (sample[index + 1] === 0) oddZeros += 1
  }
  const pairs = sample.length / 2
  if (oddZeros > pairs * 0.5 && evenZeros < pairs * 0.05) return 'utf-16le'
  if (evenZeros > pairs * 0.5 && oddZeros < pairs * 0.05) return 'utf-16be'
  return undefined
}

function isUtf8(bytes: Buffer): boolean {
  try {
    // Only asked whether the bytes are valid: UTF-8 is the one encoding where every TextDecoder is right.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
