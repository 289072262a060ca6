/** Levels of one word, 0 to 2 each (`WORD_FIELDS`). */
export type WordLevels = Readonly<Record<WordField, number>>

export interface WordLists {
  /** Of a word or of several with one space between, in any case. A word that no list has is 0 everywhere. */
  levelsOf(word: string): WordLevels
  /** Whether an ordinary word of the languages begins so and goes on: "rivalutaz" of "rivalutazione". */
  isBeginning(part: string, languages: readonly Language[]): boolean
}

/**
 * What the word lists say of a word, each as a level: 0 no, 1 yes, 2 often. English to Polish: an ordinary word of the language;
 * then first name, family name, city; `people`: 1 a nationality, 2 a country or a region of one;
 * `safe`: identifies nobody though it is capitalised, 1 where it is a word of the text's language, 2 in a text of medicine.
 */
export const WORD_FIELDS = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'first',
  'last',
  'place',
  'people',
  'safe',
] as const

/** Of a word that no list has. */
export const NO_LEVELS = unpacked('0')

/** So many words that begin alike are looked at. */
const ALIKE = 40

/** Texts repeat their words; more than these are not remembered. */
const REMEMBERED = 50_000

/**
 * `text` is the unpacked content of `words.txt.br`: sorted lines of a word, a tab and its levels. Words are found by halving, so
 * that opening costs nothing and no table of a million words is built.
 */
export function openWordLists(text: string): WordLists {
  const remembered = new Map<string, WordLevels>()
  return {
    levelsOf(word) {
      const key = word.toLowerCase()
      const known = remembered.get(key)
      if (known) return known
      const wanted = key.normalize('NFC')
      const start = lineAt(text, wanted)
      const levels = text.startsWith(`${wanted}\t`, start) ? levelsAt(text, start) : NO_LEVELS
      if (remembered.size >= REMEMBERED) remembered.clear()
      remembered.set(key, levels)
      return levels
    },
    isBeginning(part, languages) {
      const wanted = part.toLowerCase().normalize('NFC')
      let start = lineAt(text, wanted)
      for (let seen = 0; seen < ALIKE && text.startsWith(wanted, start); seen += 1) {
        const levels = levelsAt(text, start)
        if (text[start + wanted.length] !== '\t' && languages.some((language) => levels[language] > 0)) return true
        start = lineEnd(text, start) + 1
      }
      return false
    },
  }
}

/** Where the line of the word begins, or that of the next word of the list. */
function lineAt(text: string, word: string): number {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high) >> 1
    const start = text.lastIndexOf('\n', middle - 1) + 1
    if (text.slice(start, text.indexOf('\t', start)) < word) low = lineEnd(text, start) + 1
    else high = start
  }
  return Math.min(low, text.length)
}

function levelsAt(text: string, start: number): WordLevels {
  return unpacked(text.slice(text.indexOf('\t', start) + 1, lineEnd(text, start)))
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

function unpacked(written: string): WordLevels {
  let rest = Number.parseInt(written, 36)
  const levels: Record<string, number> = {}
  for (const field of WORD_FIELDS) {
    levels[field] = rest % 3
    rest = Math.floor(rest / 3)
  }
  return levels as WordLevels
}

export type WordField = (typeof WORD_FIELDS)[number]

/** The languages whose ordinary words are on the lists. */
export const WRITTEN_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl'] as const
export type Language = (typeof WRITTEN_LANGUAGES)[number]
