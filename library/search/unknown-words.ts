import type { RowFilter, WordsTable } from '../index/words-table.ts'

/** Those of the words that no document has, or none that is searched, in any inflected form that the index folds. */
export async function unknownWords(
  words: readonly string[],
  documents: WordsTable,
  searched: RowFilter,
): Promise<readonly string[]> {
  const found = await Promise.all(
    words.map(async (word) => ({ word, isKnown: (await documents.search(word, 1, searched)).size > 0 })),
  )
  return found.filter(({ isKnown }) => !isKnown).map(({ word }) => word)
}
