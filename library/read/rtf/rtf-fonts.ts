import { fontEncoding, type RtfEncoding } from './rtf-encoding.ts'

export interface RtfFonts {
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
