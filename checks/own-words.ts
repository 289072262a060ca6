import { contentWords } from './content-words.ts'

const STEM_CHARACTERS = 6

/**
 * Which share, 0 to 1, of the words that a sentence brings itself (those that the question does not have) stand in the texts, in
 * any form. Null where it brings none. What a small model takes from its passages it says in their words: over 23 questions
 * (dragonball, lit_ragbench; 1.5B) .9 to 1 where they state it; .0 to .5 where it was made up and no name or number gave it away.
 */
export function ownWordsFound(sentence: string, question: string, texts: readonly string[]): number | null {
  const asked = new Set(stems(question))
  const own = [...new Set(stems(sentence))].filter((word) => !asked.has(word))
  if (own.length === 0) return null
  const found = new Set(texts.flatMap(stems))
  return own.filter((word) => found.has(word)).length / own.length
}

function stems(text: string): readonly string[] {
  return contentWords(text).map((word) => (/\d/.test(word) ? word : word.slice(0, STEM_CHARACTERS)))
}
