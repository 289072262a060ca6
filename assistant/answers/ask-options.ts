import type { AnswerSettings } from '../../contract/evaluation/optimisation.ts'
import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import type { Embedder } from '../../models/embedder.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import type { Reranker } from '../../models/reranker.ts'
import type { Calibration } from '../confidence/calibrate.ts'
import type { LikePastMistakes } from '../confidence/past-mistakes.ts'
import type { Foreground } from '../home/foreground.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { EvidenceSource } from '../questions/evidence-source.ts'
import type { FindOffer } from './offer/find-offer.ts'
import type { MeasuredStrategies } from '../../contract/answers/strategy.ts'
import type { DraftWithCards } from './draft/draft-parts.ts'
import type { planParts } from './draft/plan-parts.ts'
import type { FindExamples } from '../questions/example-finder.ts'
import type { FurtherStrategies } from './strategies/strategy.ts'

export type AskOptions = {
  readonly matter: OpenMatter
  readonly sources: readonly EvidenceSource[]
  /** Null: passages only. */
  readonly model: LanguageModel | null
  /** The chosen one, where it is missing. */
  readonly missingModel: string | null
  readonly embedder: Embedder | null
  /** Null: the model reads the passages in the order of search. */
  readonly reranker: Reranker | null
  /** What the model reads of the evidence, and in how many calls. */
  readonly plan: typeof planParts
  readonly settings: AnswerSettings
  /** Null: without knowledge cards. */
  readonly cards: DraftWithCards | null
  /** Answered questions like the one asked. */
  readonly examples: FindExamples
  /** What was measured best for this model. */
  readonly strategies: MeasuredStrategies
  readonly furtherStrategies: FurtherStrategies
  readonly foreground: Foreground
  readonly words: () => Promise<WordLists>
  readonly now: () => Date
  /** Of this model; null: it was not calibrated. */
  readonly calibration: Calibration | null
  /** Tells how like the question is to past mistakes. */
  readonly pastMistakes: LikePastMistakes
  /** Null: nothing is offered, as when answers are measured. */
  readonly findOffer: FindOffer | null
  /** Told before the first event, so that the answer can be stopped by its id. */
  readonly onBegin: (answerId: string) => void
}
