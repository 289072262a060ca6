import { absentFacts } from './absent-facts.ts'
import { type CheckedSource, findSupport } from './find-support.ts'
import type { Difference } from './quotes/align-words.ts'
import type { Quote } from './quotes/find-quote.ts'
import type { Lexicon } from './quotes/harmless-slip.ts'
import { quotedParts } from './quotes/quote-in-sentence.ts'
import { standsIn } from './quotes/stands-in.ts'
import type { DraftClaim } from './split-claims.ts'

export type CheckedCitation = {
  readonly source: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

export type CheckedClaim = {
  readonly text: string
  readonly verdict: 'verbatim' | 'close' | 'unchecked' | 'unsupported'
  /** Offsets are into the cited source's text. */
  readonly citations: readonly CheckedCitation[]
  readonly absent: readonly string[]
  /** Words that stand otherwise in the source, when the verdict is `close`. */
  readonly differences: readonly Difference[]
}

export type CheckOptions = {
  readonly sources: readonly CheckedSource[]
  readonly question: string
  readonly lexicon: Lexicon
}

/**
 * Looks up where a sentence stands. `verbatim`: word for word in a source; `close`: with differences that change no sense;
 * `unsupported`: it names no source, or no source shares a word with it; else `unchecked` (`answers.md` section 4). `absent` are
 * its numbers, dates and names that the cited passages lack, and what it puts between quotation marks without finding it anywhere.
 */
export function checkClaim(claim: DraftClaim, { sources, question, lexicon }: CheckOptions): CheckedClaim {
  const { text, sources: named } = claim
  const { spans, quote } =
    named.length === 0 ? { spans: [], quote: null } : findSupport({ sentence: text, named, sources, question, lexicon })
  if (spans.length === 0) return { text, verdict: 'unsupported', citations: [], absent: [], differences: [] }
  const byMark = new Map(sources.map((source) => [source.source, source]))
  const cited = spans.flatMap(({ source }) => byMark.get(source) ?? [])
  const held = cited.flatMap((source) => [source.text, source.context])
  return {
    text,
    verdict: verdictOf(quote),
    citations: spans.map(({ source, start, end }) => ({
      source,
      start,
      end,
      quote: byMark.get(source)?.text.slice(start, end) ?? '',
    })),
    absent: [...absentFacts(text, held, question), ...(quote ? [] : misquoted(text, { sources, question }))],
    differences: quote?.differences ?? [],
  }
}

function verdictOf(quote: Quote | null): CheckedClaim['verdict'] {
  if (!quote) return 'unchecked'
  return quote.differences.length === 0 ? 'verbatim' : 'close'
}

const WORDS_OF_A_QUOTE = 4

function misquoted(
  sentence: string,
  { sources, question }: Pick<CheckOptions, 'sources' | 'question'>,
): readonly string[] {
  return quotedParts(sentence).filter(
    (part) =>
      part.trim().split(/\s+/).length >= WORDS_OF_A_QUOTE &&
      ![question, ...sources.map(({ text }) => text)].some((text) => standsIn(part, text)),
  )
}
