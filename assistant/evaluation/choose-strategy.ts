import { message } from '../../wording/message.ts'
import type { CompleteEvaluationInput, EvaluationEvent, SetQuestion } from '../../contract/evaluation/evaluation.ts'
import type { WrittenStrategy } from '../../contract/answers/strategy.ts'
import { keepStrategy } from '../answers/strategy-choice.ts'
import { answerVariant, type VariantOptions } from './answer-variants.ts'
import {
  COMPARED,
  compareStrategies,
  type KindComparison,
  type StrategyRow,
  type StrategyRows,
} from './metrics/compare-strategies.ts'
import { keepFolderRun } from './folder-run.ts'
import type { RunKeepingTools } from './evaluation-tools.ts'
import { withOptions } from './scoring/closed-answers.ts'
import { rowOf, textsOf } from './run-questions.ts'

type Progress = Extract<EvaluationEvent, { type: 'evaluation-progress' }>

export type Choosing = {
  readonly input: CompleteEvaluationInput
  readonly questions: readonly SetQuestion[]
  readonly setName: string
  readonly drawnFrom: number
  readonly common: Omit<VariantOptions, 'strategy'>
}

/**
 * Answers each question by every strategy, one after the other, and keeps for this model what was better than `direct` for a kind
 * of question; each strategy is kept as a run of its own, so that they can be compared again.
 */
export async function* chooseStrategy(
  { input, questions, setName, drawnFrom, common }: Choosing,
  keeping: RunKeepingTools,
  signal: AbortSignal,
): AsyncGenerator<Progress, object, void> {
  const { matter, model, assistant } = common
  const startedAt = assistant.now().toISOString()
  const rows: Record<WrittenStrategy, StrategyRow[]> = {
    direct: [],
    extract: [],
    'recall-then-answer': [],
    quotes: [],
    'few-shot': [],
  }
  const options = { textOf: textsOf(matter), wasSeen: () => true }
  for (const [index, question] of questions.entries()) {
    const asked = { ...question, question: withOptions(question.question, question.options) }
    for (const strategy of COMPARED) {
      signal.throwIfAborted()
      const answer = await answerVariant('ours', asked, { ...common, strategy }, signal)
      rows[strategy].push({ row: rowOf(question, answer, options), answer })
    }
    yield {
      type: 'evaluation-progress',
      stage: message('evaluation.stages.strategies'),
      done: index + 1,
      of: questions.length,
    }
  }
  const embedder = (await assistant.shelf.embedder())?.info.id ?? null
  const runs: Partial<Record<WrittenStrategy, number>> = {}
  for (const strategy of COMPARED) {
    const once = { ...input, strategy, calibrate: false, html: null }
    const folderRun = { input: once, setName, drawnFrom, model, embedder, startedAt }
    const kept = await keepFolderRun(
      rows[strategy].map(({ row }) => row),
      folderRun,
      keeping,
    )
    runs[strategy] = kept.number
  }
  const kinds = compareStrategies(rows satisfies StrategyRows)
  keepBest(kinds, { setName, common }, keeping)
  return { strategies: kinds, runs }
}

function keepBest(
  kinds: readonly KindComparison[],
  { setName, common }: Pick<Choosing, 'setName' | 'common'>,
  { session, events }: Pick<RunKeepingTools, 'session' | 'events'>,
): void {
  const { settings } = session.store().app
  for (const { kind, questions, strategies, best } of kinds) {
    if (best === null) continue
    const of = (name: WrittenStrategy) => strategies[name].right.count
    const words = best === 'direct' ? 'none was better' : `${of(best)} right, written straight away ${of('direct')}`
    const source = `${questions} questions of ${setName}: ${words}`
    keepStrategy(settings, common.model.info.sha256, kind, { strategy: best, source })
  }
  // Windows say what was measured best.
  events.tell({ type: 'status-changed' })
}
