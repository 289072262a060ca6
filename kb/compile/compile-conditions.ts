import { message } from '../../wording/message.ts'
import type { Argument } from '../language/statement.ts'
import type { ConditionNode, Node } from '../language/syntax.ts'
import type { Atom, Condition, Expression, Term } from '../program/rule.ts'
import type { Place } from '../program/vocabulary.ts'
import { matchLead } from './match-units.ts'
import type { Report } from './read/problem.ts'
import { relationNamed } from './relation-named.ts'
import { type AtomNode, type ConditionSource, variablesOf } from './read/rule-source.ts'
import { typeExpression } from './type-expression.ts'
import { refuse, type Typed, type Typing } from './typing.ts'
import { valueInPlace } from './value-in-place.ts'
import { sayType, typeOfPlace, type VariableTypes, type Words } from './value-type.ts'
import type { TextTree } from './read/yaml-tree.ts'

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
      message: message('gate.conditions.nameAlone'),
      fix: message('gate.conditions.nameThere'),
    })
    return null
  }
  typing.types.note(node.variable.text, typed.type, place)
  const variable = node.variable.text
  return { kind: 'assignment', variable, expression: typed.expression, text: tree.text, place: tree.place }
}

const DECLARE = message('gate.conditions.declare')

/** Looks up the relation and its values and notes the types of its variables. Null when something was reported. */
export function compileAtom({ relation, args }: AtomNode, words: Words, typing: Typing): Atom | null {
  const found = relationNamed(relation.text, args.length, words.vocabulary, DECLARE, words.everywhere)
  if ('problem' in found) return refuse(relation, typing, found.problem)
  const { places } = found.relation
  const terms = args.map((arg, index) => compileTerm(arg, places[index] as Place, typing))
  return terms.every((term) => term !== null) ? { relation: relation.text, terms } : null
}

function compileTerm(node: Node, place: Place, typing: Typing): Term | null {
  switch (node.kind) {
    case 'anything':
      return { kind: 'anything' }
    case 'variable':
      typing.types.note(node.name, typeOfPlace(place), typing.placeAt(node.offset))
      return { kind: 'variable', name: node.name }
    case 'number':
    case 'date':
    case 'name': {
      const result = valueInPlace(argumentOf(node), place, typing.vocabulary)
      if ('problem' in result) return refuse(node, typing, result.problem)
      return { kind: 'constant', value: result.value }
    }
    case 'call':
    case 'in':
    case 'as':
      return refuse(node, typing, {
        code: 'SYNTAX',
        message: message('gate.conditions.calculationInside'),
        fix: message('gate.conditions.calculateApart', { code: '?x := …' }),
      })
  }
}

function argumentOf(node: Node & { readonly kind: 'number' | 'date' | 'name' }): Argument {
  if (node.kind === 'name') return { kind: 'name', name: node.name }
  if (node.kind === 'date') return { kind: 'date', low: node.text, high: node.text }
  return { kind: 'number', low: node.text, high: node.text, unit: node.unit?.text ?? null }
}

type ComparisonNode = ConditionNode & { readonly kind: 'comparison' }

/** Both sides of one type, the right one in the unit of the left. Null when something was reported. */
function compileComparison(node: ComparisonNode, tree: TextTree, typing: Typing): Condition | null {
  if (isPointless(node, tree))
    return refuse(node.at, typing, {
      code: 'WRONG_SHAPE',
      message: message('gate.conditions.constant'),
      fix: message('gate.conditions.compareVariable'),
    })
  const [left, right] = [typeExpression(node.left, typing), typeExpression(node.right, typing)]
  if (!left || !right) return null
  if (left.type.kind !== right.type.kind)
    return refuse(node.at, typing, {
      code: 'TYPE',
      message: message('gate.conditions.compared', { left: sayType(left.type), right: sayType(right.type) }),
      fix: message('gate.conditions.compareAlike'),
    })
  if (left.type.kind === 'name' && node.operator !== '=' && node.operator !== '!=')
    return refuse(node.at, typing, {
      code: 'TYPE',
      message: message('gate.conditions.noOrder', { operator: node.operator }),
      fix: message('gate.conditions.equalOrNot', { one: '=', other: '!=' }),
    })
  const sides = left.type.kind === 'name' ? matchNames(left, right, typing) : matchNumbers(left, right, typing)
  if (!sides) return null
  return { kind: 'comparison', operator: node.operator, ...sides, text: tree.text, place: tree.place }
}

type Sides = { readonly left: Expression; readonly right: Expression }

function isPointless({ left, right }: ComparisonNode, { text }: TextTree): boolean {
  const side = (span: { readonly offset: number; readonly end: number }) =>
    text.slice(span.offset, span.end).replaceAll(/\s+/g, '')
  return variablesOf([left, right]).length === 0 || side(left) === side(right)
}

function matchNumbers(left: Typed, right: Typed, typing: Typing): Sides | null {
  if (left.type.kind !== 'number') return { left: left.expression, right: right.expression }
  const matched = matchLead(right, left, left.type, typing)
  return matched && { left: left.expression, right: matched }
}

/** A name that was written out must be one of the type of the other side. */
function matchNames(left: Typed, right: Typed, typing: Typing): Sides | null {
  const [known, other] = left.type.kind === 'name' && left.type.type !== null ? [left, right] : [right, left]
  if (known.type.kind !== 'name' || known.type.type === null || other.type.kind !== 'name')
    return { left: left.expression, right: right.expression }
  if (other.type.type !== null && other.type.type !== known.type.type)
    return refuse(other.node, typing, {
      code: 'TYPE',
      message: message('gate.conditions.neverSame', { one: sayType(other.type), other: sayType(known.type) }),
      fix: message('gate.conditions.oneType'),
    })
  if (other.node.kind === 'name') {
    const result = valueInPlace(
      { kind: 'name', name: other.node.name },
      { kind: 'name', type: known.type.type },
      typing.vocabulary,
    )
    if ('problem' in result) return refuse(other.node, typing, result.problem)
  }
  return { left: left.expression, right: right.expression }
}
