import * as z from 'zod'
import { Span } from '../answers/answer.ts'
import { messageSchema } from '../message.ts'

export const Day = z.iso.date()

export const FactSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), by: z.string() }),
  Span.extend({
    kind: z.literal('passage'),
    documentId: z.string(),
    textVersion: z.number().int().nullable(),
    quote: z.string(),
    byOcr: z.boolean(),
    /** The model that found it; null: none, since words and values stand side by side, or a person marked the passage. */
    model: z.string().nullable(),
  }),
])
export type FactSource = z.infer<typeof FactSource>

/** What is said of the matter. `args` are written as in rules: `patient`, `58 kg`, `35..40 %`, `2026-06-01`. */
export const FactInput = z.object({
  relation: z.string().max(200),
  args: z.array(z.string().max(1000)).max(12),
  holds: z.enum(['yes', 'no', 'unknown']).default('yes'),
  /** When it was observed; null: undated. */
  at: Day.nullable().default(null),
  validFrom: Day.nullable().default(null),
  validTo: Day.nullable().default(null),
})
export type FactInput = z.input<typeof FactInput>

/** A typed statement about a matter. Only `confirmed` ones are used by rules. */
export const Fact = z.object({
  id: z.string(),
  relation: z.string(),
  args: z.array(z.string()),
  holds: z.enum(['yes', 'no', 'unknown']),
  at: Day.nullable(),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  /** With a value in the unit in which it was stated. */
  sentence: z.string(),
  /** That value in the unit that the rules count in, where that is another one: `about 1.109 mg/dL`. */
  converted: z.string().optional(),
  source: FactSource,
  state: z.enum(['proposed', 'confirmed', 'rejected']),
  /** Who said yes or no to it, and when; null while it waits. */
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  /** Ids of facts that cannot hold together with it. Nothing picks between them. */
  conflicts: z.array(z.string()),
  /** The later fact that counts instead of it; it keeps its date. */
  supersededBy: z.string().nullable(),
  /** Why rules cannot use it (its pack is not used, its relation is gone); null: they can. */
  unusable: messageSchema.nullable(),
})
export type Fact = z.infer<typeof Fact>

/** A place of a relation as a form shows it. */
export const FormPlace = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('name'),
    type: z.string(),
    /** True: any name may be written; `choices` are then those in use. */
    open: z.boolean(),
    choices: z.array(z.object({ name: z.string(), label: z.string() })),
  }),
  z.object({
    kind: z.literal('number'),
    unit: z.string().nullable(),
    /** Units that can be written instead. */
    units: z.array(z.string()),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  z.object({ kind: z.literal('date') }),
])
export type FormPlace = z.infer<typeof FormPlace>

/** A relation that facts are entered for; what rules conclude is not among them. */
export const FormRelation = z.object({
  relation: z.string(),
  pack: z.string(),
  /** What it is called; null: by its name. */
  label: z.string().nullable(),
  group: z.string().nullable(),
  say: z.string(),
  places: z.array(FormPlace),
  unique: z.array(z.number().int()).nullable(),
  latest: z.boolean(),
  absent: z.enum(['no', 'ask']),
})
export type FormRelation = z.infer<typeof FormRelation>

/** What facts can be entered for, by the packs that the matter uses. */
export const FactForm = z.object({ packs: z.array(z.string()), relations: z.array(FormRelation), today: Day })
export type FactForm = z.infer<typeof FactForm>

const ProposalProgress = z.object({
  type: z.literal('proposal-progress'),
  document: z.string(),
  passagesDone: z.number().int(),
  passages: z.number().int(),
  secondsLeft: z.number().nullable(),
})

const ProposalEnd = z.object({
  type: z.literal('proposal-end'),
  documents: z.number().int(),
  proposed: z.number().int(),
  seconds: z.number(),
  /** The model that was asked; null: none, so that only what stands right behind its own words was found. */
  model: z.string().nullable().default(null),
  /** Before the end; what was proposed is kept, and the next run goes on. */
  stopped: z.boolean().default(false),
})

export const ProposalEvent = z.discriminatedUnion('type', [
  ProposalProgress,
  Fact.extend({ type: z.literal('proposal') }),
  ProposalEnd,
])
export type ProposalEvent = z.infer<typeof ProposalEvent>

/** The reading of facts that goes on in the engine, whoever looks on. */
export const Proposing = z.object({
  isRunning: z.boolean(),
  progress: ProposalProgress.nullable(),
  /** Of the last run since the program began. */
  end: ProposalEnd.nullable(),
  /** Why the last run ended before its time; `code`: of `errors`, null where it was not foreseen. */
  failure: z.object({ code: z.string().nullable(), said: messageSchema }).nullable(),
})
export type Proposing = z.infer<typeof Proposing>
