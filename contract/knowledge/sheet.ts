import { oc } from '@orpc/contract'
import * as z from 'zod'
import { ExportFormat } from '../answers/answer.ts'
import { errors } from '../errors.ts'
import { WorkField } from '../work-field.ts'
import { Day, Fact, FactInput } from './fact.ts'
import { Certainty, Points } from './proof.ts'
import { Calculation, Calculator, KnownInputs } from './rule.ts'
import { messageSchema } from '../message.ts'

/** What one answer to an input would make of the result; `result` null: none. */
export const SheetAnswer = z.object({ answer: z.string(), input: FactInput, result: z.string().nullable() })
export type SheetAnswer = z.infer<typeof SheetAnswer>

/**
 * An input of a case sheet. `recorded`: by a confirmed fact; `read`: stated in a document, and nobody confirmed it yet; `typed`: given
 * with the question, and recorded nowhere; `conflict`: several values, of which none is used; `missing`: not recorded.
 */
export const SheetInput = Calculator.shape.inputs.element.extend({
  label: z.string(),
  state: z.enum(['recorded', 'read', 'typed', 'conflict', 'missing']),
  /** Of what is used: the value in the unit in which it was written; null where it is yes, no or not known. */
  value: z.string().nullable(),
  /** The same in the unit that the rules count in: "about 1.335 mg/dL"; null where it is in that unit. */
  converted: z.string().nullable(),
  holds: Certainty.nullable(),
  /** Facts that say so, those that people confirmed first; of a conflict all. */
  facts: z.array(Fact),
  /** What documents say otherwise, and nobody decided on yet, where it is not older than what is used. */
  against: z.array(Fact),
  /** Whether the result stands without it: what is not recorded counts as a no then. */
  isAssumed: z.boolean(),
  /** How many points it adds; null where the result is no sum, or several inputs add them. */
  points: Points.nullable(),
  /** What each other answer would make of the result, where it would be another one. */
  answers: z.array(SheetAnswer),
})
export type SheetInput = z.infer<typeof SheetInput>

/** Whether something is used as its answer. */
export function isKnown({ state }: Pick<SheetInput, 'state'>): boolean {
  return state !== 'missing' && state !== 'conflict'
}

/** Whether the result waits for an answer to it. */
export function isAsked(input: Pick<SheetInput, 'state' | 'isAssumed'>): boolean {
  return !isKnown(input) && !input.isAssumed
}

/** A result that a document states itself. */
export const StatedResult = z.object({
  value: z.string(),
  documentId: z.string(),
  document: z.string(),
  quote: z.string(),
  /** The day that the document gives as its own; null: none. */
  day: Day.nullable(),
  /** What may explain the difference, each as a clause; none: nothing single that the facts know of. */
  why: z.array(messageSchema),
})
export type StatedResult = z.infer<typeof StatedResult>

/** One goal for one person or event: the inputs that can still change it, and what follows. */
export const Sheet = z.object({
  calculator: Calculator.omit({ inputs: true }),
  asOf: Day,
  /** Whether the matter uses its pack: without that nothing can be recorded, and answers count only as `typed`. */
  isUsed: z.boolean(),
  holds: Certainty,
  calculation: Calculation,
  /** In the author's order. */
  inputs: z.array(SheetInput),
  /** Inputs that cannot change it any more. */
  notNeeded: z.number().int(),
  /** What documents state as the result, where it is another one. */
  stated: z.array(StatedResult),
  whose: KnownInputs.shape.whose,
  /** Whom it is about, by type; none: nobody is named, and the name of the type stands for them. */
  subjects: z.array(z.object({ type: z.string(), name: z.string() })),
})
export type Sheet = z.infer<typeof Sheet>

/** A goal that can have a sheet. `fit`: how well a question asks for it, 0 to 1. */
export const SheetGoal = z.object({
  goal: z.string(),
  title: z.string(),
  pack: z.string(),
  field: WorkField.nullable().default(null),
  /** Its subject. */
  group: z.string().nullable(),
  jurisdictions: z.array(z.string()),
  fit: z.number(),
})
export type SheetGoal = z.infer<typeof SheetGoal>

/** A sheet that was kept: what it said then, and what the facts make of it today. */
export const KeptSheet = z.object({
  goal: z.string(),
  title: z.string(),
  about: z.array(z.string()),
  asOf: Day,
  result: z.string().nullable(),
  unit: z.string().nullable(),
  /** Today's result, worded as the kept one where it is the same; null: none. */
  now: z.string().nullable(),
  /** Whether the matter still uses its rules. */
  isHere: z.boolean(),
  /** Why it could not be calculated anew; null: it was. */
  problem: messageSchema.nullable(),
  /** Labels of inputs that are known otherwise than they were, or no more. */
  changed: z.array(z.string()),
})
export type KeptSheet = z.infer<typeof KeptSheet>

const base = oc.errors(errors)
const inMatter = z.object({ matter: z.string() })

const opened = inMatter.extend({
  goal: z.string().min(1).max(400),
  about: z.array(z.string()).max(20).default([]),
  typed: z.array(FactInput).max(200).default([]),
  asOf: Day.nullable().default(null),
})

export const sheetProcedures = {
  /** The goals that words ask for, best first; without words all of the matter's packs and law. */
  goals: base.input(inMatter.extend({ question: z.string().trim().max(4000).default('') })).output(z.array(SheetGoal)),
  /** By its name or title. `about`: who is meant where facts are about several. `typed`: answers that count before any fact. */
  open: base.input(opened).output(Sheet),
  export: base.input(opened.extend({ format: ExportFormat })).output(z.object({ file: z.file() })),
  /** Those that were kept, latest first. */
  kept: base.input(inMatter).output(z.array(KeptSheet)),
  /** Keeps a sheet as it is; `asOf` null: today. */
  keep: base
    .input(
      inMatter.extend({
        goal: z.string().min(1).max(400),
        about: z.array(z.string()).max(20).default([]),
        asOf: Day.nullable().default(null),
      }),
    )
    .output(z.void()),
  forget: base.input(inMatter.extend({ goal: z.string(), about: z.array(z.string()), asOf: Day })).output(z.void()),
}
