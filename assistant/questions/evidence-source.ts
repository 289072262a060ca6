import type { Message } from '../../wording/message.ts'
import type { ConclusionSource, PassageSource, Searched } from '../../contract/answers/answer.ts'
import type { ResolvedQuestion } from './resolve-follow-up.ts'

/** A piece of evidence before it has a mark of its own. */
export type Evidence = PassageEvidence | ConclusionEvidence
export type PassageEvidence = Omit<PassageSource, 'source' | 'read'>
export type ConclusionEvidence = Omit<ConclusionSource, 'source'>

export type EvidenceQuery = {
  readonly question: string
  /** The question before, where this one follows it up; helps to find what "it" and "they" mean. */
  readonly follows: string | null
  /** Globs over document paths; empty means all. */
  readonly documents: readonly string[]
  /** The day for which rules are asked, YYYY-MM-DD; null: today. */
  readonly asOf: string | null
}

/** What was found for a question, and where beside the matter it was looked for. */
export type Found = {
  readonly evidence: readonly Evidence[]
  /** Reference libraries that were searched. */
  readonly references: readonly string[]
  /** What could not be searched, for the user. */
  readonly notSearched: Searched['notReadable']
  /** Conclusions beyond those in `evidence`. */
  readonly conclusionsLeftOut: number
  /** Rules that are law of another place, in words. */
  readonly rulesNotUsed: readonly Message[]
  /** What was looked for; null where the question was taken as it is. */
  readonly about: ResolvedQuestion | null
  /** Those of the words that a reference library has. */
  readonly knownWords: (words: readonly string[]) => Promise<readonly string[]>
}

export function foundInMatter(evidence: readonly Evidence[]): Found {
  const nothing = { references: [], notSearched: [], conclusionsLeftOut: 0, rulesNotUsed: [] }
  return { evidence, ...nothing, about: null, knownWords: async () => [] }
}

/** Where evidence comes from: passages, what follows by rules. Cards are to be a further one. */
export interface EvidenceSource {
  /** Best first, nothing that is not worth showing. */
  find(query: EvidenceQuery, signal: AbortSignal): Promise<Found>
}
