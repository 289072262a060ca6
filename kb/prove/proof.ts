/**
 * Why a conclusion holds, may hold or does not, as data that JSON can carry. Every value stands there as it is read and as
 * what it is; nothing in it needs to be computed again.
 */
export type Proof = {
  readonly conclusion: Statement
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
  /** It has been shown in full before, further up or to the left; its grounds are left out here. */
  readonly repeated: boolean
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
  /** Someone was asked and did not know. */
  readonly asked: boolean
}

export type Ground =
  | { readonly kind: 'recorded'; readonly facts: readonly string[]; readonly superseded: readonly string[] }
  | { readonly kind: 'not-known'; readonly facts: readonly string[] }
  | { readonly kind: 'missing'; readonly input: MissingInput }
  | { readonly kind: 'today' }
  | RuleGround

export type RuleGround = {
  readonly kind: 'rule'
  readonly rule: ShownRule
  /** The conclusion in the rule's own words. */
  readonly text: string
  readonly status: 'yes' | 'unknown' | 'no'
  readonly steps: readonly Step[]
}

export type ShownRule = {
  readonly id: string
  readonly title: string
  readonly pack: string
  readonly source: string | null
  readonly sourceRead: boolean
  /** As YYYY-MM-DD; null: open. */
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** `status` is that of the condition, or for an exception of its not holding. */
export type Step =
  /** Recorded; `superseded` are older values that it has replaced. */
  | {
      readonly kind: 'fact'
      readonly status: 'yes' | 'unknown'
      readonly statement: Statement
      readonly facts: readonly string[]
      readonly superseded: readonly string[]
    }
  | { readonly kind: 'today'; readonly status: 'yes'; readonly statement: Statement }
  | { readonly kind: 'conclusion'; readonly status: 'yes' | 'unknown'; readonly proof: Proof }
  /** Nothing recorded says so. */
  | {
      readonly kind: 'assumed-absent'
      readonly status: 'yes'
      readonly statement: Statement
      readonly exception: boolean
    }
  | {
      readonly kind: 'recorded-no'
      readonly status: 'yes'
      readonly statement: Statement
      readonly facts: readonly string[]
      readonly exception: boolean
    }
  /** Not so, since no rule concludes it: why not. */
  | {
      readonly kind: 'not-concluded'
      readonly status: 'yes'
      readonly statement: Statement
      readonly exception: boolean
    }
  | { readonly kind: 'missing'; readonly status: 'unknown'; readonly input: MissingInput; readonly negated: boolean }
  /** A negated condition or exception that may hold, or holds: with the proofs of what speaks for it. */
  | {
      readonly kind: 'against'
      readonly status: 'unknown' | 'no'
      readonly statement: Statement
      readonly exception: boolean
      readonly proofs: readonly Proof[]
    }
  | {
      readonly kind: 'calculation'
      readonly status: 'yes' | 'unknown'
      readonly text: string
      readonly value: ShownValue
    }
  | {
      readonly kind: 'comparison'
      readonly status: 'yes' | 'unknown' | 'no'
      readonly text: string
      readonly left: ShownValue
      readonly right: ShownValue
      readonly exception: boolean
    }
  | {
      readonly kind: 'sum'
      readonly status: 'yes' | 'unknown'
      readonly value: ShownValue
      readonly parts: readonly SumPart[]
    }
  | {
      readonly kind: 'aggregate'
      readonly status: 'yes' | 'unknown'
      readonly function: 'count' | 'minimum' | 'maximum' | 'total'
      readonly value: ShownValue
      /** What it is made of: each value with what it rests on. */
      readonly of: readonly {
        readonly status: 'yes' | 'unknown'
        readonly value: ShownValue
        readonly steps: readonly Step[]
      }[]
      readonly more: number
    }
  /** A condition that no row meets, in a proof of why not. */
  | { readonly kind: 'fails'; readonly status: 'no'; readonly text: string; readonly statement: Statement | null }
  | { readonly kind: 'problem'; readonly status: 'unknown'; readonly text: string; readonly problem: string }

/** One part of a sum of points, also if it adds nothing. */
export type SumPart = {
  readonly say: string
  readonly add: string
  readonly status: 'yes' | 'unknown' | 'no'
  /** Why it counts, may count, or does not. */
  readonly steps: readonly Step[]
}
