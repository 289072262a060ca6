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

/** A scan of 20,000 vectors of 384 takes about 10 ms, of 100,000 about 50 ms (`docs/storage.md`). */
export const INDEX_FROM = 20_000
/** At 316 partitions and 20 probes recall@10 was 1.0 at 100,000 vectors. */
export const PROBES = 20
/** The index is made anew once there are so many times the rows it was made with. */
export const REMAKE_AT = 1.5

export function vectorIndex(rows: number): Index {
  return Index.ivfFlat({ distanceType: 'cosine', numPartitions: Math.round(Math.sqrt(rows)) })
}
