import { message } from '../../../wording/message.ts'
import { readCondition } from '../../language/read-condition.ts'
import { type ConditionNode, type Node, ReadError } from '../../language/syntax.ts'
import type { Aggregate, Rule, SourcePlace } from '../../program/rule.ts'
import type { Decimal } from '../../values/decimal.ts'
import type { Report } from './problem.ts'
import type { TextTree, Tree } from './yaml-tree.ts'

/** A rule as its author wrote it: read, and nothing in it looked up yet. */
export type RuleSource = {
  readonly id: TextTree
  readonly meta: Pick<
    Rule,
    | 'title'
    | 'source'
    | 'sourceRead'
    | 'isDefinition'
    | 'status'
    | 'validFrom'
    | 'validTo'
    | 'jurisdiction'
    | 'pack'
    | 'place'
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

/** The text as a condition; null, and reported, if it is none. */
function readRuleCondition(tree: TextTree, report: Report): ConditionSource | null {
  return attempt(tree, report, () => ({ node: readCondition(tree.text), tree }))
}

export function readConclusion(tree: TextTree | null, report: Report): ConditionSource<AtomNode> | null {
  const condition = tree && readRuleCondition(tree, report)
  if (!condition) return null
  const { node } = condition
  if (node.kind === 'atom' && !node.negated) return { node, tree: condition.tree }
  report(condition.tree.place, {
    code: 'SYNTAX',
    message: message('gate.rules.onlyRelation'),
    fix: message('gate.rules.thenAndUnless'),
  })
  return null
}

export function readConditions(trees: readonly TextTree[], report: Report): readonly ConditionSource[] {
  const conditions = trees.flatMap((tree) => readRuleCondition(tree, report) ?? [])
  const seen = new Set<string>()
  for (const { tree } of conditions) {
    const text = tree.text.replaceAll(/\s+/gu, '')
    if (seen.has(text))
      report(tree.place, {
        code: 'DUPLICATE',
        message: message('gate.rules.conditionTwice'),
        fix: message('gate.rules.keepOrCorrect'),
      })
    seen.add(text)
  }
  return conditions
}

export function readVariable(tree: TextTree | null, report: Report): VariableSource | null {
  if (!tree) return null
  const name = /^\?([\p{L}_][\p{L}\p{M}\p{N}_]*)$/u.exec(tree.text)?.[1]?.normalize('NFC')
  if (name !== undefined && name !== '_') return { name, place: tree.place }
  report(tree.place, {
    code: 'SYNTAX',
    message: message('gate.rules.noVariable', { text: tree.text }),
    fix: message('gate.rules.variableExample'),
  })
  return null
}

/** Turns the error of a reader into a problem at its place. */
export function attempt<T>(tree: TextTree, report: Report, read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    report(tree.placeAt(error.offset), { code: 'SYNTAX', message: error.said, fix: error.fix })
    return null
  }
}

type VariableUse = { readonly name: string; readonly offset: number }

/** Every use of a variable, from left to right. */
export function variablesOf(nodes: readonly Node[]): readonly VariableUse[] {
  const found: VariableUse[] = []
  const waiting = nodes.toReversed()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind === 'variable') found.push({ name: node.name, offset: node.offset })
    else if (node.kind === 'call') waiting.push(...node.args.toReversed())
    else if (node.kind === 'in' || node.kind === 'as') waiting.push(node.inner)
  }
  return found
}

/** Those of a condition; of an assignment only what it is calculated from. */
export function variablesOfCondition(node: ConditionNode): readonly VariableUse[] {
  if (node.kind === 'atom') return variablesOf(node.args)
  return variablesOf(node.kind === 'comparison' ? [node.left, node.right] : [node.expression])
}
