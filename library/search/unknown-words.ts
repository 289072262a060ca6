import type { MatterIndex } from '../index/matter-index.ts'

/** Those of the words that no document has, or none of these, in any inflected form that the index folds. */
export function unknownWords(
  words: readonly string[],
  { documentsWith }: Pick<MatterIndex, 'documentsWith'>,
  within: readonly number[] | undefined,
): readonly string[] {
  const searched = within && new Set(within)
  const isSearched = (document: number) => searched?.has(document) ?? true
  return words.filter((word) => !documentsWith(word, Infinity).some(isSearched))
}
