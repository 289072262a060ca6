import { NO_LEVELS } from '../../words/open-word-lists.ts'
import type { Word } from './read-words.ts'

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

/** The place behind the last word that ends by `end`, from a place on. */
export function wordsUntil(words: readonly Word[], from: number, end: number): number {
  let to = from
  while (to < words.length && wordAt(words, to).end <= end) to += 1
  return to
}

/** Whether the list has the word, in any case; never for a missing word. */
export function has(list: ReadonlySet<string>, word: { readonly text: string } | undefined): boolean {
  return word !== undefined && list.has(word.text.toLowerCase())
}
