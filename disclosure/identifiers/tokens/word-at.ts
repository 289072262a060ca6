import { NO_LEVELS, type WordLevels } from '../../words/open-word-lists.ts'
import type { Token } from './split-tokens.ts'

/** A token with what the lists say of it. */
export type Word = Token & {
  readonly levels: WordLevels
  /** How ordinary the word is in the languages of the text: 0 unknown, 1 known, 2 common. */
  readonly ordinary: 0 | 1 | 2
  /** How much of a name: 0 none, 1 some, 2 common. */
  readonly name: number
  /** Part of a line in which ordinary words are capitalised as well: a heading, a form. */
  readonly inHeading: boolean
  /** Mostly the name of a thing, and nothing tells: "Karnofsky" is shown to a person. */
  readonly isDoubtful: boolean
}

/** Stands before the first and behind the last word: nothing that any rule asks for. */
const NO_WORD: Word = {
  start: -1,
  end: -1,
  text: '',
  shape: 'lower',
  gap: '\n\n',
  opens: true,
  levels: NO_LEVELS,
  ordinary: 2,
  name: 0,
  inHeading: false,
  isDoubtful: false,
}

export function wordAt(words: readonly Word[], at: number): Word {
  return words[at] ?? NO_WORD
}

/** Whether many are called so, as the lists say. */
export function isCommonFirstName({ levels }: Pick<Word, 'levels'>): boolean {
  return levels.first === 2
}

/** The place behind the last word that ends by `end`, from a place on. */
export function wordsUntil(words: readonly Word[], from: number, end: number): number {
  let to = from
  while (to < words.length && wordAt(words, to).end <= end) to += 1
  return to
}

/** The word that begins at or behind an offset. */
export function firstWordFrom({ words }: { readonly words: readonly Word[] }, offset: number): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (wordAt(words, middle).start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** A list of words that `has` is asked about. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/))
}

/** Whether the list has the word, in any case; never for a missing word. */
export function has(list: ReadonlySet<string>, word: { readonly text: string } | undefined): boolean {
  return word !== undefined && list.has(word.text.toLowerCase())
}
