import type { EvaluationRun, RunBeginning, RunRow, SetQuestion } from '../../contract/evaluation.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import type { Assistant } from '../assistant.ts'
import type { OpenMatter } from '../open-matters.ts'
import type { MatterReferences } from '../references/search-references.ts'
import { answerByWay } from './answer-by-way.ts'
import type { SetRules } from './evaluation-set.ts'
import { withOptions } from './option-choice.ts'
import { questionKey } from './question-key.ts'
import { rowOf } from './run-row.ts'

export type RunOptions = {
  readonly matter: OpenMatter
  /** See `AnswerByWay`. */
  readonly references: MatterReferences | null
  readonly model: LanguageModel
  readonly assistant: Assistant
  readonly run: Pick<EvaluationRun, 'set' | 'settings'>
  readonly begun: RunBeginning
  readonly rules: SetRules | null
}

/** Asks the questions one after the other, as a person would ask them, and gives a row for each as it is answered. */
export async function* runQuestions(
  questions: readonly SetQuestion[],
  { matter, references, model, assistant, run, begun, rules }: RunOptions,
  signal: AbortSignal,
): AsyncGenerator<RunRow, void, void> {
  const { settings } = run
  const calibrated = new Set(assistant.calibrations.of(model.info.sha256)?.questions)
  const options = { textOf: textsOf(matter), wasSeen: (question: string) => calibrated.has(questionKey(question)) }
  const common = {
    matter,
    references,
    model,
    assistant,
    // Rows are kept with the run.
    log: null,
    set: run.set,
    seed: settings.seed,
    rules,
    cards: settings.cards,
    strategy: settings.strategy ?? null,
    strategies: begun.strategies,
    settings: begun.answers,
  }
  const way = settings.passages === 'on' ? 'ours' : 'closed-book'
  for (const question of questions) {
    // A person who asks goes first.
    await assistant.foreground.idle(signal)
    const shown = settings.options === 'shown' ? withOptions(question.question, question.options) : question.question
    const answer = await answerByWay(way, { ...question, question: shown }, common, signal)
    yield rowOf(question, answer, options)
  }
}

/** Texts of documents by their path, each read once. */
export function textsOf({ store }: OpenMatter): (document: string) => string {
  const versions = new Map(store.documents.list(null).map(({ document, textVersionId }) => [document, textVersionId]))
  const texts = new Map<string, string>()
  return (document) => {
    const known = texts.get(document)
    if (known !== undefined) return known
    const text = store.pages.wholeText(versions.get(document) ?? 0)
    texts.set(document, text)
    return text
  }
}
