import * as z from 'zod'
import { AnswerState, Verdict } from '../answers/answer.ts'
import { AnswerSignals, Band, ConfidenceMeasures, Interval, Share } from '../answers/confidence.ts'
import { messageSchema } from '../message.ts'
import { message } from '../../wording/message.ts'
import { messageText } from '../../wording/message-text.ts'
import { AnswerSettings } from './optimisation.ts'
import { MeasuredStrategies, WrittenStrategy } from '../answers/strategy.ts'

/** What `eval` is to measure (`docs/measuring.md`). */
export const EvaluationInput = z.object({
  folder: z.string(),
  what: z.enum(['retrieval', 'answers', 'all']).default('all'),
  /** Also with plain rank fusion, four passages; also with the gold passages; interleaved with ours. */
  baseline: z.boolean().default(false),
  gold: z.boolean().default(false),
  closedBook: z.boolean().default(false),
  /** `off`: our answers without what follows from the rules and facts of the set, to compare. */
  rules: z.enum(['on', 'off']).default('on'),
  /** Our answers, with documents and without, with the approved cards: for an unsure model, not at all, whatever the gate says. */
  cards: z.enum(['on', 'off', 'always']).default('on'),
  /** So many questions, drawn by `seed`; null: all. `answerable` limits the draw to questions that have an answer. */
  sample: z.number().int().min(1).nullable().default(null),
  answerableOnly: z.boolean().default(false),
  seed: z.number().int().default(0),
  model: z.string().nullable().default(null),
  /** A folder to which one line a question is written, so that a long run can go on where it stopped. */
  report: z.string().nullable().default(null),
  resume: z.boolean().default(false),
  /** Null: what was measured best for the model and the kind of question, else `direct`. */
  strategy: WrittenStrategy.nullable().default(null),
  /** Answers each question by every strategy, and keeps for the model what is better than `direct`. */
  chooseStrategy: z.boolean().default(false),
  /** Calibrates the model on these answers, and keeps that. */
  calibrate: z.boolean().default(false),
  /** A file for a report with plots, which opens in any browser. */
  html: z.string().nullable().default(null),
})
export type EvaluationInput = z.input<typeof EvaluationInput>
/** With what was left out filled in. */
export type CompleteEvaluationInput = z.output<typeof EvaluationInput>

export const Metrics = z.record(z.string(), z.json())

export const EvaluationEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('evaluation-progress'), stage: messageSchema, done: z.number(), of: z.number() }),
  /** Why the report was not written or the model not calibrated, though that was asked for; null: nothing is missing. */
  z.object({
    type: z.literal('evaluation-end'),
    metrics: Metrics,
    notWritten: messageSchema.nullable(),
    notCalibrated: messageSchema.nullable(),
  }),
])
export type EvaluationEvent = z.infer<typeof EvaluationEvent>

/** A place in a document's text that holds the answer; UTF-16 offsets, `end` exclusive. */
export const GoldSpan = z.object({ doc: z.string(), start: z.number().int(), end: z.number().int() })
export type GoldSpan = z.infer<typeof GoldSpan>

/** What a question is asked by. One that was proposed is not asked before a person accepts it. */
export const SetQuestion = z.object({
  id: z.string().min(1).max(200),
  type: z.string().max(100).default('question'),
  question: z.string().trim().min(1).max(4000),
  /** Null where only the passage is known, or nothing answers it. */
  answer: z.string().max(20_000).nullable().default(null),
  answerable: z.boolean().default(true),
  /** Of a multiple-choice question, in their order; `answer` is one of them. */
  options: z.array(z.string()).max(26).default([]),
  goldSpans: z.array(GoldSpan).default([]),
  /** The passages that belong to this question alone. */
  context: z.array(z.object({ title: z.string(), text: z.string(), gold: z.boolean() })).default([]),
  state: z.enum(['proposed', 'accepted']).default('accepted'),
})
export type SetQuestion = z.infer<typeof SetQuestion>

