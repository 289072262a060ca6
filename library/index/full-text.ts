import { Index } from '@lancedb/lancedb'

/** English stems and stop words; other languages are matched word by word, accents folded. */
const FULL_TEXT = {
  baseTokenizer: 'simple',
  language: 'English',
  stem: true,
  removeStopWords: true,
  asciiFolding: true,
  lowercase: true,
  withPosition: false,
  maxTokenLength: 40,
} as const

/** BM25, k1 1.2, b 0.75. */
export function fullTextIndex(): Index {
  return Index.fts(FULL_TEXT)
}
