import type { EvaluationRun, RunBeginning, RunSettings } from '../../contract/evaluation/evaluation.ts'
import { cardMode } from '../answers/draft/draft-with-cards.ts'
import { settingsFor } from '../answers/answer-settings.ts'
import { measuredStrategies } from '../answers/strategy-choice.ts'
import type { EvaluationTools } from './evaluation-tools.ts'
import { approvedCards } from '../cards/card-rows.ts'
import { gateThreshold } from '../cards/gate-threshold.ts'
import { Failure } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'

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
    throw new Failure('WRONG_USE', message('failures.evaluation.otherModel', { model: model.id, now: now.model.id }))
  const difference =
    embedder === now.embedder
      ? begun && cardDifference(begun, now.answering)
      : message('failures.evaluation.otherSearch', { then: searchWords(embedder), now: searchWords(now.embedder) })
  if (difference) throw new Failure('WRONG_USE', difference)
}

function searchWords(embedder: string | null): Message {
  if (embedder === null) return message('failures.evaluation.wordsAlone')
  return message('failures.evaluation.wordsAnd', { embedder })
}

function cardDifference(then: Answering, now: Answering): Message | null {
  const isSame = then.approved.toSorted().join() === now.approved.toSorted().join()
  if (!isSame)
    return message('failures.evaluation.otherLessons', { then: then.approved.length, now: now.approved.length })
  return then.threshold === now.threshold ? null : message('failures.evaluation.otherThreshold')
}
