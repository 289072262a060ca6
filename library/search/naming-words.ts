import type { WordsTable } from '../index/words-table.ts'

/** A word names a document when at most this share of the documents has it, and never more than so many: they are counted. */
const NAMING_SHARE = 0.25
const NAMED_AT_MOST = 100
const DOCUMENTS_AT_LEAST = 3

/**
 * The words of a question that say which document is meant, such as the parties of a case. They stand in the title or head
 * of a document that the question seems to mean, and in few documents. None where there are hardly any documents.
 */
export async function namingWords(
  question: string,
  meant: readonly ReadonlySet<string>[],
  documents: WordsTable,
  documentCount: number,
): Promise<ReadonlySet<string>> {
  if (documentCount < DOCUMENTS_AT_LEAST) return new Set()
  const atMost = Math.min(NAMED_AT_MOST, Math.max(1, Math.floor(documentCount * NAMING_SHARE)))
  const maybe = [...new Set(wordsOf(question))].filter((word) => meant.some((words) => words.has(word)))
  const counted = await Promise.all(
    maybe.map(async (word) => ({ word, documents: (await documents.search(word, atMost + 1)).size })),
  )
  // A stop word is found nowhere; it stays in the question.
  return new Set(counted.filter(({ documents: found }) => found > 0 && found <= atMost).map(({ word }) => word))
}

export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

export function withoutWords(text: string, words: ReadonlySet<string>): string {
  return text
    .replace(/[\p{L}\p{N}]+/gu, (word) => (words.has(word.toLowerCase()) ? '' : word))
    .replace(/\s+/g, ' ')
    .trim()
}
