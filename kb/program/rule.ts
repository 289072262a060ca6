import type { Decimal } from '../values/decimal.ts'
import type { Value } from '../values/value.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Where something stands in a pack, for messages; lines and columns count from 1. */
export type SourcePlace = { readonly file: string; readonly line: number; readonly column: number }

type Variable = { readonly kind: 'variable'; readonly name: string }

/** `?_`: any value at all. */
type Anything = { readonly kind: 'anything' }
type Constant = { readonly kind: 'constant'; readonly value: Value }
export type Term = Variable | Anything | Constant

export type Expression =
  | Variable
  | Constant
  | { readonly kind: 'call'; readonly function: FunctionName; readonly arguments: readonly Expression[] }
  /** Working days by this calendar of the vocabulary; only as an argument of a function that wants one. */
  | { readonly kind: 'calendar'; readonly name: string }

export type Atom = { readonly relation: string; readonly terms: readonly Term[] }

/** `text` is what the author wrote. */
type Written = { readonly text: string; readonly place: SourcePlace }

export type Condition =
  | ({ readonly kind: 'atom'; readonly negated: boolean } & Atom & Written)
  | ({
      readonly kind: 'comparison'
      readonly operator: '>=' | '<=' | '>' | '<' | '=' | '!='
      readonly left: Expression
      readonly right: Expression
    } & Written)
  | ({ readonly kind: 'assignment'; readonly variable: string; readonly expression: Expression } & Written)

/** Points that count when all of `when` holds. */
export type Part = { readonly add: Decimal; readonly say: string; readonly when: readonly Condition[] }

/** A sum of points. Of the parts of one item at most one can hold (age 65 to 74, age 75 or over), so a range counts one. */
export type Sum = { readonly into: string; readonly items: readonly { readonly oneOf: readonly Part[] }[] }

/**
 * How many, the least, the greatest or the total over all ways in which `of` holds. `count` counts the distinct `value`s;
 * `total` adds `value` over the distinct bindings of the variables of `of`. Nothing found: count and total are 0, minimum and maximum do not exist.
 */
export type Aggregate = {
  readonly kind: 'count' | 'minimum' | 'maximum' | 'total'
  readonly into: string
  readonly value: string
  readonly of: readonly Condition[]
}

export type Rule = {
  readonly id: string
  readonly title: string
  readonly pack: string
  /** The author's order over the whole program: proofs are shown in it. */
  readonly order: number
  readonly then: Atom
  /** All of them must hold. */
  readonly conditions: readonly Condition[]
  /** None of them may hold. A variable that stands only here is `?_` or named; it means "for any". */
  readonly exceptions: readonly Condition[]
  readonly sum: Sum | null
  readonly aggregates: readonly Aggregate[]
  /** The sentence with `{variable}`s; null: that of the relation. */
  readonly say: string | null
  readonly source: string | null
  /** Has a person read the source and found the rule in it? */
  readonly sourceRead: boolean
  /** Its source says no more than that it defines a word, such as completed years: there is nothing to be read. */
  readonly isDefinition: boolean
  readonly status: 'draft' | 'tested' | 'approved' | 'retired'
  /** Days since 1970-01-01, both counted; null: open. */
  readonly validFrom: number | null
  readonly validTo: number | null
  /** Where it is in force; null: everywhere. */
  readonly jurisdiction: string | null
  readonly place: SourcePlace
}

/** The closed list. Nothing else is ever called, and no code of the host. */
export const FUNCTION_NAMES = [
  '+',
  '-',
  '*',
  '/',
  'neg',
  'min',
  'max',
  'round',
  'ln',
  'exp',
  'pow',
  'sqrt',
  'years_between',
  'months_between',
  'days_between',
  'add_days',
  'add_months',
  'add_years',
  'end_of_month',
  'end_of_year',
  'business_days_after',
  'business_days_between',
  'next_business_day',
  'previous_business_day',
] as const

export type FunctionName = (typeof FUNCTION_NAMES)[number]

/** Packs that have passed the gate, ready to be asked. Made by `compilePacks` only. */
export type Program = {
  readonly vocabulary: Vocabulary
  readonly rules: readonly Rule[]
  /** By the relation of their conclusion, in the author's order. */
  readonly rulesFor: ReadonlyMap<string, readonly Rule[]>
  /** Relations that depend on themselves: each with all relations of its group, itself among them. Others are absent. */
  readonly recursive: ReadonlyMap<string, ReadonlySet<string>>
}
