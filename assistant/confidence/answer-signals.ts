import type { Claim, PassageSource, Searched, Source } from '../../contract/answers/answer.ts'
import type { AnswerSignals } from '../../contract/answers/confidence.ts'
import { isConfirmed } from '../../contract/answers/confirmed.ts'

type Signalled = {
  readonly claims: readonly Claim[]
  readonly sources: readonly Source[]
  readonly searched: Searched
  /** Mean of p1 − p2 over the first tokens of the draft. */
  readonly margin: number | null
  /** How like the question is to those of past mistakes, 0 to 1; null where none are known. */
  readonly pastMistake: number | null
}

/** What can be told of an answer before anybody knows whether it is right. */
export function answerSignals({ claims, sources, searched, margin, pastMistake }: Signalled): AnswerSignals {
  const scores = passagesIn(sources)
    .map(({ score }) => score)
    .toSorted((one, other) => other - one)
  const [topScore = 0, nextScore = 0] = scores
  const share = (test: (claim: Claim) => boolean) =>
    claims.length === 0 ? 0 : claims.filter(test).length / claims.length
  const cited = new Set(claims.flatMap(({ citations }) => citations.map(({ source }) => source)))
  const hasConclusions = sources.some(({ kind }) => kind === 'conclusion')
  const { words, unknownWords } = searched
  return {
    margin,
    topScore,
    scoreGap: topScore - nextScore,
    sources: sources.length,
    citedSources: cited.size,
    sentences: claims.length,
    borneOut: share((claim) => claim.judged === null && isConfirmed(claim)),
    entailed: share(({ judged }) => judged !== null),
    unsupported: share(({ verdict }) => verdict === 'unsupported' || verdict === 'contradicted'),
    absent: share(({ absent }) => absent.length > 0),
    ruleAgreement: hasConclusions ? share(({ differsFrom }) => differsFrom.length === 0) : null,
    pastMistake,
    unknownWords: words.length === 0 ? 0 : unknownWords.length / words.length,
  }
}

function passagesIn(sources: readonly Source[]): readonly PassageSource[] {
  return sources.filter((source) => source.kind === 'passage')
}

/**
 * The signals as numbers that a fit can weigh, what the studies trust most first (`docs/answers.md`), for a fit on few
 * answers weighs the first ones only. Stored calibrations rely on the order: `FEATURES_VERSION` changes with it. What was not measured counts as the middle of what it can be.
 */
export function signalFeatures(signals: AnswerSignals): readonly number[] {
  const { margin, topScore, scoreGap, sources, citedSources, sentences } = signals
  const { borneOut, entailed, unsupported, absent, ruleAgreement, pastMistake, unknownWords } = signals
  return [
    margin ?? 0.5,
    absent,
    unsupported,
    borneOut,
    topScore,
    scoreGap,
    unknownWords,
    entailed,
    ruleAgreement ?? 0.5,
    pastMistake ?? 0,
    Math.log1p(sources),
    Math.log1p(citedSources),
    Math.log1p(sentences),
  ]
}

export const FEATURES_VERSION = 1
