import * as z from 'zod'

/** Yes: holds whatever the answers to what is not known. Unknown: depends on them. No: holds in none of them. */
export const Certainty = z.enum(['yes', 'unknown', 'no'])
export type Certainty = z.infer<typeof Certainty>

/** Something that nobody has recorded and on which a conclusion depends. */
export const MissingInput = z.object({
  relation: z.string(),
  /** As in a fact; null: the place that is asked for. */
  args: z.array(z.string().nullable()),
  question: z.string(),
  /** What can be answered: names of a closed list, or empty for yes and no, a number or a date. */
  choices: z.array(z.object({ name: z.string(), label: z.string() })),
  /** Whether some answer to it alone settles the conclusion. */
  decides: z.boolean(),
})
export type MissingInput = z.infer<typeof MissingInput>

const Points = z.object({ low: z.string(), high: z.string() })

/** One part of a sum, those at 0 as well. */
export const SumPart = z.object({
  say: z.string(),
  points: Points,
  holds: Certainty,
  get steps() {
    return z.array(ProofStep)
  },
})
export type SumPart = z.infer<typeof SumPart>

/** One premise, in the author's order. `facts` are ids of the matter's facts. */
export const ProofStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fact'), sentence: z.string(), facts: z.array(z.string()) }),
  z.object({
    kind: z.literal('conclusion'),
    get proof() {
      return Proof
    },
  }),
  /** Not recorded, and taken as not so. */
  z.object({ kind: z.literal('assumed-absent'), sentence: z.string() }),
  z.object({ kind: z.literal('recorded-absent'), sentence: z.string(), facts: z.array(z.string()) }),
  z.object({ kind: z.literal('missing'), sentence: z.string(), input: MissingInput }),
  z.object({ kind: z.literal('calculation'), text: z.string(), result: z.string() }),
  z.object({ kind: z.literal('comparison'), text: z.string(), result: z.string(), holds: Certainty }),
  z.object({ kind: z.literal('sum'), result: Points, parts: z.array(SumPart) }),
  z.object({
    kind: z.literal('aggregate'),
    text: z.string(),
    result: z.string(),
    get steps() {
      return z.array(ProofStep)
    },
  }),
  /** What could not be computed, and why: never a "no". */
  z.object({ kind: z.literal('problem'), message: z.string() }),
  /** Shown elsewhere in the same proof, or too deep to repeat. */
  z.object({ kind: z.literal('see-above'), sentence: z.string() }),
])
export type ProofStep = z.infer<typeof ProofStep>

/** One way to a conclusion: a rule with all its premises. */
export const Ground = z.object({
  rule: z.string(),
  title: z.string(),
  pack: z.string(),
  source: z.string().nullable(),
  sourceRead: z.boolean(),
  /** False: a sample, not reviewed guidance. */
  reviewed: z.boolean(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  get steps() {
    return z.array(ProofStep)
  },
})
export type Ground = z.infer<typeof Ground>

export const Proof = z.object({
  sentence: z.string(),
  holds: Certainty,
  get grounds() {
    return z.array(Ground)
  },
})
export type Proof = z.infer<typeof Proof>
