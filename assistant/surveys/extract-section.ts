import type { PassageSource } from '../../contract/answers/answer.ts'
import { factsInText } from '../../text/text-facts.ts'
import { contentWords } from '../../text/words.ts'
import { keepWithin } from '../answers/draft/choose-sentences.ts'
import { sentenceUnits } from '../answers/draft/passage-spans.ts'

/** A sentence of a section, with the passage that holds it; offsets are into the whole text. */
export type Extracted = {
  readonly source: PassageSource
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Characters that a model reads of a section, about 250 tokens. */
const READ_OF_A_SECTION = 1000

/** So long a section gets a second sentence of its own. */
const SECOND_FROM = 1500

export type SectionExtract = {
  /** Best first: what stands for the section where no model does. */
  readonly best: readonly Extracted[]
  /** In reading order: what a model writes from. */
  readonly read: readonly PassageSource[]
}

/** Chooses the most telling sentences of a section. */
export function extractSection(sources: readonly PassageSource[], document: DocumentWords): SectionExtract {
  const sentences = sources.flatMap((source) => sentencesOf(source))
  const scores = tellingScores(
    sentences.map(({ text }) => text),
    document,
  )
  const choices = sentences.map(({ text }, at) => ({ cost: text.length + 1, score: scores[at] ?? 0, group: 0 }))
  const taken = keepWithin(choices, READ_OF_A_SECTION, 0).map((at) => sentences[at])
  const characters = sources.reduce((sum, { start, end }) => sum + end - start, 0)
  const ranked = [...sentences.entries()].toSorted(([one], [other]) => (scores[other] ?? 0) - (scores[one] ?? 0))
  return {
    best: ranked.slice(0, characters >= SECOND_FROM ? 2 : 1).map(([, sentence]) => sentence),
    read: sources
      .map((source) => ({
        ...source,
        read: taken.flatMap((one) => (one?.source === source ? { start: one.start, end: one.end } : [])),
      }))
      .filter(({ read }) => read.length > 0),
  }
}

export function sentencesOf(source: PassageSource): readonly Extracted[] {
  return sentenceUnits(source.text).map(({ start, end }) => ({
    source,
    start: source.start + start,
    end: source.start + end,
    text: source.text.slice(start, end),
  }))
}

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
function tellingScores(sentences: readonly string[], { counts, repeated }: DocumentWords): readonly number[] {
  return sentences.map((sentence, at) => {
    const words = [...new Set(contentWords(sentence))]
    if (words.length < WORDS_AT_LEAST || repeated.has(sentence)) return 0
    const kept = words.reduce((sum, word) => sum + Math.log(counts.get(word) ?? 1), 0)
    const facts = Math.min(FACTS_AT_MOST, factsInText(sentence).length)
    return ((kept + facts) / Math.sqrt(words.length)) * (at === 0 ? FIRST : 1)
  })
}
