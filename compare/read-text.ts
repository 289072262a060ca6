import { type ComparedPage, type Part, wholeText } from './compared-text.ts'
import { firstWhere } from '../text/first-where.ts'
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

/** The part that a word is in; behind the last word, one more than the last part. */
export function partOfWord({ firstWords }: ReadText, word: number): number {
  return Math.max(0, firstWhere(firstWords.length, (part) => firstWords[part]! > word) - 1)
}

/** The text from the first word of a range to its last, on one line and without what is between two parts; empty for none. */
export function textOfWords(text: ReadText, { from, to }: WordRange): string {
  const pieces: string[] = []
  for (let word = from; word < to; ) {
    const end = Math.min(to, text.firstWords[partOfWord(text, word) + 1]!)
    pieces.push(text.text.slice(text.words[word]!.start, text.words[end - 1]!.end).replace(/\s+/g, ' '))
    word = end
  }
  return pieces.join(' ')
}

/** The same with the bracket in front of it whose other half it has. */
export function phraseOfWords(text: ReadText, range: WordRange): string {
  const phrase = textOfWords(text, range)
  const first = text.words[range.from]
  const isOpen = first !== undefined && range.to > range.from && text.text[first.start - 1] === '('
  const opened = (phrase.match(/\(/g) ?? []).length
  const closed = (phrase.match(/\)/g) ?? []).length
  if (isOpen && closed > opened) return `(${phrase}`
  const last = text.words[range.to - 1]
  return opened > closed && last && text.text[last.end] === ')' ? `${phrase})` : phrase
}
