/**
 * Text made comparable (`docs/answers.md`), with the way back: character `i` of `text` stands at
 * `starts[i]` … `ends[i]` of the original, in UTF-16 units.
 */
export type Normalised = { readonly text: string; readonly starts: readonly number[]; readonly ends: readonly number[] }

/** Signs without which another value, unit or place is meant: "< 5" is not "> 5", "mg/kg" not "mg kg". */
const KEPT_PUNCTUATION = /[%‰$€£¥.'\-<>≤≥=≠±+×/°§&]/
const DASHES = /[‐-―−]/
/** Soft hyphens and the like, which nobody sees. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/
const SINGLE_QUOTES = /[‘’‚‛′´`]/
const POWERS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'
const FRACTION = /^\d+\u2044\d+$/
const WORD = /[\p{L}\p{N}\p{M}]/u

/**
 * NFKC, lower case, straight quotes, one kind of dash, words hyphenated across a line joined, punctuation dropped except
 * that of values (`KEPT_PUNCTUATION`), full stops at word ends dropped, white space collapsed. Powers stay told apart: 10⁹ is not 109.
 */
export function normalise(original: string): Normalised {
  const text: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const push = (character: string, start: number, end: number) => {
    if (character === ' ' && (text.length === 0 || text.at(-1) === ' ')) return
    text.push(character)
    starts.push(start)
    ends.push(end)
  }
  const joined = joinedHyphens(original)
  let offset = 0
  for (const point of original) {
    const start = offset
    offset += point.length
    if (joined.has(start) || UNSEEN.test(point)) continue
    for (const character of fold(point)) {
      const kept =
        WORD.test(character) ||
        ((character === '^' || KEPT_PUNCTUATION.test(character)) && !isEndStop(character, original, offset))
      push(kept ? character : ' ', start, offset)
    }
  }
  while (text.at(-1) === ' ') text.pop()
  return { text: text.join(''), starts, ends }
}

/** One UTF-16 unit a step, so that offsets stay aligned. */
function fold(point: string): string[] {
  const power = POWERS.indexOf(point)
  if (power >= 0) return ['^', power < 10 ? String(power) : '-']
  if (DASHES.test(point)) return ['-']
  if (SINGLE_QUOTES.test(point)) return ["'"]
  const folded = point.normalize('NFKC').toLowerCase()
  // One and a half must not become eleven halves.
  return FRACTION.test(folded) ? [' ', ...folded.replace('\u2044', '/')] : folded.split('')
}

/** A full stop that no letter or digit follows ends a word or sentence; inside "12.4" it is part of it. */
function isEndStop(character: string, original: string, next: number): boolean {
  if (character !== '.') return false
  const following = original.codePointAt(next)
  return following === undefined || !WORD.test(String.fromCodePoint(following))
}

/** Offsets of a hyphen, line break and indent between two parts of one word: "termi-\n  nate". */
function joinedHyphens(original: string): ReadonlySet<number> {
  const offsets = new Set<number>()
  for (const match of original.matchAll(/(?<=\p{Ll})[-‐][^\S\n]*\n\s*(?=\p{Ll})/gu))
    for (let index = match.index; index < match.index + match[0].length; index += 1) offsets.add(index)
  return offsets
}

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
    for (const character of letters(point)) {
      folded.push(character)
      starts.push(start)
      ends.push(offset)
    }
  }
  return { text: folded.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

/** One UTF-16 unit an entry, so that offsets stay aligned; nothing for what is neither letter nor digit. */
function letters(point: string): readonly string[] {
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

/** A word in lower case, without the accents that recognised pages and quick typing lose. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  if (PLAIN_WORD.test(lower)) return lower
  return lower.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').replaceAll('ł', 'l')
}

const PLAIN_WORD = /^[a-z]*$/
