import { contentWords } from '../../../text/words.ts'
import { factsInText } from '../../../text/text-facts.ts'

/** Fewer words say nothing alone. */
const WORDS_AT_LEAST = 5
/** A number, date or name is worth as much as a word that the document keeps coming back to; more than so many count no more. */
const FACTS_AT_MOST = 4
/** Of a section, what comes first often says what it is about. */
const FIRST = 1.15

/** What a document comes back to. */
export type DocumentWords = {
  /** In how many of its different sentences each word stands. */
  readonly counts: ReadonlyMap<string, number>
  /** Sentences that stand in it more than once, such as a footer or a standard clause. */
  readonly repeated: ReadonlySet<string>
}

export function documentWords(sentences: readonly string[]): DocumentWords {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  const counts = new Map<string, number>()
  for (const sentence of sentences) {
    if (seen.has(sentence)) {
      repeated.add(sentence)
      continue
    }
    seen.add(sentence)
    for (const word of new Set(contentWords(sentence))) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return { counts, repeated }
}

/**
 * How much each sentence of a section tells: words that its document keeps coming back to, and numbers, dates and names,
 * against its length; higher is better. No word of it is rated by a model.
 */
export function tellingScores(sentences: readonly string[], { counts, repeated }: DocumentWords): readonly number[] {
  return sentences.map((sentence, at) => {
    const words = [...new Set(contentWords(sentence))]
    if (words.length < WORDS_AT_LEAST || repeated.has(sentence)) return 0
    const kept = words.reduce((sum, word) => sum + Math.log(counts.get(word) ?? 1), 0)
    const facts = Math.min(FACTS_AT_MOST, factsInText(sentence).length)
    return ((kept + facts) / Math.sqrt(words.length)) * (at === 0 ? FIRST : 1)
  })
}
