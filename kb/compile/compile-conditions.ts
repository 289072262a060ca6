import type { Node } from '../language/syntax.ts'
import type { Condition } from '../program/rule.ts'
import { compileAtom } from './compile-atom.ts'
import { compileComparison } from './compile-comparison.ts'
import type { Report } from './report.ts'
import type { ConditionSource } from './rule-source.ts'
import { typeExpression } from './type-expression.ts'
import type { Typing } from './typing.ts'
import type { Words } from './value-type.ts'
import type { VariableTypes } from './variable-types.ts'
import { variablesOf } from './variables-of.ts'

/**
 * Conditions that hold together, in the author's order; fewer when something was reported. Relations say what their
 * variables are, then calculations, as soon as their own variables are known, and comparisons last.
 */
export function compileConditions(
  sources: readonly ConditionSource[],
  words: Words,
  types: VariableTypes,
  report: Report,
): readonly Condition[] {
  const compiled = new Map<ConditionSource, Condition>()
  const typingOf = ({ tree }: ConditionSource): Typing => ({
    types,
    vocabulary: words.vocabulary,
    placeAt: tree.placeAt,
    report,
  })
  const keep = (source: ConditionSource, condition: Condition | null): void => {
    if (condition) compiled.set(source, condition)
  }
  for (const source of sources) if (source.node.kind === 'atom') keep(source, atom(source, words, typingOf(source)))
  compileAssignments(sources, types, (source) => keep(source, assignment(source, typingOf(source))))
  for (const source of sources)
    if (source.node.kind === 'comparison') keep(source, compileComparison(source.node, source.tree, typingOf(source)))
  return sources.flatMap((source) => compiled.get(source) ?? [])
}

function atom({ node, tree }: ConditionSource, words: Words, typing: Typing): Condition | null {
  if (node.kind !== 'atom') return null
  const found = compileAtom(node, words, typing)
  return found && { kind: 'atom', negated: node.negated, ...found, text: tree.text, place: tree.place }
}

/** Each when the types of all its variables are known, whatever the order in which they were written. */
function compileAssignments(
  sources: readonly ConditionSource[],
  types: VariableTypes,
  compile: (source: ConditionSource) => void,
): void {
  let waiting = sources.filter(({ node }) => node.kind === 'assignment')
  for (;;) {
    const ready = waiting.filter(({ node }) => variablesOf(expressionOf(node)).every(({ name }) => types.of(name)))
    if (ready.length === 0) return
    for (const source of ready) compile(source)
    waiting = waiting.filter((source) => !ready.includes(source))
  }
}

function expressionOf(node: ConditionSource['node']): readonly Node[] {
  return node.kind === 'assignment' ? [node.expression] : []
}

function assignment({ node, tree }: ConditionSource, typing: Typing): Condition | null {
  if (node.kind !== 'assignment') return null
  const typed = typeExpression(node.expression, typing)
  if (!typed) return null
  const place = tree.placeAt(node.variable.offset)
  if (typed.type.kind === 'name' && typed.type.type === null) {
    typing.report(tree.placeAt(node.expression.offset), {
      code: 'TYPE',
      message: 'A name alone says nothing of its type.',
      fix: 'Write the name where it is used.',
    })
    return null
  }
  typing.types.note(node.variable.text, typed.type, place)
  const variable = node.variable.text
  return { kind: 'assignment', variable, expression: typed.expression, text: tree.text, place: tree.place }
}
