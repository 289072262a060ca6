import type { WordsTable } from '../index/words-table.ts'

/** Those of the words that no document has, in any inflected form that the index folds. */
export async function unknownWords(words: readonly string[], documents: WordsTable): Promise<readonly string[]> {
  const found = await Promise.all(
    words.map(async (word) => ({ word, isKnown: (await documents.search(word, 1)).size > 0 })),
  )
  return found.filter(({ isKnown }) => !isKnown).map(({ word }) => word)
}
