import type { EvaluationRun, RunBeginning, RunSettings } from '../../contract/evaluation/evaluation.ts'
import { cardMode } from '../answers/draft/draft-with-cards.ts'
import { settingsFor } from '../answers/answer-settings.ts'
import { measuredStrategies } from '../answers/strategy-choice.ts'
import type { EvaluationTools } from './evaluation-tools.ts'
import { AssistantError } from '../home/assistant-error.ts'
import { approvedCards } from '../cards/card-rows.ts'
import { gateThreshold } from '../cards/gate-threshold.ts'

/** How questions are answered, without which they are. */
export type Answering = Omit<RunBeginning, 'questions'>

/** How a run that began now would be answered by a model, beside what its own settings say. */
export function answeringNow(
  { cards: wanted }: Pick<RunSettings, 'cards'>,
  sha256: string,
  { session }: Pick<EvaluationTools, 'session'>,
): Answering {
  const { app } = session.store()
  const answers = settingsFor(app.settings, sha256)
  const mode = cardMode(wanted, answers)
  const approved = mode === 'off' ? [] : approvedCards(app).map((card) => card.sha256)
  const threshold = mode === 'on' && approved.length > 0 ? gateThreshold(app.settings, sha256).threshold : null
  return { answers, strategies: measuredStrategies(app.settings, sha256), approved, threshold }
}

type Begun = Pick<EvaluationRun, 'begun' | 'model' | 'embedder'>

/**
 * Refuses to go on with a run whose other questions would be answered by other means than its first: another model, cards or search.
 * How answers are made is kept with the run, and needs no refusal. Throws `WRONG_USE`.
 */
export function refuseOtherwise(
  { begun, model, embedder }: Begun,
  now: {
    readonly model: NonNullable<Begun['model']>
    readonly embedder: Begun['embedder']
    readonly answering: Answering
  },
): void {
  if (model && model.sha256 !== now.model.sha256)
    throw new AssistantError(
      'WRONG_USE',
      `This run was begun with ${model.id} as it was then; now ${now.model.id} would answer. Choose that model again, or begin a new run.`,
    )
  const differences = [
    ...(embedder === now.embedder ? [] : [`searched by ${searchWords(embedder)}, now by ${searchWords(now.embedder)}`]),
    ...(begun ? cardDifferences(begun, now.answering) : []),
  ]
  if (differences.length > 0)
    throw new AssistantError(
      'WRONG_USE',
      `This run was begun otherwise: ${differences.join('; ')}. What was answered is kept; begin a new run to ask all questions alike.`,
    )
}

function searchWords(embedder: string | null): string {
  return embedder === null ? 'words alone' : `words and ${embedder}`
}

function cardDifferences(then: Answering, now: Answering): readonly string[] {
  const isSame = then.approved.toSorted().join() === now.approved.toSorted().join()
  if (!isSame) return [`with other knowledge cards (${then.approved.length} approved then, ${now.approved.length} now)`]
  if (then.threshold === now.threshold) return []
  return [`cards were for a margin below ${then.threshold}, now below ${now.threshold}`]
}
