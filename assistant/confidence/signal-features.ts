import type { AnswerSignals } from '../../contract/confidence.ts'

/**
 * The signals as numbers that a fit can weigh, in an order that stored calibrations rely on: `FEATURES_VERSION` changes with
 * it. What was not measured counts as the middle of what it can be.
 */
export function signalFeatures(signals: AnswerSignals): readonly number[] {
  const { margin, topScore, scoreGap, sources, citedSources, sentences } = signals
  const { borneOut, entailed, unsupported, absent, ruleAgreement, pastMistake, unknownWords } = signals
  return [
    margin ?? 0.5,
    topScore,
    scoreGap,
    Math.log1p(sources),
    Math.log1p(citedSources),
    Math.log1p(sentences),
    borneOut,
    entailed,
    unsupported,
    absent,
    ruleAgreement ?? 0.5,
    pastMistake ?? 0,
    unknownWords,
  ]
}

export const FEATURES_VERSION = 1
