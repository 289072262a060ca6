import type { Answer, Claim } from '../../contract/answers/answer.ts'
import type { EvaluationRun, RunBeginning, RunRow, SetQuestion } from '../../contract/evaluation/evaluation.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import type { AnsweringTools, EvaluationTools } from './evaluation-tools.ts'
import type { Calibration } from '../confidence/calibrate.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { questionKey } from '../questions/question-key.ts'
import type { SetRules } from '../questions/question-set.ts'
import type { MatterReferences } from '../references/search-references.ts'
import { answerVariant } from './answer-variants.ts'
import { withOptions } from './scoring/closed-answers.ts'
import { type Answered, goldRecall, keyFactRecall, outcomeOf } from './scoring/judge-answer.ts'

type RunOptions = {
  readonly matter: OpenMatter
  /** See `VariantOptions`. */
  readonly references: MatterReferences | null
  readonly model: LanguageModel
  readonly assistant: AnsweringTools & Pick<EvaluationTools, 'calibrations'>
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
  const calibration = assistant.calibrations.of(model.info.sha256)
  const options = { textOf: textsOf(matter), wasSeen: seenBy(calibration) }
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
    calibration,
  }
  const way = settings.passages === 'on' ? 'ours' : 'closed-book'
  for (const question of questions) {
    // A person who asks goes first.
    await assistant.foreground.idle(signal)
    const shown = settings.options === 'shown' ? withOptions(question.question, question.options) : question.question
    const answer = await answerVariant(way, { ...question, question: shown }, common, signal)
    yield rowOf(question, answer, options)
  }
}

/** Whether a question is one of those that the calibration was made on. */
export function seenBy(calibration: Calibration | null): (question: string) => boolean {
  const seen = new Set(calibration?.questions)
  return (question) => seen.has(questionKey(question))
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

type RowOptions = {
  /** The text of a document, to look quotes up at their offsets. */
  readonly textOf: (document: string) => string
  /** Whether the calibration that gave the score has seen the question. */
  readonly wasSeen: (question: string) => boolean
}

/** What became of a question, to be kept and counted. */
export function rowOf(question: SetQuestion, answer: Answer, { textOf, wasSeen }: RowOptions): RunRow {
  const { id, type, answer: gold, answerable } = question
  const { state, claims, signals, confidence, knowledge, timing, tokens } = answer
  const answered = answeredOf(question, answer)
  // Those of a reference library lie elsewhere.
  const quotes = claims.flatMap(({ citations }) =>
    citations.flatMap((one) => ('rule' in one || one.reference !== null ? [] : one)),
  )
  const atOffsets = quotes.filter(({ document, start, end, quote }) => textOf(document).slice(start, end) === quote)
  return {
    id,
    type,
    question: question.question,
    gold,
    answerable,
    state,
    answer: answered.answer,
    outcome: outcomeOf(answered),
    scorer: 2,
    keyFacts: gold === null ? null : keyFactRecall(answered),
    goldRecall: goldRecall(answered),
    verdicts: verdictsOf(claims),
    quotes: quotes.length,
    quotesAtOffsets: atOffsets.length,
    signals,
    score: confidence?.score ?? null,
    band: confidence?.band ?? null,
    heldOut: typeof confidence?.score === 'number' && !wasSeen(question.question),
    measured: null,
    cards: knowledge.cards,
    totalMs: timing.totalMs,
    promptTokens: tokens.prompt,
  }
}

export function answeredOf(
  { question, answer: gold, answerable, options }: SetQuestion,
  { state, claims, answer }: Answer,
): Answered {
  const prose = claims.map(({ text }) => text).join(' ') || answer
  return { question, gold, answerable, options, state, answer: prose }
}

function verdictsOf(claims: readonly Claim[]): RunRow['verdicts'] {
  const counts: RunRow['verdicts'] = {}
  for (const { verdict } of claims) counts[verdict] = (counts[verdict] ?? 0) + 1
  return counts
}
