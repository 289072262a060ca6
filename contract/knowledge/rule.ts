import * as z from 'zod'
import { WorkField } from '../work-field.ts'
import { Day, FactInput, FormRelation } from './fact.ts'
import { messageSchema } from '../message.ts'
import { Certainty, MissingInput, Points, Proof } from './proof.ts'

/** What follows from the confirmed facts of a matter on a day. */
export const Conclusion = z.object({
  relation: z.string(),
  args: z.array(z.string()),
  sentence: z.string(),
  holds: Certainty,
  /** "Depends on whether there is no active bleeding (not known). Score 4 to 8, threshold 3." */
  summary: z.string(),
  /** That its measurements are of different days, or old; null: nothing to say. */
  warning: z.string().nullable().default(null),
  proof: Proof,
  assumed: z.array(z.string()),
  missing: z.array(MissingInput),
  /** Dates on which it rests or that it gives, earliest first, for a timeline. */
  dates: z.array(z.object({ day: Day, sentence: z.string(), kind: z.enum(['fact', 'computed']) })),
  /** Weekends and holidays that moved one of its dates. */
  skipped: z.array(z.object({ from: Day, to: Day, name: z.string() })),
  /** Its weight among its rivals; null where the relation ranks nothing. */
  rank: z.string().nullable(),
})
export type Conclusion = z.infer<typeof Conclusion>

export const Conclusions = z.object({
  asOf: Day,
  conclusions: z.array(Conclusion),
  conflicts: z.array(z.object({ sentence: z.string(), facts: z.array(z.string()) })),
  /** Dates that conclusions give, or would give, on or after the day, earliest first; exceptions below the usual one. */
  ahead: z.array(
    z.object({
      day: Day,
      sentence: z.string(),
      conclusion: z.number().int(),
      /** Below 0: a possible day of something that is ahead by another, and may have passed. */
      daysLeft: z.number().int(),
      /** What an open one depends on, as questions; none: it holds. */
      dependsOn: z.array(z.string()).default([]),
      /** Another day of the same thing, above it, is the usual one: it holds, or follows if nothing is so that is not recorded. */
      isException: z.boolean().default(false),
    }),
  ),
  /** Days before that day, of what has none ahead, latest first: a limit that was missed is the first thing to know. */
  passed: z
    .array(
      z.object({
        day: Day,
        sentence: z.string(),
        conclusion: z.number().int(),
        /** Below 0. */
        daysLeft: z.number().int(),
        dependsOn: z.array(z.string()),
      }),
    )
    .default([]),
  /** What the rules did not finish within their budget and why; null: all of it. Never to be read as "no". */
  stopped: messageSchema.nullable(),
  /** Rules of its packs that are law of another place than the matter. */
  rulesNotUsed: z.array(messageSchema).default([]),
})
export type Conclusions = z.infer<typeof Conclusions>

/** One thing that, were it otherwise, would make the conclusion another. */
export const Change = z.object({
  change: z.string(),
  kind: z.enum(['fact', 'assumed-absent', 'missing']),
  then: Certainty,
  sentence: z.string(),
})
export type Change = z.infer<typeof Change>

export const Calculator = z.object({
  name: z.string(),
  title: z.string(),
  pack: z.string(),
  /** Of its pack; null: not said. */
  field: WorkField.nullable().default(null),
  reviewed: z.boolean(),
  source: z.string().nullable(),
  /** Its subject: "Kidney function"; null: none is given. */
  group: z.string().nullable(),
  /** The places whose law its rules are; none: of every place. */
  jurisdictions: z.array(z.string()),
  unit: z.string().nullable(),
  inputs: z.array(FormRelation.extend({ key: z.string(), args: z.array(z.string().nullable()) })),
})
export type Calculator = z.infer<typeof Calculator>

