import type { Claim, PassageSource, Source } from '../../contract/answer.ts'

/** What the evidence column shows: a source of an answer, and the sentence from which it was opened. */
export type OpenedSource = {
  /** The answer it belongs to; null while that has no name yet. */
  readonly answerId: string | null
  readonly source: string
  /** Index of the sentence, or null when opened from the list of evidence. */
  readonly claim: number | null
  /** False when the column only follows along: then the focus stays, and a narrow window shows no sheet. */
  readonly isOnPurpose: boolean
  /** Counts up, so that opening the same source again moves the focus again. */
  readonly times: number
}

type Spans = readonly { readonly start: number; readonly end: number }[]

/** The words to mark: what the sentence quotes from this source; else what any sentence quotes from it; else the passage. */
export function spansOf(source: PassageSource, claim: Claim | null, claims: readonly Claim[]): Spans {
  const quotedBy = (some: readonly Claim[]) =>
    some
      .flatMap(({ citations }) => citations)
      .filter((citation) => 'quote' in citation)
      .filter((citation) => citation.source === source.source)
  const own = claim ? quotedBy([claim]) : []
  const quotes = own.length > 0 ? own : quotedBy(claims)
  const spans = quotes.filter(({ start, end }) => end > start)
  return spans.length > 0 ? spans.map(({ start, end }) => ({ start, end })) : [{ start: source.start, end: source.end }]
}

/** The page on which the marked words begin. */
export function pageOf(source: PassageSource, claim: Claim | null): number | null {
  const cited = claim?.citations.find((citation) => citation.source === source.source)
  return cited && 'page' in cited ? cited.page : source.page
}

/** The source before or after this one, in the order of the list; null at the ends. */
export function neighbour(sources: readonly Source[], source: string, step: 1 | -1): Source | null {
  const at = sources.findIndex((other) => other.source === source)
  return at < 0 ? null : (sources[at + step] ?? null)
}
