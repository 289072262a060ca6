import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Interval } from '../answers/confidence.ts'
import { errors } from '../errors.ts'
import { messageSchema } from '../message.ts'

/** How an answer is made; each is one gene of what an optimisation tries out. */
export const AnswerSettings = z.object({
  /** How the model is told: in full, in one line, or one sentence for each thing that was asked for. */
  instructions: z.enum(['full', 'short', 'points']),
  /** Sentences that it is told to write at most. */
  sentences: z.union([z.literal(2), z.literal(4)]),
  /** Characters that it reads in one call. */
  readCharacters: z.union([z.literal(1200), z.literal(2000), z.literal(3200)]),
  /** How many of the passages found are chosen from. */
  passages: z.union([z.literal(3), z.literal(8)]),
  /** Of what it reads: the best first, or as it stands in the documents. */
  order: z.enum(['best', 'document']),
  /** Whether a question on several documents, or for many things, is answered in several calls. */
  parts: z.enum(['on', 'off']),
  /** An answer is cut off here, if not before. */
  maxTokens: z.union([z.literal(120), z.literal(320)]),
  /** Whether cards are given to a model that is unsure, or whatever the gate says. */
  cards: z.enum(['gated', 'always']),
})
export type AnswerSettings = Readonly<z.infer<typeof AnswerSettings>>

/** How far a search goes. */
export const OptimiseSettings = z.object({
  /** So many settings are measured at most. */
  evaluations: z.number().int().min(1).max(40).default(24),
  /** So many questions, drawn by `seed`; half of them choose the settings, the other half say what they are worth. Null: all. */
  sample: z.number().int().min(4).nullable().default(24),
  seed: z.number().int().default(0),
  model: z.string().nullable().default(null),
})
export type OptimiseSettings = z.infer<typeof OptimiseSettings>

/** The best settings against those in use, on questions that did not choose them. */
export const OptimisationResult = z.object({
  best: AnswerSettings,
  /** Those that answers were made by when it began. */
  against: AnswerSettings,
  questions: z.number().int(),
  /** Mean scores; `before`: of `against`. */
  before: z.number(),
  found: z.number(),
  difference: z.number(),
  /** Of the difference, 95 %; bootstrap over the questions. */
  interval: Interval,
  /** Whether the whole interval is above nothing. */
  isBetter: z.boolean(),
})
export type OptimisationResult = z.infer<typeof OptimisationResult>

export const Optimisation = z.object({
  optimisation: z.string(),
  set: z.string(),
  setName: z.string(),
  /** Null: it belongs to no matter. */
  matter: z.string().nullable(),
  state: z.enum(['waiting', 'running', 'stopped', 'failed', 'done']),
  settings: OptimiseSettings,
  model: z.object({ id: z.string(), sha256: z.string() }),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /**
   * In the order in which they were measured; scores are means over the questions that choose. With `result`, of the last search that
   * came to its end: both stand until another one does.
   */
  tried: z.array(z.object({ settings: AnswerSettings, score: z.number() })),
  /** Answers of `of` that are needed at most. */
  done: z.number().int(),
  of: z.number().int(),
  /** While it runs, from its own speed. */
  leftMs: z.number().nullable(),
  stage: messageSchema.nullable(),
  failure: messageSchema.nullable(),
  result: OptimisationResult.nullable(),
  /** Whether the best are others than those that they were held against. */
  isOther: z.boolean().default(false),
  /** Whether those were the usual ones. */
  isAgainstUsual: z.boolean().default(false),
  /** Whether answers of its model are made so now. */
  inUse: z.boolean(),
})
export type Optimisation = z.infer<typeof Optimisation>

const base = oc.errors(errors)
const inPlace = z.object({ matter: z.string().nullable() })
const one = inPlace.extend({ optimisation: z.string() })

export const optimisationProcedures = {
  /** Of a matter, or (null) of none; newest first. */
  list: base.input(inPlace).output(z.array(Optimisation)),
  /**
   * Looks for better settings on a question set, named by its id or, of no matter, by its folder. It goes on in the engine.
   * What the same set, model and sample were measured with before is not measured again. `report`: a folder to which each
   * answer is written, and (`resume`) from which earlier ones are taken.
   */
  start: base
    .input(
      inPlace.extend({
        set: z.string().nullable().default(null),
        folder: z.string().nullable().default(null),
        settings: OptimiseSettings,
        report: z.string().nullable().default(null),
        resume: z.boolean().default(false),
      }),
    )
    .output(Optimisation),
  /** What was measured is kept. */
  stop: base.input(one).output(z.void()),
  /** Answers of its model are made by the best settings from now on, also where they were not shown to be better. */
  keep: base.input(one).output(z.void()),
  /** Answers of a model are made as usual again. */
  reset: base.input(z.object({ sha256: z.string() })).output(z.void()),
  /** By which settings answers of a model are made; null: the usual ones. */
  kept: base.input(z.object({ sha256: z.string() })).output(AnswerSettings.nullable()),
}
