import type { Answer, Claim, Searched, Source } from '../../contract/answer.ts'
import type { GenerateResult } from '../../models/language-model.ts'
import type { LanguageModelInfo } from '../../models/language-model.ts'
import { answerSignals } from '../confidence/answer-signals.ts'
import type { Calibration } from '../confidence/calibrate.ts'
import { confidenceOf } from '../confidence/confidence-of.ts'
import type { OpenMatter } from '../open-matters.ts'
import { conclusions, passages, passagesOf, sourcesForLedger } from './answer-record.ts'

/** An answer while it comes about. */
export type AnswerProgress = {
  readonly answerId: string
  readonly askedAt: Date
  readonly startedMs: number
  sources: readonly Source[]
  searched: Searched
  readonly claims: Claim[]
  text: string
  evidenceMs: number
  firstTokenMs: number | null
  generated: GenerateResult | null
  /** Mean of p1 − p2 over the first tokens; null until then, and where it was not measured. */
  draftMargin: number | null
}

export type KeepAnswerOptions = {
  readonly matter: OpenMatter
  readonly question: string
  readonly follows: string | null
  readonly closedBook: boolean
  readonly state: Answer['state']
  readonly model: LanguageModelInfo | null
  /** Of this model; null: it was not calibrated. */
  readonly calibration: Calibration | null
}

/** Writes the ledger entry, then the answer. The ledger gets ids, offsets and hashes, no words. */
export function keepAnswer(progress: AnswerProgress, options: KeepAnswerOptions): Answer {
  const { matter, question, follows, closedBook, state } = options
  const { answerId, askedAt, sources, searched, claims, text, evidenceMs, firstTokenMs, generated } = progress
  const model = options.model && { id: options.model.id, sha256: options.model.sha256 }
  const record = { answerId, state, sources: sourcesForLedger(sources), model, closedBook }
  const entry = matter.store.ledger.append('question-asked', record)
  const answer: Answer = {
    answerId,
    question,
    askedAt: askedAt.toISOString(),
    follows,
    state,
    answer: text.trim(),
    claims,
    ...howSure(progress, options),
    knowledge: { gate: 'off', margin: null, cards: [], rules: conclusions(sources).map(({ rule }) => rule) },
    sources: [...sources],
    passages: passagesOf(sources),
    searched,
    timing: { evidenceMs, firstTokenMs, totalMs: performance.now() - progress.startedMs },
    tokens: tokensOf(generated),
    model,
    ledgerEntry: entry.seq,
  }
  // The readings that it cites are kept as long as the answer.
  const cited = passages(sources).flatMap(({ textVersion }) => textVersion ?? [])
  matter.store.answers.save(answer, [...new Set(cited)])
  return answer
}

/** No confidence where nothing was written to be sure of; without documents none that was measured with them. */
function howSure(
  { claims, sources, searched, draftMargin: margin }: AnswerProgress,
  { state, closedBook, model, calibration }: KeepAnswerOptions,
): Pick<Answer, 'confidence' | 'signals'> {
  if (!model || (state !== 'answered' && state !== 'uncertain')) return { confidence: null, signals: null }
  const signals = answerSignals({ claims, sources, searched, margin, pastMistake: null })
  return { confidence: confidenceOf(signals, closedBook ? null : calibration), signals }
}

function tokensOf(result: GenerateResult | null): Answer['tokens'] {
  if (!result) return { prompt: 0, generated: 0, calls: 0, reused: 0 }
  return { prompt: result.promptTokens, generated: result.generatedTokens, calls: 1, reused: result.reusedTokens }
}
