import type { Answer, Claim } from '../../contract/answers/answer.ts'
import type { RunRow, SetQuestion } from '../../contract/evaluation/evaluation.ts'
import { type Answered, goldRecall, keyFactRecall, outcomeOf } from './judge-answer.ts'

export type RowOptions = {
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