export const Calculation = z.object({
  name: z.string(),
  /** As it is read: a number, a range "4 to 8" or a date; null: what is missing decides, or a condition is not met. */
  result: z.string().nullable(),
  /** The least and the greatest number that `result` may be, as rules hold numbers; null where it is none, or unbounded. */
  ends: Points.nullable().default(null),
  /** What it concludes without the words and figures of any language, to be compared only; null: `result` is. */
  value: z.string().nullable().default(null),
  /** A number that `result` states with fewer digits, with all of them, as rules hold numbers; null: it has them all. */
  full: z.string().nullable(),
  unit: z.string().nullable(),
  parts: z.array(z.object({ say: z.string(), points: Points, because: z.string() })),
  proof: Proof.nullable(),
  source: z.string().nullable(),
  /** The sources of all rules that it rests on which nobody has read there; a rule without a source goes by its title. */
  notRead: z.array(z.string()).default([]),
  /** That its measurements are of different days, or old; null: nothing to say. */
  warning: z.string().nullable().default(null),
  missing: z.array(MissingInput),
})
export type Calculation = z.infer<typeof Calculation>

/** What confirmed facts of a matter answer of the inputs of a calculator on a day. */
export const KnownInputs = z.object({
  /** With their dates; about whom they are goes by the name of the type. An input may have several values. */
  given: z.array(z.object({ key: z.string(), input: FactInput, fact: z.string(), sentence: z.string() })),
  /** Where the facts are about several: of which type, and who is meant. Null: not said, and nothing of theirs is given. */
  whose: z.array(z.object({ type: z.string(), names: z.array(z.string()), chosen: z.string().nullable() })),
})
export type KnownInputs = z.infer<typeof KnownInputs>

/** A calculator that a question asks for, on what is known of the matter. */
export const CalculatorSuggestion = KnownInputs.extend({
  calculator: Calculator,
  /** How well the question asks for it, about 0 to 1. */
  fit: z.number(),
  /** With what is missing. */
  calculation: Calculation,
})
export type CalculatorSuggestion = z.infer<typeof CalculatorSuggestion>

export const CalculatorSuggestions = z.object({
  suggestions: z.array(CalculatorSuggestion),
  /** Those that the question asks for as well, but that are law of another place than the matter. */
  leftOut: z.array(messageSchema),
})
export type CalculatorSuggestions = z.infer<typeof CalculatorSuggestions>

export const PackProblem = z.object({
  file: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  rule: z.string().nullable(),
  code: z.string(),
  message: messageSchema,
  fix: messageSchema,
})
export type PackProblem = z.infer<typeof PackProblem>

export const Pack = z.object({
  pack: z.string(),
  title: z.string(),
  version: z.string(),
  language: z.string(),
  licence: z.string().nullable(),
  /** Whose work it is for; null: not said. */
  field: WorkField.nullable().default(null),
  /** The place whose law it is; null: of every place, or of those that its rules name. */
  jurisdiction: z.string().nullable(),
  /** The places whose law its rules are. */
  jurisdictions: z.array(z.string()),
  reviewed: z.boolean(),
  /** It shows what rules can do, and is there for nothing else: offered in sample matters only. */
  sample: z.boolean(),
  rules: z.number().int(),
  calculators: z.number().int(),
  /** Comes with the program; cannot be removed, and a changed copy takes a name of its own. */
  shipped: z.boolean(),
  problems: z.array(PackProblem),
})
export type Pack = z.infer<typeof Pack>

/** The law that a matter is under; null: not said, so that each of its packs counts. */
export const MatterJurisdiction = z.object({
  jurisdiction: z.string().nullable(),
  /** Those of the packs that are here. */
  known: z.array(z.string()),
  /** Rules of its packs that are law of another place. */
  rulesNotUsed: z.array(messageSchema),
})
export type MatterJurisdiction = z.infer<typeof MatterJurisdiction>

export const RuleStatus = z.enum(['draft', 'tested', 'approved', 'retired'])
export type RuleStatus = z.infer<typeof RuleStatus>

/** One of a rule's own examples, as it came out. */
export const ExampleRun = z.object({
  rule: z.string(),
  title: z.string(),
  kind: z.enum(['holds', 'not', 'ask', 'exception']),
  expected: z.string(),
  got: z.string(),
  passed: z.boolean(),
})
export type ExampleRun = z.infer<typeof ExampleRun>

