/**
 * Why a conclusion holds, may hold or does not, as data that JSON can carry. Every value stands there as it is read and as
 * what it is; nothing in it needs to be computed again.
 */
export type Proof = {
  readonly conclusion: Statement
  /** The conclusion, in the words of the rule where one alone concludes it and all its values are known. */
  readonly sentence: string
  readonly status: 'yes' | 'unknown' | 'no'
  /** For `unknown` in one line: what it would take. Null for a plain yes or no. */
  readonly summary: string | null
  /** Everywhere in the proof, each once: what holds only because nothing recorded speaks against it. */
  readonly assumed: readonly Statement[]
  /** Everywhere in the proof, each once: what nobody recorded or knew, with its question. */
  readonly missing: readonly MissingInput[]
  /** Independent ways to conclude it, in the author's order. For `no`: each rule, with the first condition that fails. */
  readonly grounds: readonly Ground[]
  /** Grounds that were left out to keep the proof short. */
  readonly more: number
  /** Other statements for the same key, or records of its being not so: while they stand, it is not certain. */
  readonly contested: Contested | null
  /** It has been shown in full before, further up or to the left; its grounds are left out here. */
  readonly repeated: boolean
}

/** `text`: all of these and the conclusion in one sentence. `facts`: the records of all of them. */
export type Contested = {
  readonly rivals: readonly Statement[]
  readonly facts: readonly string[]
  readonly denials: readonly string[]
  readonly text: string
}

/** A statement as users read it and as what it is. */
export type Statement = {
  readonly text: string
  readonly relation: string
  readonly values: readonly ShownValue[]
}

/** Null bounds: open ends. Numbers as decimal text, so that no digit is lost. */
export type ShownValue =
  | { readonly kind: 'name'; readonly name: string; readonly text: string }
  | { readonly kind: 'number'; readonly low: string | null; readonly high: string | null; readonly text: string }
  | { readonly kind: 'date'; readonly low: string | null; readonly high: string | null; readonly text: string }
  | { readonly kind: 'any'; readonly text: string }

export type MissingInput = {
  /** The input; the value that is asked for stands as a range, or as `any` where it is a name. */
  readonly statement: Statement
  readonly question: string
  /** The sentence that it is not so. */
  readonly denial: string
  /** Someone was asked and did not know. */
  readonly asked: boolean
}

/** `facts` are the ids of facts. */
export type Ground =
  | { readonly kind: 'recorded'; readonly facts: readonly string[]; readonly superseded: readonly string[] }
  | { readonly kind: 'not-known'; readonly facts: readonly string[] }
  | { readonly kind: 'missing'; readonly input: MissingInput }
  | { readonly kind: 'today' }
  /** For `no`: so it is recorded; or another value of its key is. */
  | { readonly kind: 'recorded-no'; readonly facts: readonly string[]; readonly instead: Statement | null }
  /** For `no`: nothing recorded says so. */
  | { readonly kind: 'assumed-absent' }
  | RuleGround

export type RuleGround = {
  readonly kind: 'rule'
  readonly rule: ShownRule
  /** The conclusion in the rule's own words. */
  readonly text: string
  /** A value in `text` is not known at all: a sentence for values then says nothing. */
  readonly isOpen: boolean
  readonly status: 'yes' | 'unknown' | 'no'
  readonly steps: readonly Step[]
}

export type ShownRule = {
  readonly id: string
  readonly title: string
  readonly pack: string
  readonly source: string | null
  readonly sourceRead: boolean
  readonly isDefinition: boolean
  /** As YYYY-MM-DD; null: open. */
  readonly validFrom: string | null
  readonly validTo: string | null
}

/**
 * One condition, exception, sum or aggregate. `status` says what it does for the conclusion: an exception that does not hold
 * is a `yes`. Steps that are only assumed come first, then those not known, then the others in the author's order.
 */
export type Step =
  | FactStep
  | TodayStep
  | ConclusionStep
  | AbsenceStep
  | MissingStep
  | CalculationStep
  | ComparisonStep
  | SumStep
  | AggregateStep
  | FailingStep
  | ProblemStep

