import { WORD_FIELDS, type WordField } from './word-fields.ts'

/** Levels of one word, 0 to 2 each (`word-fields.ts`). */
export type WordLevels = Readonly<Record<WordField, number>>

export interface WordLists {
  /** Of a word or of several with one space between, in any case. A word that no list has is 0 everywhere. */
  levelsOf(word: string): WordLevels
}

/** Of a word that no list has. */
export const NO_LEVELS = unpacked('0')
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
      const found = findLine(text, key.normalize('NFC'))
      const levels = found === null ? NO_LEVELS : unpacked(found)
      if (remembered.size >= REMEMBERED) remembered.clear()
      remembered.set(key, levels)
      return levels
    },
  }
}

/** What stands behind the tab of the line that begins with the word; null where there is none. */
function findLine(text: string, word: string): string | null {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high) >> 1
    const start = text.lastIndexOf('\n', middle - 1) + 1
    const tab = text.indexOf('\t', start)
    const end = lineEnd(text, start)
    const here = text.slice(start, tab)
    if (here === word) return text.slice(tab + 1, end)
    if (here < word) low = end + 1
    else high = start - 1
  }
  return null
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