/** Where the documents of a set are: those of its matter, a folder of its own, or passages with each question. */
export const SetDocuments = z.enum(['matter', 'folder', 'context'])
export type SetDocuments = z.infer<typeof SetDocuments>

export const QuestionSet = z.object({
  set: z.string(),
  name: z.string(),
  origin: z.enum(['shipped', 'imported', 'built']),
  /** Null: it belongs to no matter and is kept with the application. */
  matter: z.string().nullable(),
  documents: SetDocuments,
  folder: z.string().nullable(),
  questions: z.number().int(),
  unanswerable: z.number().int(),
  /** With options. */
  multipleChoice: z.number().int(),
  /** That wait for a yes. */
  proposed: z.number().int(),
  addedAt: z.string(),
})
export type QuestionSet = z.infer<typeof QuestionSet>

/** How the questions of a set are asked; what is off is left out, to see what it is worth. */
export const RunSettings = z.object({
  /** `off`: without documents, for comparison only. */
  passages: z.enum(['on', 'off']).default('on'),
  rules: z.enum(['on', 'off']).default('on'),
  /** `always`: whatever the gate says. */
  cards: z.enum(['on', 'off', 'always']).default('on'),
  /** `hidden`: multiple-choice questions are asked without their options. */
  options: z.enum(['shown', 'hidden']).default('shown'),
  sample: z.number().int().min(1).nullable().default(null),
  /** Only questions that have an answer were drawn from; absent: all. */
  answerableOnly: z.boolean().optional(),
  seed: z.number().int().default(0),
  model: z.string().nullable().default(null),
  /** Absent: as it was measured for the model, else `direct`. */
  strategy: WrittenStrategy.optional(),
})
export type RunSettings = z.infer<typeof RunSettings>

/** What a run is answered with beside its settings, as it was when it began; it is gone on with so. */
export const RunBeginning = z.object({
  /** How answers are made, as usual or as an optimisation found. */
  answers: AnswerSettings,
  /** What was measured best by then, which counts where no strategy is chosen. */
  strategies: MeasuredStrategies,
  /** Hashes of the cards that could be given; none where they are off. */
  approved: z.array(z.string()),
  /** The margin from which on the model gets none; null: there are no cards, or they are always given. */
  threshold: z.number().nullable(),
  /** Ids of those that were drawn: another draw of a set that has grown would be of other questions. */
  questions: z.array(z.string()),
})
export type RunBeginning = z.infer<typeof RunBeginning>

/**
 * `half`: part of what was asked is missing, and nothing false is said. `right-refusal`: nothing answers it, and the answer says so.
 * `wrong-refusal`: it has an answer. `should-refuse`: nothing answers it, yet it was answered. `unjudged`: the set does not know
 * the answer.
 */
export const Outcome = z.enum(['right', 'half', 'wrong', 'right-refusal', 'wrong-refusal', 'should-refuse', 'unjudged'])
export type Outcome = z.infer<typeof Outcome>

/** What became of one question of a run. */
export const RunRow = z.object({
  id: z.string(),
  type: z.string(),
  question: z.string(),
  gold: z.string().nullable(),
  answerable: z.boolean(),
  state: AnswerState,
  answer: z.string(),
  outcome: Outcome,
  /** By which way of scoring; two ways cannot be compared. 1: at least half of the key facts. 2: as a careful reader. */
  scorer: z.number().int().default(1),
  keyFacts: z.number().nullable(),
  goldRecall: z.number(),
  /** How many sentences have each verdict. */
  verdicts: z.partialRecord(Verdict, z.number().int()),
  quotes: z.number().int(),
  quotesAtOffsets: z.number().int(),
  signals: AnswerSignals.nullable(),
  /** As it was shown, by the calibration of that time. */
  score: z.number().nullable(),
  band: Band.nullable(),
  /** Whether that calibration had not seen this question. */
  heldOut: z.boolean().default(false),
  /** By a fit that did not see this question, where there was no calibration from other questions. */
  measured: z.object({ score: z.number(), band: Band }).nullable().default(null),
  /** The cards that it was answered with. */
  cards: z.array(z.string()).default([]),
  totalMs: z.number(),
  promptTokens: z.number().int(),
})
export type RunRow = z.infer<typeof RunRow>