export type StepStatus = 'yes' | 'unknown' | 'no'

export type FactStep = {
  readonly kind: 'fact'
  readonly status: StepStatus
  readonly statement: Statement
  readonly facts: readonly string[]
  /** Older values that it has replaced. */
  readonly superseded: readonly string[]
}

export type TodayStep = { readonly kind: 'today'; readonly status: StepStatus; readonly statement: Statement }

export type ConclusionStep = { readonly kind: 'conclusion'; readonly status: StepStatus; readonly proof: Proof }

/**
 * Something that must not be so: a negated condition or an exception. `assumed-absent`: nothing recorded says so.
 * `recorded-no`: recorded as no, or with another value (`instead`). `not-concluded`: no rule concludes it; the proof says why
 * not. `against`: it is or may be so, with proofs.
 */
export type AbsenceStep =
  | Absence<'assumed-absent'>
  | Absence<'recorded-no'>
  | Absence<'not-concluded'>
  | Absence<'against'>

type Absence<Kind extends string> = {
  readonly kind: Kind
  readonly status: StepStatus
  readonly exception: boolean
  readonly statement: Statement
  readonly facts: readonly string[]
  readonly instead: Statement | null
  readonly proofs: readonly Proof[]
}

/** An input that nobody recorded; `negated`: it must not be so. */
export type MissingStep = {
  readonly kind: 'missing'
  readonly status: StepStatus
  readonly negated: boolean
  readonly exception: boolean
  readonly input: MissingInput
}

/** Days, YYYY-MM-DD and inclusive, that do not count as business days; `name`: "weekend", or the holidays. */
export type SkippedDays = { readonly from: string; readonly to: string; readonly name: string }

export type CalculationStep = {
  readonly kind: 'calculation'
  readonly status: StepStatus
  readonly text: string
  /** The calculation with the values in place of its variables. */
  readonly filled: string
  /** Where business days are counted. */
  readonly skipped: readonly SkippedDays[]
  readonly value: ShownValue
}

export type ComparisonStep = {
  readonly kind: 'comparison'
  readonly status: StepStatus
  readonly exception: boolean
  readonly text: string
  /** The same with the values in place of its variables. */
  readonly filled: string
  readonly operator: '>=' | '<=' | '>' | '<' | '=' | '!='
  readonly left: ShownValue
  readonly right: ShownValue
}

export type SumStep = {
  readonly kind: 'sum'
  readonly status: StepStatus
  readonly value: ShownValue
  readonly parts: readonly SumPart[]
}

/** One part of a sum of points, also if it adds nothing. */
export type SumPart = {
  readonly say: string
  /** Parts of the same item exclude each other: 9 to 11 breaths, or 21 to 24. Counts from 0. */
  readonly item: number
  /** One of the parts of its item holds whatever is not known. */
  readonly coversAll: boolean
  readonly add: string
  readonly status: StepStatus
  /** Why it counts, may count, or does not. */
  readonly steps: readonly Step[]
  /** The rule's own conditions whose values it compares: the pulse of which it is asked whether it is above 130. */
  readonly compares: readonly Step[]
}

export type AggregateStep = {
  readonly kind: 'aggregate'
  readonly status: StepStatus
  readonly function: 'count' | 'minimum' | 'maximum' | 'total'
  readonly value: ShownValue
  /** What it is made of: each value with what it rests on. */
  readonly of: readonly { readonly status: StepStatus; readonly value: ShownValue; readonly steps: readonly Step[] }[]
  /** Where it is made of nothing: what is not recorded, and taken as not so for that. */
  readonly without: readonly Step[]
  /** Left out to keep the proof short. */
  readonly more: number
}

/** A condition that nothing meets, in a proof of why not; the proof of its own "no" where it is a conclusion. */
export type FailingStep = {
  readonly kind: 'fails'
  readonly status: 'no'
  readonly text: string
  readonly statement: Statement | null
  readonly proof: Proof | null
}

export type ProblemStep = {
  readonly kind: 'problem'
  readonly status: 'unknown'
  readonly text: string
  /** The same with the values in place of its variables. */
  readonly filled: string
  readonly problem: string
}
