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

/** The least and the greatest that something counts, as rules hold numbers: `1.5`. */
export const Points = z.object({ low: z.string(), high: z.string() })
export type Points = z.infer<typeof Points>

// Proofs hold proofs. Their types are written out, for those that the compiler infers of such shapes end in `any`.

/**
 * One part of a sum, those at 0 as well. `isScale`: any number of its points may count; else all or none. Of the parts of one `item` at
 * most one counts, and where they cover all (`coversAll`) one does; a proof that was kept before names neither.
 */
export type SumPart = {
  say: string
  points: Points
  isScale?: boolean | undefined
  item?: number | undefined
  coversAll?: boolean | undefined
  holds: Certainty
  steps: ProofStep[]
}

/** One premise, in the author's order. `facts` are ids of the matter's facts. */
export type ProofStep =
  | { kind: 'fact'; sentence: string; facts: string[] }
  | { kind: 'conclusion'; proof: Proof }
  /** Taken as not so since nothing records it; `sentence` says that: "the patient has no active bleeding". */
  | { kind: 'assumed-absent'; sentence: string }
  | { kind: 'recorded-absent'; sentence: string; facts: string[] }
  /** Not so, since no rule concludes it. */
  | { kind: 'not-concluded'; sentence: string; proofs: Proof[] }
  /** What must not be so and is, or may be, with what speaks for it. */
  | { kind: 'against'; sentence: string; holds: Certainty; proofs: Proof[] }
  /** A condition that nothing meets: why a rule does not conclude. */
  | { kind: 'fails'; text: string; proofs: Proof[] }
  | { kind: 'missing'; sentence: string; input: MissingInput }
  | { kind: 'calculation'; text: string; result: string }
  | { kind: 'comparison'; text: string; result: string; holds: Certainty }
  | { kind: 'sum'; result: Points; parts: SumPart[] }
  | { kind: 'aggregate'; text: string; result: string; steps: ProofStep[] }
  /** What could not be computed, and why: never a "no". */
  | { kind: 'problem'; message: string }
  /** Values on record of which only one can be so: "the patient is female or male". */
  | { kind: 'conflict'; sentence: string; facts: string[] }
  /** Shown elsewhere in the same proof, or too deep to repeat. */
  | {
      kind: 'see-above'
      sentence: string
      holds?: Certainty | undefined
      isBlank?: boolean | undefined
      isRange?: boolean | undefined
    }
  /** Words in place of steps, where a proof is made readable. */
  | { kind: 'left-out'; text: string }

/** One way to a conclusion: a rule with all its premises. */
export type Ground = {
  rule: string
  title: string
  pack: string
  source: string | null
  sourceRead: boolean
  /** Whether the rule says no more than what a word means, for which nothing is to be read. Absent in proofs that were kept before. */
  isDefinition?: boolean | undefined
  /** False: a sample, not reviewed guidance. */
  reviewed: boolean
  validFrom: string | null
  validTo: string | null
  steps: ProofStep[]
}

export type Proof = {
  sentence: string
  holds: Certainty
  /** Nothing is known of a value of the sentence, which leaves it blank: "the period ends on …". Absent in proofs that were kept before. */
  isBlank?: boolean | undefined
  /** Its value is a range: `3 to 20`. */
  isRange?: boolean | undefined
  /** Whatever the answers to its open questions: they change neither that it holds nor its values. */
  isFinal?: boolean | undefined
  grounds: Ground[]
}

const Steps: z.ZodType<ProofStep[], ProofStep[]> = z.lazy(() => z.array(ProofStep))

export const ProofStep: z.ZodType<ProofStep, ProofStep> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fact'), sentence: z.string(), facts: z.array(z.string()) }),
  z.object({ kind: z.literal('conclusion'), proof: z.lazy(() => Proof) }),
  z.object({ kind: z.literal('assumed-absent'), sentence: z.string() }),
  z.object({ kind: z.literal('recorded-absent'), sentence: z.string(), facts: z.array(z.string()) }),
  z.object({ kind: z.literal('not-concluded'), sentence: z.string(), proofs: z.array(z.lazy(() => Proof)) }),
  z.object({
    kind: z.literal('against'),
    sentence: z.string(),
    holds: Certainty,
    proofs: z.array(z.lazy(() => Proof)),
  }),
  z.object({ kind: z.literal('fails'), text: z.string(), proofs: z.array(z.lazy(() => Proof)) }),
  z.object({ kind: z.literal('missing'), sentence: z.string(), input: MissingInput }),
  z.object({ kind: z.literal('calculation'), text: z.string(), result: z.string() }),
  z.object({ kind: z.literal('comparison'), text: z.string(), result: z.string(), holds: Certainty }),
  z.object({
    kind: z.literal('sum'),
    result: Points,
    parts: z.array(
      z.object({
        say: z.string(),
        points: Points,
        isScale: z.boolean().optional(),
        item: z.number().optional(),
        coversAll: z.boolean().optional(),
        holds: Certainty,
        steps: Steps,
      }),
    ),
  }),
  z.object({ kind: z.literal('aggregate'), text: z.string(), result: z.string(), steps: Steps }),
  z.object({ kind: z.literal('problem'), message: z.string() }),
  z.object({ kind: z.literal('conflict'), sentence: z.string(), facts: z.array(z.string()) }),
  z.object({
    kind: z.literal('see-above'),
    sentence: z.string(),
    holds: Certainty.optional(),
    isBlank: z.boolean().optional(),
    isRange: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('left-out'), text: z.string() }),
])

export const Proof: z.ZodType<Proof, Proof> = z.object({
  sentence: z.string(),
  holds: Certainty,
  isBlank: z.boolean().optional(),
  isRange: z.boolean().optional(),
  isFinal: z.boolean().optional(),
  grounds: z.array(
    z.object({
      rule: z.string(),
      title: z.string(),
      pack: z.string(),
      source: z.string().nullable(),
      sourceRead: z.boolean(),
      isDefinition: z.boolean().optional(),
      reviewed: z.boolean(),
      validFrom: z.string().nullable(),
      validTo: z.string().nullable(),
      steps: Steps,
    }),
  ),
})