export const RuleRow = z.object({
  rule: z.string(),
  pack: z.string(),
  title: z.string(),
  status: RuleStatus,
  source: z.string().nullable(),
  sourceRead: z.boolean(),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  jurisdiction: z.string().nullable(),
  /** "If a patient has atrial fibrillation and …, then …, unless …" */
  sentence: z.string(),
  examples: z.number().int(),
  examplesPassed: z.number().int(),
  /** Kinds of example that are still missing before it can be called tested. */
  examplesMissing: z.array(z.string()),
  approvedBy: z.string().nullable(),
  approvedOn: Day.nullable(),
})
export type RuleRow = z.infer<typeof RuleRow>

/** A relation that the rules of a pack may use, also what rules conclude; `say` has `{0}`, `{1}` … for the places. */
export const RuleWord = FormRelation.pick({ relation: true, label: true, say: true, places: true })
export type RuleWord = z.infer<typeof RuleWord>

const FormPart = z.object({ add: z.string(), say: z.string(), when: z.array(z.string()) })

export const RuleExample = z.object({
  title: z.string().max(200),
  /** As in `fact.setText`. */
  facts: z.array(z.string()),
  asOf: Day.nullable(),
  holds: z.array(z.string()).default([]),
  not: z.array(z.string()).default([]),
  ask: z.array(z.string()).default([]),
  /** It shows that an exception of the rule stops it. */
  exception: z.boolean().default(false),
})
export type RuleExample = z.infer<typeof RuleExample>

/** A rule as a form shows it; conditions are written as in the pack: `has(?p, af)`. Its status changes by `rule.setStatus` only. */
export const RuleForm = z.object({
  rule: z.string().max(100),
  title: z.string().max(200),
  then: z.string().max(1000),
  conditions: z.array(z.string().max(1000)).max(100),
  exceptions: z.array(z.string().max(1000)).max(100),
  /** Each item: parts of which at most one can hold; one part alone stands for itself. */
  sum: z.object({ into: z.string(), items: z.array(z.array(FormPart).min(1)) }).nullable(),
  aggregates: z.array(
    z.object({
      kind: z.enum(['count', 'minimum', 'maximum', 'total']),
      into: z.string(),
      value: z.string(),
      of: z.array(z.string()),
    }),
  ),
  say: z.string().max(1000).nullable(),
  source: z.string().max(1000).nullable(),
  sourceRead: z.boolean(),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  jurisdiction: z.string().max(100).nullable(),
  examples: z.array(RuleExample).max(100),
})
export type RuleForm = z.infer<typeof RuleForm>

/** What a proposed rule would do, before anything is changed. */
export const RuleCheck = z.object({
  /** Those inside the rule are at lines and columns of `yaml`. */
  problems: z.array(PackProblem),
  examples: z.array(ExampleRun),
  examplesMissing: z.array(z.string()),
  /** Empty while there are problems. */
  sentence: z.string(),
  /** The rule as it would stand in the pack. */
  yaml: z.string(),
  /**
   * Conclusions of the regression set, which is every matter that uses the pack, also through another one, and every
   * example of these packs: how many stay, how many stay on other grounds, and which change. `matter`: where, in words; `before` and
   * `after` are empty where nothing is concluded.
   */
  diff: z.object({
    /** Matters and examples. */
    cases: z.number().int(),
    same: z.number().int(),
    newGrounds: z.number().int(),
    changed: z.array(z.object({ matter: z.string(), before: z.string(), after: z.string() })),
  }),
})
export type RuleCheck = z.infer<typeof RuleCheck>

export const PackRun = z.object({
  asOf: Day,
  conclusions: z.array(Conclusion.extend({ status: RuleStatus })),
  problems: z.array(PackProblem),
  /** Facts that did not pass the gate, each with the reason. */
  refused: z.array(messageSchema),
  stopped: messageSchema.nullable(),
  /** Where no rule at all counts: how many there are, and how many for which reason. Null while one counts. */
  outOfForce: z
    .object({
      rules: z.number().int(),
      day: z.number().int(),
      jurisdiction: z.number().int(),
      retired: z.number().int(),
    })
    .nullable(),
})
export type PackRun = z.infer<typeof PackRun>
