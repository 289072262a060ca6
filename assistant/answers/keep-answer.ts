import type { Answer, Choice, Claim, Searched, Source, StrategyName } from '../../contract/answer.ts'
import type { NamedIn } from '../../library/matter-library.ts'
import type { GenerateResult } from '../../models/language-model.ts'
import type { LanguageModelInfo } from '../../models/language-model.ts'
import type { OpenMatter } from '../open-matters.ts'
import { conclusions, passages, passagesOf, sourcesForLedger } from './answer-record.ts'

/** An answer while it comes about. */
export type AnswerProgress = {
  readonly answerId: string
  readonly askedAt: Date
  readonly startedMs: number
  sources: readonly Source[]
  /** The documents that the question names. */
  named: readonly NamedIn[]
  searched: Searched
  readonly claims: Claim[]
  text: string
  evidenceMs: number
  firstTokenMs: number | null
  readonly calls: GenerateResult[]
  choice: Choice | null
}

export type KeepAnswerOptions = {
  readonly matter: OpenMatter
  readonly question: string
  readonly follows: string | null
  readonly closedBook: boolean
  readonly strategy: StrategyName
  readonly seed: number
  readonly state: Answer['state']
  readonly model: LanguageModelInfo | null
}

/** Writes the ledger entry, then the answer. The ledger gets ids, offsets and hashes, no words. */
export function keepAnswer(progress: AnswerProgress, options: KeepAnswerOptions): Answer {
  const { matter, question, follows, closedBook, strategy, seed, state } = options
  const { answerId, askedAt, sources, searched, claims, text, evidenceMs, firstTokenMs, calls, choice } = progress
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
    confidence: null,
    knowledge: { gate: 'off', margin: null, cards: [], rules: conclusions(sources).map(({ rule }) => rule) },
    sources: [...sources],
    passages: passagesOf(sources),
    searched,
    timing: { evidenceMs, firstTokenMs, totalMs: performance.now() - progress.startedMs },
    tokens: tokensOf(calls),
    model,
    strategy,
    choice,
    seed,
    ledgerEntry: entry.seq,
  }
  // The readings that it cites are kept as long as the answer.
  const cited = passages(sources).flatMap(({ textVersion }) => textVersion ?? [])
  matter.store.answers.save(answer, [...new Set(cited)])
  return answer
}

function tokensOf(calls: readonly GenerateResult[]): Answer['tokens'] {
  const sum = (of: (call: GenerateResult) => number) => calls.reduce((all, call) => all + of(call), 0)
  return {
    prompt: sum(({ promptTokens }) => promptTokens),
    firstPrompt: calls[0]?.promptTokens ?? 0,
    generated: sum(({ generatedTokens }) => generatedTokens),
    calls: calls.length,
    reused: sum(({ reusedTokens }) => reusedTokens),
  }
}
