import * as z from 'zod'

/** What `eval` is to measure (`measure.md`). */
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
})
export type EvaluationInput = z.input<typeof EvaluationInput>

export const Metrics = z.record(z.string(), z.json())

export const EvaluationEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('evaluation-progress'), stage: z.string(), done: z.number(), of: z.number() }),
  z.object({ type: z.literal('evaluation-end'), metrics: Metrics }),
])
export type EvaluationEvent = z.infer<typeof EvaluationEvent>
