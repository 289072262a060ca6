import type { AnswerSignals } from '../../contract/confidence.ts'

/**
 * The signals as numbers that a fit can weigh, what the studies trust most first (`answers.md` section 5), for a fit on few
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
