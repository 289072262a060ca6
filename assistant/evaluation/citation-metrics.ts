import type { Claim } from '../../contract/answers/answer.ts'
import type { GoldSpan } from '../../contract/evaluation/evaluation.ts'
import { share } from './retrieval-metrics.ts'

export type CitationMetrics = {
  readonly claims: number
  readonly cited: number
  readonly quotesAtOffsets: number
  readonly overlapGold: number
  readonly verbatim: number
  readonly close: number
  readonly supported: number
  /** Of the supported ones, those by a model's judgement. */
  readonly entailed: number
  readonly contradicted: number
  readonly unsupported: number
}

export type Cited = { readonly claims: readonly Claim[]; readonly gold: readonly GoldSpan[] }

/**
 * Shares over the claims of answered questions and over their citations. `textOf` gives the text of a document, to look
 * every quote up at its stated offsets; `overlapGold` counts quotes of questions that have gold spans.
 */
export function citationMetrics(answers: readonly Cited[], textOf: (document: string) => string): CitationMetrics {
  const claims = answers.flatMap((answer) => answer.claims)
  const citations = answers.flatMap((answer) =>
    answer.claims.flatMap((claim) =>
      claim.citations.flatMap((citation) => ('rule' in citation ? [] : { citation, gold: answer.gold })),
    ),
  )
  const verdict = (wanted: Claim['verdict']) => share(claims, (claim) => claim.verdict === wanted)
  return {
    claims: claims.length,
    cited: share(claims, (claim) => claim.citations.length > 0),
    quotesAtOffsets: share(
      citations,
      ({ citation }) => textOf(citation.document).slice(citation.start, citation.end) === citation.quote,
    ),
    overlapGold: share(
      citations.filter(({ gold }) => gold.length > 0),
      ({ citation, gold }) =>
        gold.some((span) => span.doc === citation.document && span.start < citation.end && citation.start < span.end),
    ),
    verbatim: verdict('verbatim'),
    close: verdict('close'),
    supported: verdict('supported'),
    entailed: share(claims, ({ judged }) => judged !== null),
    contradicted: verdict('contradicted'),
    unsupported: verdict('unsupported'),
  }
}
