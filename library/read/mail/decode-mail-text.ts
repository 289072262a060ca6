import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { type DecodedText, decodeText } from '../text/decode-text.ts'

/** Share of the bytes outside ASCII that may be wrong in UTF-8 before the declaration is taken for a lie. */
const LARGEST_BROKEN_SHARE = 0.1

/**
 * Decodes a part of a message by the character set it declares: `TextDecoder` knows the sets of mail (ISO-2022-JP, which
 * iconv-lite lacks, and Latin-1 as the Windows page that it is), iconv-lite the rare ones (UTF-7, DOS and Mac pages).
 * None declared, an unknown one, or one that does not fit: detected.
 */
export function decodeMailText(bytes: Buffer, charset: string | undefined): DecodedText {
  const label = charset
    ?.trim()
    .toLowerCase()
    .replace(/^(cp|x-cp)(125\d|874)$/, 'windows-$2')
  if (!label || label === 'us-ascii' || label === 'ascii') return decodeText(bytes)
  const decoder = decoderOf(label)
  // Programs call UTF-8 Latin; letters of Latin that are valid UTF-8 by chance do not happen in a text.
  if (decoder?.encoding === 'windows-1252' && isUtf8(bytes)) return decodeText(bytes)
  if (decoder) {
    const text = decoder.decode(bytes).toWellFormed()
    if (decoder.encoding !== 'utf-8' || !isBroken(text, bytes))
      return { text, encoding: decoder.encoding, certain: true }
    return decodeText(bytes)
  }
  if (!iconv.encodingExists(label)) return decodeText(bytes)
  return { text: iconv.decode(bytes, label, { stripBOM: true }).toWellFormed(), encoding: label, certain: true }
}

function decoderOf(label: string) {
  try {
    return new TextDecoder(label)
  } catch {
    return undefined
  }
}

function isBroken(text: string, bytes: Buffer): boolean {
  const broken = text.split('\uFFFD').length - 1
  if (broken === 0) return false
  let foreign = 0
  for (const byte of bytes) if (byte >= 0x80) foreign += 1
  return broken > foreign * LARGEST_BROKEN_SHARE
}
