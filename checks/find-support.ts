import { factsInText } from '../text/text-facts.ts'
import { type Quote, quoteInSentence } from './quotes/find-quote.ts'
import type { Lexicon } from './quotes/harmless-slip.ts'
import { splitSentences } from '../text/sentences.ts'
import { wordStems } from '../text/words.ts'

/**
 * A source as the checks see it: `context` (title, section) counts for names and dates, never for quotes; `above` is the head of a
 * table that the text continues, `before` what stands in the document directly before it: a heading or label there may be its own.
 */
export type CheckedSource = {
  readonly source: string
  readonly text: string
  readonly context: string
  readonly above?: string | undefined
  readonly before?: string | undefined
}

/** Words of a source that bear a sentence out; UTF-16 offsets into the source's text. */
export type Support = {
  readonly source: string
  readonly start: number
  readonly end: number
}

/** Where a sentence stands, as a `quote`, or with null what comes nearest to it. */
export type Found = { readonly spans: readonly Support[]; readonly quote: Quote | null }

export type Supporting = {
  readonly sentence: string
  /** Marks of the sources that the sentence names. */
  readonly named: readonly string[]
  readonly sources: readonly CheckedSource[]
  readonly question: string
  readonly lexicon: Lexicon
  /** Marks of the sources of each document that the sentence names: of each, what the sentence cites stays cited. */
  readonly each?: readonly ReadonlySet<string>[]
}

type Candidate = {
  readonly source: string
  readonly start: number
  readonly end: number
  readonly words: ReadonlySet<string>
  readonly facts: ReadonlySet<string>
}

/** Words that the question has already count so much: an answer often begins by repeating it. */
const ASKED_WEIGHT = 0.2
/** What the model named is believed unless another source bears the sentence out so much better. */
const NAMED_WEIGHT = 1.5
const QUOTES_AT_MOST = 3

/**
 * Where a sentence stands, or what comes nearest to it. The model only names a source, and even that is checked: small
 * models named the wrong one for most of their quotes (`docs/answers.md`). Word for word in a source, or nearly so, that is the only
 * quote; else the sentence that shares most of its rarer words, and further ones for the numbers, dates and names that it lacks.
 * Empty when no source shares a word with it.
 */
export function findSupport(supporting: Supporting): Found {
  const { sentence, named, sources, lexicon } = supporting
  const namedFirst = [...sources].toSorted(
    (one, other) => Number(named.includes(other.source)) - Number(named.includes(one.source)),
  )
  let close: Found | null = null
  for (const source of namedFirst) {
    const quote = quoteInSentence(sentence, source, lexicon)
    if (!quote) continue
    const found = { spans: quote.parts.map((span) => ({ source: source.source, ...span })), quote }
    if (quote.differences.length === 0) return found
    close ??= found
  }
  return close ?? { spans: nearest(supporting), quote: null }
}

function nearest({ sentence, named, sources, question, each = [] }: Supporting): readonly Support[] {
  const candidates = sources.flatMap(candidatesOf)
  const asked = wordStems(question)
  const askedText = question.toLowerCase()
  const wanted = [...wordStems(sentence)]
  const weights = new Map(
    wanted.map((word) => [
      word,
      (asked.has(word) ? ASKED_WEIGHT : 1) / (1 + candidates.filter(({ words }) => words.has(word)).length),
    ]),
  )
  const score = ({ source, words }: Candidate) => {
    const shared = wanted.reduce((sum, word) => sum + (words.has(word) ? (weights.get(word) ?? 0) : 0), 0)
    return (shared * (named.includes(source) ? NAMED_WEIGHT : 1)) / Math.sqrt(1 + words.size / 12)
  }
  const ranked = candidates
    .map((candidate) => ({ candidate, score: score(candidate) }))
    .filter((one) => one.score > 0)
    .toSorted((one, other) => other.score - one.score)
  const chosen = ranked.slice(0, 1).map(({ candidate }) => candidate)
  const lacking = () =>
    factValues(sentence).filter((value) => !askedText.includes(value) && !chosen.some(({ facts }) => facts.has(value)))
  while (chosen.length > 0 && chosen.length < QUOTES_AT_MOST) {
    const missing = lacking()
    const next = ranked.find(
      ({ candidate }) => !chosen.includes(candidate) && missing.some((value) => candidate.facts.has(value)),
    )
    if (!next) break
    chosen.push(next.candidate)
  }
  for (const own of each) {
    if (chosen.some(({ source }) => own.has(source))) continue
    const next = ranked.find(({ candidate: { source } }) => own.has(source) && named.includes(source))
    if (next) chosen.push(next.candidate)
  }
  return chosen.map(({ source, start, end }) => ({ source, start, end }))
}

function candidatesOf({ source, text }: CheckedSource): readonly Candidate[] {
  return splitSentences(text).map(({ start, end }) => {
    const words = text.slice(start, end)
    return { source, start, end, words: wordStems(words), facts: new Set(factValues(words)) }
  })
}

function factValues(text: string): readonly string[] {
  return factsInText(text).map(({ value }) => value)
}