/** How many answers ended so. A right refusal is right, an answer where nothing answers the question is wrong. */
export const EndCounts = z.object({
  right: z.number().int(),
  half: z.number().int(),
  wrong: z.number().int(),
  refused: z.number().int(),
})
export type EndCounts = z.infer<typeof EndCounts>

/** By what the user was shown: a green answer, one in part or not confirmed, or none that was written. */
export const ShownCounts = z.object({ green: EndCounts, inPart: EndCounts, notWritten: EndCounts })
export type ShownCounts = z.infer<typeof ShownCounts>

export const TypeSummary = z.object({
  type: z.string(),
  right: Share,
  /** Null in runs that were scored before half answers were told apart. */
  half: Share.nullable().default(null),
  /** A half answer that was shown as a whole one is wrong too. */
  wrong: Share,
  refused: Share,
  rightRefusals: Share,
})
export type TypeSummary = z.infer<typeof TypeSummary>

export const RunSummary = TypeSummary.omit({ type: true }).extend({
  quotes: Share,
  /** Null where there are too few right or wrong answers to measure it. */
  confidence: ConfidenceMeasures.nullable(),
  medianMs: z.number().nullable(),
  byType: z.array(TypeSummary),
  /** Null in runs that were scored before half answers were told apart; so is `wrongGreen`: green answers that are not right. */
  shown: ShownCounts.nullable().default(null),
  wrongGreen: Share.nullable().default(null),
})
export type RunSummary = z.infer<typeof RunSummary>

export const EvaluationRun = z.object({
  run: z.string(),
  number: z.number().int(),
  set: z.string(),
  setName: z.string(),
  matter: z.string().nullable(),
  state: z.enum(['waiting', 'running', 'stopped', 'failed', 'done']),
  settings: RunSettings,
  /** Absent until its first question is asked, in runs of old, and in those over a folder, which are not gone on with from here. */
  begun: RunBeginning.optional(),
  model: z.object({ id: z.string(), sha256: z.string() }).nullable(),
  embedder: z.string().nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  done: z.number().int(),
  of: z.number().int(),
  /** How many the sample was drawn from; absent where that was not noted. */
  drawnFrom: z.number().int().optional(),
  /** While it runs, from its own speed. */
  leftMs: z.number().nullable(),
  /** What it is at, and why it failed. */
  stage: messageSchema.nullable(),
  failure: messageSchema.nullable(),
  summary: RunSummary.nullable(),
})
export type EvaluationRun = z.infer<typeof EvaluationRun>

/** What something is at, beside how far it is; empty while questions are answered, which goes without saying. */
export function stageWords({ stage }: Pick<EvaluationRun, 'stage'>): string {
  return stage === null || stage.key === message('evaluation.stages.answering').key ? '' : messageText(stage)
}

/** Two runs on the questions that both answered. */
export const RunComparison = z.object({
  questions: z.number().int(),
  rightBefore: Share,
  rightAfter: Share,
  rightToWrong: z.array(z.string()),
  wrongToRight: z.array(z.string()),
  /** Exact McNemar, two-sided. */
  p: z.number(),
  /** Share right after minus before; bootstrap over the questions. */
  difference: z.number(),
  differenceInterval: Interval,
})
export type RunComparison = z.infer<typeof RunComparison>

export const ProposedQuestionEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('proposal-progress'), done: z.number().int(), of: z.number().int() }),
  z.object({ type: z.literal('question-proposed'), question: SetQuestion }),
  /** `dropped`: their answer does not stand in the passage. */
  z.object({ type: z.literal('proposal-end'), proposed: z.number().int(), dropped: z.number().int() }),
])
export type ProposedQuestionEvent = z.infer<typeof ProposedQuestionEvent>
