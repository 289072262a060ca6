/**
 * The letters and digits of a text without case, accents, punctuation or spaces, so that "Müller-Lüdenscheidt" is found in
 * "MULLER LUEDEN-\nSCHEIDT"-like spellings. Character `i` of `text` comes from UTF-16 units `starts[i]` … `ends[i]`.
 */
export type FoldedText = { readonly text: string; readonly starts: Uint32Array; readonly ends: Uint32Array }

const PLAIN = /^[a-z0-9]$/
const LETTER = /[\p{L}\p{N}]/u

export function foldText(original: string): FoldedText {
  const folded: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let offset = 0
  for (const point of original) {
    const start = offset
    offset += point.length
    for (const character of foldPoint(point)) {
      folded.push(character)
      starts.push(start)
      ends.push(offset)
    }
  }
  return { text: folded.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

/** One UTF-16 unit an entry, so that offsets stay aligned; nothing for what is neither letter nor digit. */
function foldPoint(point: string): readonly string[] {
  const lower = point.toLowerCase()
  if (PLAIN.test(lower)) return [lower]
  if (!LETTER.test(point)) return []
  const bare = [...point.normalize('NFKD').toLowerCase()].filter((part) => LETTER.test(part)).join('')
  return bare
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .split('')
}
