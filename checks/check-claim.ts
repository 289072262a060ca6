import { absentFacts } from './absent-facts.ts'
import { type CheckedSource, findSupport } from './find-support.ts'
import type { DraftClaim } from './split-claims.ts'

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
 * Looks up where a sentence stands. `verbatim`: word for word in a source; `unsupported`: it names no source, or no source
 * shares a word with it; else `unchecked` (`answers.md` section 4). `absent` are its numbers, dates and names that the
 * cited passages lack.
 */
export function checkClaim(claim: DraftClaim, sources: readonly CheckedSource[], question: string): CheckedClaim {
  const support = claim.sources.length === 0 ? [] : findSupport(claim.text, claim.sources, sources, question)
  if (support.length === 0) return { text: claim.text, verdict: 'unsupported', citations: [], absent: [] }
  const byMark = new Map(sources.map((source) => [source.source, source]))
  const cited = support.flatMap(({ source }) => byMark.get(source) ?? [])
  return {
    text: claim.text,
    verdict: support.some(({ verbatim }) => verbatim) ? 'verbatim' : 'unchecked',
    citations: support.map(({ source, start, end }) => ({
      source,
      start,
      end,
      quote: byMark.get(source)?.text.slice(start, end) ?? '',
    })),
    absent: absentFacts(
      claim.text,
      cited.flatMap(({ text, context }) => [text, context]),
      question,
    ),
  }
}
