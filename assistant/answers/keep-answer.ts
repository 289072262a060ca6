import type { Answer, Source } from '../../contract/answers/answer.ts'
import { scopeOf } from '../../contract/answers/answer-words.ts'
import { isWritten } from '../../contract/answers/confirmed.ts'
import type { LanguageModelInfo } from '../../models/language-model.ts'
import { answerSignals } from '../confidence/answer-signals.ts'
import type { Calibration } from '../confidence/calibrate.ts'
import { confidenceOf } from '../confidence/calibrations.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { AnswerProgress, Drafted } from './answer-progress.ts'
import { conclusions, passages, otherLanguages, passagesOf, sourcesForLedger } from './answer-record.ts'

export type KeepAnswerOptions = {
  readonly matter: OpenMatter
  readonly question: string
  /** Globs of those that were chosen; empty: all. */
  readonly documents: readonly string[]
  readonly follows: string | null
  readonly partOf: string | null
  readonly closedBook: boolean
  readonly seed: number
  /** Where one was chosen. */
  readonly asOf: string | null
  /** The sources of the questions before. */
  readonly earlier: readonly Source[]
  readonly model: LanguageModelInfo | null
  readonly missingModel: string | null
  /** Of this model; null: it was not calibrated. */
  readonly calibration: Calibration | null
}

/** Writes the ledger entry, then the answer. The ledger gets ids, offsets and hashes, no words. */
export function keepAnswer(progress: AnswerProgress, options: KeepAnswerOptions): Answer {
  const { matter, question, documents, follows, partOf, closedBook, seed, asOf, earlier } = options
  const { answerId, state, askedAt, searched, claims, text, evidenceMs, firstTokenMs, choice, knowledge } = progress
  const sources = [...progress.sources, ...citedBefore(progress, earlier), ...knowledge.sources]
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
    notAnswered: progress.notAnswered,
    scope: scopeOf(progress.sources, searched),
    offer: progress.offered?.kind ?? null,
    offered: progress.offered,
    partOf,
    ...howSure(progress, options),
    knowledge: {
      gate: knowledge.gate,
      margin: knowledge.margin,
      cards: knowledge.sources.map(({ card }) => card),
      rules: conclusions(sources).map(({ rule }) => rule),
      judged: {},
    },
    sources,
    passages: passagesOf(progress.sources),
    searched:
      state === 'not-found' && !closedBook
        ? { ...searched, otherLanguages: otherLanguages(question, passages(progress.sources), matter, documents) }
        : searched,
    timing: { evidenceMs: evidenceMs ?? 0, firstTokenMs, totalMs: performance.now() - progress.startedMs },
    tokens: tokensOf(progress),
    model: model && { ...model, ...(options.model?.purpose ? { purpose: options.model.purpose } : {}) },
    ...(options.missingModel === null ? {} : { missingModel: options.missingModel }),
    strategy: progress.strategy,
    approach: progress.approach,
    choice,
    seed,
    asOf,
    ledgerEntry: entry.seq,
  }
  // The readings that it cites are kept as long as the answer.
  const cited = passages(sources).flatMap(({ textVersion }) => textVersion ?? [])
  matter.store.answers.save(answer, [...new Set(cited)])
  return answer
}

/** Sources of the questions before that a sentence cites again, and that were not found for this one: the model had them in view. */
function citedBefore({ sources, claims }: AnswerProgress, earlier: readonly Source[]): readonly Source[] {
  const found = new Set(sources.map(({ source }) => source))
  const cited = new Set(claims.flatMap(({ citations }) => citations.map(({ source }) => source)))
  return earlier.filter(({ source }) => cited.has(source) && !found.has(source))
}

/** No confidence where nothing was written to be sure of; without documents none that was measured with them. */
function howSure(
  { claims, sources, searched, state, draftMargin: margin, pastMistake }: AnswerProgress,
  { closedBook, model, calibration }: KeepAnswerOptions,
): Pick<Answer, 'confidence' | 'signals'> {
  if (!model || !isWritten(state)) return { confidence: null, signals: null }
  const signals = answerSignals({ claims, sources, searched, margin, pastMistake })
  return { confidence: confidenceOf(signals, closedBook ? null : calibration), signals }
}

function tokensOf({ preparing, calls: writing }: Pick<AnswerProgress, 'preparing' | 'calls'>): Answer['tokens'] {
  const drafts = [...preparing, ...writing]
  const sum = (of: (draft: Drafted) => number, among = drafts) => among.reduce((all, draft) => all + of(draft), 0)
  const prompt = ({ promptTokens }: Drafted) => promptTokens
  return {
    prompt: sum(prompt),
    firstPrompt: sum(prompt, [...preparing, ...writing.slice(0, 1)]),
    generated: sum(({ generatedTokens }) => generatedTokens),
    calls: sum(({ calls }) => calls),
    reused: sum(({ reusedTokens }) => reusedTokens),
  }
}
