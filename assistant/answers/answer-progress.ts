import { randomUUID } from 'node:crypto'
import type { Answer, AnswerEvent, Approach, Choice, Claim, Searched, Source } from '../../contract/answers/answer.ts'
import type { CardSource } from '../../contract/knowledge/card.ts'
import type { Offer } from '../../contract/answers/offer.ts'
import type { StrategyName } from '../../contract/answers/strategy.ts'
import type { GenerateResult } from '../../models/language-model.ts'
import type { ResolvedQuestion } from '../questions/resolve-follow-up.ts'
import { NOTHING_SEARCHED } from './answer-record.ts'
import type { ChosenStrategy } from './strategy-choice.ts'
import type { QuestionCoverage } from './coverage/question-coverage.ts'

/** An answer while it comes about. */
export type AnswerProgress = {
  readonly answerId: string
  readonly askedAt: Date
  readonly startedMs: number
  sources: readonly Source[]
  about: ResolvedQuestion
  searched: Searched
  readonly claims: Claim[]
  text: string
  /** Null until evidence is shown. */
  evidenceMs: number | null
  firstTokenMs: number | null
  readonly calls: Drafted[]
  /** What was asked of the model before it was asked for the answer. */
  readonly preparing: Drafted[]
  knowledge: KnowledgeUse
  /** Mean of p1 − p2 over the first tokens; null until then, and where it was not measured. */
  draftMargin: number | null
  /** How well the best passage answers (`Reranked`); null until then, and where no reranker was asked. */
  bestPassage: number | null
  /** How like the question is to past mistakes; null until then, and where none are known. */
  pastMistake: number | null
  choice: Choice | null
  /** Another way that suits the question better. */
  offered: Offer | null
  /** Parts of the question that no confirmed sentence answers, in its words. */
  notAnswered: string[]
  /** What was asked, to tell what is answered; null until a model writes from documents. */
  whole: QuestionCoverage | null
  /** `stopped` until it is settled. */
  state: Answer['state']
  /** The strategy that is followed. */
  strategy: StrategyName
  approach: Approach
}

/** With all calls of the model counted. */
export type Drafted = GenerateResult & { readonly calls: number }

/** What became of the cards that fit the question. */
export type KnowledgeUse = {
  readonly gate: 'off' | 'used' | 'skipped'
  readonly margin: number | null
  readonly sources: readonly CardSource[]
}

export function beginAnswer(askedAt: Date, { strategy, by }: ChosenStrategy): AnswerProgress {
  return {
    answerId: randomUUID(),
    askedAt,
    startedMs: performance.now(),
    sources: [],
    about: { asked: '', named: [] },
    searched: NOTHING_SEARCHED,
    claims: [],
    text: '',
    evidenceMs: null,
    firstTokenMs: null,
    calls: [],
    preparing: [],
    knowledge: { gate: 'off', margin: null, sources: [] },
    draftMargin: null,
    bestPassage: null,
    pastMistake: null,
    choice: null,
    offered: null,
    notAnswered: [],
    whole: null,
    state: 'stopped',
    strategy,
    approach: { wanted: strategy, by, quotes: [], recalled: '', examples: [] },
  }
}

/** Puts on record what a strategy prepared, or that another one is followed, and tells it. */
export function reportStrategy(
  progress: Pick<AnswerProgress, 'strategy' | 'approach'>,
  strategy: StrategyName,
  prepared: Partial<Pick<Approach, 'quotes' | 'recalled' | 'examples'>> = {},
): AnswerEvent {
  progress.strategy = strategy
  progress.approach = { ...progress.approach, ...prepared }
  return { type: 'approach', strategy, ...progress.approach }
}
