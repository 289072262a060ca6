import type { ConditionNode, Node } from '../language/syntax.ts'

export type VariableUse = { readonly name: string; readonly offset: number }

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
