import type { Source } from '../../contract/answers/answer.ts'
import { conclusions, passages } from '../answers/answer-record.ts'
import type { EvidenceSource } from '../questions/evidence-source.ts'
import { markSources } from '../answers/evidence/mark-sources.ts'
import type { OpenMatter } from '../home/open-matters.ts'

/** So many passages are found for a question that was not asked here before. */
const PASSAGES = 4

export type CandidateOptions = {
  readonly question: string
  readonly answerId: string | null
  readonly passages: EvidenceSource
  readonly conclusions: EvidenceSource
}

/** The passages that could go with a question: those of its answer, else the best that are found. Throws `NOT_FOUND`. */
export async function blindCandidates(
  { question, answerId, passages: found }: CandidateOptions,
  { store }: OpenMatter,
  signal: AbortSignal,
): Promise<readonly Source[]> {
  if (answerId !== null) return passages(store.answers.get(answerId).sources)
  const { evidence } = await found.find({ question, follows: null, documents: [], asOf: null }, signal)
  return markSources(evidence.slice(0, PASSAGES), [])
}

/** What the blind packet could have had, and what follows by rules: the conclusions of the answer, else those for the question. */
export async function informedCandidates(
  blind: readonly Source[],
  { question, answerId, conclusions: found }: CandidateOptions,
  { store }: OpenMatter,
  signal: AbortSignal,
): Promise<readonly Source[]> {
  if (answerId !== null) return [...blind, ...conclusions(store.answers.get(answerId).sources)]
  const { evidence } = await found.find({ question, follows: null, documents: [], asOf: null }, signal)
  return [...blind, ...markSources(evidence, [])]
}
