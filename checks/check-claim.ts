import { absentFacts } from './absent-facts.ts'
import { findQuote } from './find-quote.ts'
import type { DraftClaim } from './split-claims.ts'

/** A source as the checks see it: `context` (title, section) counts for names and dates, never for quotes. */
export type CheckedSource = { readonly source: string; readonly text: string; readonly context: string }

export type CheckedCitation = {
  readonly source: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

export type CheckedClaim = {
  readonly text: string
  readonly verdict: 'verbatim' | 'unchecked' | 'unsupported'
  /** Offsets are into the cited source's text. */
  readonly citations: readonly CheckedCitation[]
  readonly absent: readonly string[]
}

/**
 * Looks a sentence's quote up in the sources that it names. `verbatim`: it stands in one of them word for word;
 * `unsupported`: it names no source, or none that shares a word with it; else `unchecked` (`answers.md` section 4).
 */
export function checkClaim(claim: DraftClaim, sources: readonly CheckedSource[], question: string): CheckedClaim {
  const cited = sources.filter(({ source }) => claim.sources.includes(source))
  const found = cited.flatMap(({ source, text }) => {
    const quote = findQuote(claim.text, text)
    return quote
      ? [
          {
            verbatim: quote.verbatim,
            citation: { source, start: quote.start, end: quote.end, quote: text.slice(quote.start, quote.end) },
          },
        ]
      : []
  })
  if (found.length === 0) return { text: claim.text, verdict: 'unsupported', citations: [], absent: [] }
  return {
    text: claim.text,
    verdict: found.some(({ verbatim }) => verbatim) ? 'verbatim' : 'unchecked',
    citations: found.map(({ citation }) => citation),
    absent: absentFacts(
      claim.text,
      cited.flatMap(({ text, context }) => [text, context]),
      question,
    ),
  }
}
