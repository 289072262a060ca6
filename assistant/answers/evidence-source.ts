import type { Source } from '../../contract/answer.ts'

/** A piece of evidence before it has a mark of its own. */
export type Evidence = Omit<Source, 'source'>

export type EvidenceQuery = {
  readonly question: string
  /** The question before, where this one follows it up; helps to find what "it" and "they" mean. */
  readonly follows: string | null
  /** Globs over document paths; empty means all. */
  readonly documents: readonly string[]
}

/** Where evidence comes from. Passages are the first; rules and cards are added as further sources. */
export interface EvidenceSource {
  /** Best first, nothing that is not worth showing. */
  find(query: EvidenceQuery, signal: AbortSignal): Promise<readonly Evidence[]>
}
