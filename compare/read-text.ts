import { type ComparedPage, type Part, wholeText } from './compared-text.ts'
import { readParts } from './read-parts.ts'
import { readWords, type Word } from './read-words.ts'

/** A document ready to be compared. */
export type ReadText = {
  readonly text: string
  readonly parts: readonly Part[]
  /** Those of all parts in the order of the parts. */
  readonly words: readonly Word[]
  /** Where the words of each part begin among them, and behind the last where they end. */
  readonly firstWords: readonly number[]
}

/** From one word to another, the second left out. */
export type WordRange = { readonly from: number; readonly to: number }

export function readText(pages: readonly ComparedPage[]): ReadText {
  const text = wholeText(pages)
  const parts = readParts(pages)
  const words: Word[] = []
  const firstWords = parts.map(({ start, end }) => {
    const first = words.length
    for (const word of readWords(text, start, end)) words.push(word)
    return first
  })
  return { text, parts, words, firstWords: [...firstWords, words.length] }
}

/** The words of parts that follow each other, `last` being the last of them. */
export function wordsOfParts({ firstWords }: ReadText, first: number, last: number): WordRange {
  return { from: firstWords[first] ?? 0, to: firstWords[last + 1] ?? 0 }
}

/** The text from the first word of a range to its last, on one line; empty for none. */
export function textOfWords({ text, words }: ReadText, { from, to }: WordRange): string {
  const [first, last] = [words[from], words[to - 1]]
  if (!first || !last || to <= from) return ''
  return text.slice(first.start, last.end).replace(/\s+/g, ' ')
}
