import { contentWords } from './content-words.ts'

const STEM_CHARACTERS = 6

/** The beginnings of the content words of a text, so that "sentencing" finds "sentenced". */
export function wordStems(text: string): ReadonlySet<string> {
  return new Set(contentWords(text).map(wordStem))
}

/** Numbers stay whole. */
export function wordStem(word: string): string {
  return /\d/.test(word) ? word : word.slice(0, STEM_CHARACTERS)
}
