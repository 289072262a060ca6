import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import type { Lexicon } from '../../checks/quotes/harmless-slip.ts'
import {
  openWordLists,
  WORD_FIELDS,
  type WordField,
  type WordLists,
  WRITTEN_LANGUAGES,
} from '../../disclosure/words/open-word-lists.ts'
import { sha256 } from './sha256.ts'

export type ShippedWordLists = WordLists & {
  /** SHA-256 of their text, to say which ones were used. */
  readonly hash: () => string
}

/** The word lists, unpacked at the first call. `file` is `disclosure/words/words.txt.br`. */
export function createWordLists(file: string): () => Promise<ShippedWordLists> {
  let lists: Promise<ShippedWordLists> | null = null
  const load = async (): Promise<ShippedWordLists> => {
    const text = String(await promisify(brotliDecompress)(await readFile(file)))
    return { ...openWordLists(text), hash: () => sha256(text) }
  }
  return () => (lists ??= load())
}

/** The level of countries and their regions; the other is of nationalities. */
const A_COUNTRY = 2

/** The level of words that identify nobody in a text of medicine. */
const OF_MEDICINE = 2

/** What the lists know of a word. */
export function lexiconOf(lists: WordLists): Lexicon {
  const isIn = (fields: readonly WordField[]) => (word: string) => {
    const levels = lists.levelsOf(word)
    return fields.some((field) => levels[field] > 0)
  }
  return {
    isKnown: isIn(WORD_FIELDS),
    isOrdinary: isIn(WRITTEN_LANGUAGES),
    isPlace(word) {
      const { first, last, place, people } = lists.levelsOf(word)
      return people === A_COUNTRY || place > Math.max(first, last)
    },
    mayBePlace(word) {
      const levels = lists.levelsOf(word)
      return levels.people === A_COUNTRY || levels.place > Math.max(...WRITTEN_LANGUAGES.map((field) => levels[field]))
    },
    isAlsoPlace(word) {
      const { place, safe } = lists.levelsOf(word)
      return place > 0 && safe === 0
    },
    isName(word) {
      const levels = lists.levelsOf(word)
      return Math.max(levels.first, levels.last) > Math.max(...WRITTEN_LANGUAGES.map((field) => levels[field]))
    },
    isMedical: (word) => lists.levelsOf(word).safe === OF_MEDICINE,
  }
}
