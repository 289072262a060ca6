import * as z from 'zod'
import { messageSchema } from '../message.ts'

/** An interval of 95 %, as shares from 0 to 1. */
export const Interval = z.tuple([z.number(), z.number()])
export type Interval = z.infer<typeof Interval>

/** A share with what it was counted from. `interval` is null where `of` is 0. */
export const Share = z.object({ count: z.number().int(), of: z.number().int(), interval: Interval.nullable() })
export type Share = z.infer<typeof Share>

/**
 * What can be told of an answer without knowing whether it is right (`docs/answers.md`). Shares are of its sentences.
 * The probability of the words after reasoning is none of them: reasoning raises it most when it is wrong.
 */
export const AnswerSignals = z.object({
  /** Mean of p1 − p2 over the first 16 tokens of the draft; null where no model wrote. */
  margin: z.number().nullable(),
  /** The score of the best passage, and by how much it leads the next one. */
  topScore: z.number(),
  scoreGap: z.number(),
  sources: z.number().int(),
  citedSources: z.number().int(),
  sentences: z.number().int(),
  /** Confirmed by code. */
  borneOut: z.number(),
  /** Supported by a model's judgement. */
  entailed: z.number(),
  unsupported: z.number(),
  /** With a number, date, name or key word (`may` for `may not`) that the cited passages do not hold. */
  absent: z.number(),
  /** That no rule computes otherwise; null where no rule concludes anything. */
  ruleAgreement: z.number().nullable(),
  /** How like the question is to those of past mistakes, 0 to 1; null where none are known. */
  pastMistake: z.number().nullable(),
  /** Of the words looked for, those that no document has. */
  unknownWords: z.number(),
})
export type AnswerSignals = z.infer<typeof AnswerSignals>

export const Band = z.enum(['low', 'medium', 'high'])
export type Band = z.infer<typeof Band>

/** Where the bands begin, as scores; `high` is null where this model reaches none. */
export const BandLimits = z.object({ medium: z.number(), high: z.number().nullable() })
export type BandLimits = z.infer<typeof BandLimits>

/** How sure an answer is. No score and no band before the model was calibrated, nor where the first words were not measured. */
export const Confidence = z.object({
  score: z.number().nullable(),
  band: Band.nullable(),
  calibrated: z.boolean(),
  /** Answers of the calibration in the same band, and how many of them were right. */
  like: Share.nullable().default(null),
  limits: BandLimits.nullable().default(null),
  /** How many answers the calibration was made on. */
  answers: z.number().int().default(0),
})
export type Confidence = z.infer<typeof Confidence>

/** One step of the reliability diagram: answers with scores `from`–`to`, their mean score, and those that were right. */
export const ReliabilityBin = z.object({ from: z.number(), to: z.number(), meanScore: z.number(), right: Share })
export type ReliabilityBin = z.infer<typeof ReliabilityBin>

/** How well scores tell right answers from wrong ones; null where there are too few of either to say. */
export const ConfidenceMeasures = z.object({
  /** `held-out`: calibrated on other questions. `cross-validated`: each answer is scored by a fit that did not see it. */
  how: z.enum(['held-out', 'cross-validated']),
  answers: z.number().int(),
  right: z.number().int(),
  auroc: z.number(),
  aurocInterval: Interval,
  ece: z.number(),
  eceInterval: Interval,
  /** Wrong answers in the band "high", of all answers that were given. */
  confidentWrong: Share,
  /** Wrong answers in the band "high", of those in this band. */
  wrongInHigh: Share,
  highBand: Share,
  bins: z.array(ReliabilityBin),
})
export type ConfidenceMeasures = z.infer<typeof ConfidenceMeasures>

/** What a model was calibrated on, and what came out of it by cross-validation. */
export const CalibrationSummary = z.object({
  model: z.object({ id: z.string(), sha256: z.string() }),
  set: z.string(),
  at: z.string(),
  answers: z.number().int(),
  right: z.number().int(),
  method: z.enum(['constant', 'logistic', 'isotonic']),
  limits: BandLimits,
  measures: ConfidenceMeasures,
})
export type CalibrationSummary = z.infer<typeof CalibrationSummary>

/** `gateLeft`: why the gate of the cards stays as it was; null: it was calibrated too. */
export const Calibrated = CalibrationSummary.extend({ gateLeft: messageSchema.nullable() })
export type Calibrated = z.infer<typeof Calibrated>
