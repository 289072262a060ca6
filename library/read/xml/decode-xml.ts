import iconv from 'iconv-lite'
import { markedEncoding } from '../text/decode-text.ts'

const PIECE_LENGTH = 65_536
const DECLARED = /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i
const DECLARATION_BYTES = 200

/** Bytes as they lie in the container, or text that is already decoded; empty for a part that is not there. */
export type XmlPart = string | Buffer

/** An XML part in pieces of 65,536 bytes, or characters of a text that is already decoded. */
export function* xmlPieces(part: XmlPart): Generator<string, void, void> {
  if (typeof part === 'string') {
    for (let at = 0; at < part.length; at += PIECE_LENGTH) yield part.slice(at, at + PIECE_LENGTH)
    return
  }
  const decoder = iconv.getDecoder(xmlEncoding(part))
  for (let at = 0; at < part.length; at += PIECE_LENGTH) yield decoder.write(part.subarray(at, at + PIECE_LENGTH))
  const rest = decoder.end()
  if (rest) yield rest
}

/** The whole text of an XML part, without byte order mark; lone surrogates replaced. */
export function decodeXml(part: Buffer): string {
  return iconv.decode(part, xmlEncoding(part)).toWellFormed()
}

/** UTF-8 unless a byte order mark or the part's first line says otherwise (XML 1.0, appendix F). */
function xmlEncoding(part: Buffer): string {
  const marked = markedEncoding(part)
  if (marked) return marked
  const declared = DECLARED.exec(part.toString('latin1', 0, DECLARATION_BYTES))?.[1]
  // A first line that can be read byte by byte isn't UTF-16, whatever it says.
  return declared && iconv.encodingExists(declared) && !/^(utf|ucs)-?(16|2)/i.test(declared) ? declared : 'utf-8'
}
