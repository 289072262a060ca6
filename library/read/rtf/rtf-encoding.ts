import iconv from 'iconv-lite'
import { isSymbolFont, symbolCharacter } from '../text-signs.ts'

/** How bytes become letters: an encoding that iconv-lite knows, or the signs of the font `symbols`. */
export type RtfEncoding = { readonly name: string; readonly symbols: string | null }

/** Code pages of the character sets that fonts name (`\fcharset`), RTF 1.9.1, "Font table". */
const CHARSET_PAGES: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  78: 932,
  79: 949,
  80: 936,
  81: 950,
  128: 932,
  129: 949,
  130: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
}

const NAMES: Readonly<Record<number, string>> = {
  708: 'iso-8859-6',
  936: 'gbk',
  950: 'big5',
  1361: 'cp949',
  10000: 'macintosh',
  10007: 'maccyrillic',
  20866: 'koi8-r',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** Null where the page is unknown. */
export function pageEncoding(codePage: number): RtfEncoding | null {
  const name = NAMES[codePage] ?? `cp${codePage}`
  return iconv.encodingExists(name) ? { name, symbols: null } : null
}

/** A font's own encoding; null where it follows the document's. */
function fontEncoding(name: string, charset: number | null, codePage: number | null): RtfEncoding | null {
  if (isSymbolFont(name)) return { name: 'cp1252', symbols: name }
  const page = codePage ?? (charset === null ? undefined : CHARSET_PAGES[charset])
  return page === undefined ? null : pageEncoding(page)
}

export function decodeRtf(bytes: Buffer, { name, symbols }: RtfEncoding): string {
  if (symbols !== null) return Array.from(bytes, (byte) => symbolOf(symbols, byte)).join('')
  return iconv.decode(bytes, name, { stripBOM: false })
}

/** A sign that is not known shows at least that there is one. */
export function symbolOf(font: string, code: number): string {
  return symbolCharacter(font, code.toString(16)) ?? '\u2022'
}

interface RtfFonts {
  /** A control word inside the font table. */
  control(word: string, value: number | null): void
  /** Text inside the font table: names, each ended by a semicolon. */
  name(text: string): void
  endEntry(): void
  /** Null where the font follows the document's encoding or is not in the table. */
  encoding(font: number | null): RtfEncoding | null
}

/** Collects the font table: which font means which encoding. */
export function createRtfFonts(): RtfFonts {
  const encodings = new Map<number, RtfEncoding | null>()
  let font: number | null = null
  let charset: number | null = null
  let codePage: number | null = null
  let name = ''

  function endEntry(): void {
    if (font !== null) encodings.set(font, fontEncoding(name, charset, codePage))
    font = null
    charset = null
    codePage = null
    name = ''
  }

  return {
    control(word, value) {
      if (word === 'f') {
        endEntry()
        font = value ?? 0
      } else if (word === 'fcharset') charset = value
      else if (word === 'cpg') codePage = value
    },
    name(text) {
      // Without a name Word still knows the font by its number; a second name in the same entry is its stand-in (`\falt`).
      if (name === '') name = text.split(';', 1)[0]!.trim()
    },
    endEntry,
    encoding: (number) => (number === null ? null : (encodings.get(number) ?? null)),
  }
}
