import * as z from 'zod'
import { Interval, Share } from '../answers/confidence.ts'

/** Fewer pairs than these give no kappa (`docs/answers.md`). */
export const PAIRS_FOR_KAPPA = 30
/** In fewer consultations nobody decided enough to tell how often the second opinion is right. */
export const DECIDED_FOR_RATE = 10

export const KappaWeighting = z.enum(['none', 'linear', 'quadratic'])

/** Cohen's kappa with its interval of 95 %; `quadratic` where the list has an order. */
export const AgreementKappa = z.object({
  kappa: z.number(),
  interval: Interval,
  weights: KappaWeighting,
  /** The share that chance alone would make the same; near misses are not, whatever the weights. */
  byChance: z.number(),
})
export type AgreementKappa = z.infer<typeof AgreementKappa>

/** All pairs up to a time. */
export const AgreementPoint = z.object({ at: z.string(), same: Share, kappa: AgreementKappa.nullable() })
export type AgreementPoint = z.infer<typeof AgreementPoint>

/**
 * What is compared: what both chose of the same closed list, what both ranked first, or their sentences. Only the first is of one list
 * for all questions, so the others have no kappa.
 */
export const AgreementBasis = z.enum(['list', 'ranked', 'sentences'])

/** A local model and a blind second opinion on questions of the same kind. */
export const AgreementSeries = z.object({
  /** As the user named it for the cards of the matter; null: not named. */
  domain: z.string().nullable(),
  localModel: z.string(),
  provider: z.string(),
  model: z.string(),
  basis: AgreementBasis,
  /** The closed list. */
  options: z.array(z.string()).nullable(),
  /** The list has an order, so that a near miss counts for more than a far one. */
  ordinal: z.boolean(),
  same: Share,
  /** Null below 30 pairs, for ranked lists and sentences, and where both always chose the same one thing. */
  kappa: AgreementKappa.nullable(),
  /** Oldest first; the last is all of them. */
  points: z.array(AgreementPoint),
})
export type AgreementSeries = z.infer<typeof AgreementSeries>

/** Only blind opinions count: an informed one has seen ours. */
export const OpinionAgreement = z.object({
  matters: z.number().int(),
  pairs: z.number().int(),
  /** Blind opinions that chose nothing of the list, or speak of other things. */
  notCompared: z.number().int(),
  /** Consultations in which the user decided who was right. */
  decided: z.number().int(),
  /** Of these, in how many the second opinion was right on all that was decided; null where they are too few. They are those that differ. */
  secondRight: Share.nullable(),
  series: z.array(AgreementSeries),
})
export type OpinionAgreement = z.infer<typeof OpinionAgreement>
