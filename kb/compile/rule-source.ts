import type { ConditionNode } from '../language/syntax.ts'
import type { Aggregate, Rule, SourcePlace } from '../program/rule.ts'
import type { Decimal } from '../values/decimal.ts'
import type { TextTree, Tree } from './yaml-tree.ts'

/** A rule as its author wrote it: read, and nothing in it looked up yet. */
export type RuleSource = {
  readonly id: TextTree
  readonly meta: Pick<
    Rule,
    'title' | 'source' | 'sourceRead' | 'status' | 'validFrom' | 'validTo' | 'jurisdiction' | 'pack' | 'place'
  >
  readonly conclusion: ConditionSource<AtomNode>
  readonly conditions: readonly ConditionSource[]
  readonly exceptions: readonly ConditionSource[]
  readonly sum: SumSource | null
  readonly aggregates: readonly AggregateSource[]
  readonly say: TextTree | null
  readonly examples: readonly Tree[]
  /** False when a condition could not be read: then nobody knows which variables it has. */
  readonly isWhole: boolean
}

export type AtomNode = ConditionNode & { readonly kind: 'atom' }

export type ConditionSource<N extends ConditionNode = ConditionNode> = {
  readonly node: N
  readonly tree: TextTree
}

export type VariableSource = { readonly name: string; readonly place: SourcePlace }

export type PartSource = {
  readonly add: Decimal
  readonly say: string
  readonly when: readonly ConditionSource[]
  readonly place: SourcePlace
}

export type SumSource = {
  readonly into: VariableSource
  readonly items: readonly { readonly oneOf: readonly PartSource[] }[]
}

export type AggregateSource = {
  readonly kind: Aggregate['kind']
  readonly into: VariableSource
  readonly value: VariableSource
  readonly of: readonly ConditionSource[]
}
