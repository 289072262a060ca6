import type { ConclusionSource, Source } from '../../contract/answer.ts'
import { conclusions } from './answer-record.ts'
import { headSentences } from './conclusion-text.ts'

/** Of goals that fit the question about equally well, such as the last day for a notice and the day it was served, all are told. */
const ABOUT_EQUAL = 0.04
/** What fits less well may be of another matter than the question, and must not keep the model from answering it. */
const FITS_WELL = 0.7

/** What the rules concluded on the question: of the goal that fits it best, and of those that fit as well. */
export function answeringConclusions(sources: readonly Source[]): readonly ConclusionSource[] {
  const all = conclusions(sources)
  const best = all[0]?.fit ?? 0
  return all.filter(({ fit }) => fit >= best - ABOUT_EQUAL)
}

/** Whether they are the answer, to which the documents can only add something. */
export function areTheAnswer(answering: readonly ConclusionSource[]): boolean {
  return answering.some(({ fit }) => fit >= FITS_WELL)
}

/**
 * The conclusions in the words of the packs, each sentence with its mark, one a line: what a rule computes is told by code,
 * so that no step can be added, dropped or merged, and what is missing is asked for. Empty for none.
 */
export function sayConclusions(answering: readonly ConclusionSource[]): string {
  return answering
    .flatMap((conclusion) => headSentences(conclusion).map((sentence) => `${sentence} [${conclusion.source}]`))
    .join('\n')
}
