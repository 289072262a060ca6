import { alignWords } from './align-words.ts'
import { quoteWords } from './quote-words.ts'

const NOTHING_KNOWN = { isKnown: () => false, isOrdinary: () => false }

/** Whether the words stand in a text one after the other, whatever their case and the punctuation between them. */
export function standsIn(words: string, text: string): boolean {
  const wanted = quoteWords(words)
  const options = { slipsAtMost: 0, after: 0, isWhole: () => true, lexicon: NOTHING_KNOWN }
  return wanted.length > 0 && alignWords(wanted, quoteWords(text), options) !== null
}
