import type { ConditionNode } from '../language/syntax.ts'
import type { Condition, Expression } from '../program/rule.ts'
import { matchLead } from './match-units.ts'
import { typeExpression } from './type-expression.ts'
import { refuse, type Typed, type Typing } from './typing.ts'
import { valueInPlace } from './value-in-place.ts'
import { sayType } from './value-type.ts'
import { variablesOf } from './variables-of.ts'
import type { TextTree } from './yaml-tree.ts'

type ComparisonNode = ConditionNode & { readonly kind: 'comparison' }

/** Both sides of one type, the right one in the unit of the left. Null when something was reported. */
export function compileComparison(node: ComparisonNode, tree: TextTree, typing: Typing): Condition | null {
  if (isPointless(node, tree))
    return refuse(node.at, typing, {
      code: 'WRONG_SHAPE',
      message: 'This is always so, or never: it compares nothing that differs from case to case.',
      fix: 'Compare a variable with something else.',
    })
  const [left, right] = [typeExpression(node.left, typing), typeExpression(node.right, typing)]
  if (!left || !right) return null
  if (left.type.kind !== right.type.kind)
    return refuse(node.at, typing, {
      code: 'TYPE',
      message: `${sayType(left.type)} is compared with ${sayType(right.type)}.`.replace(/^a/, 'A'),
      fix: 'Compare numbers with numbers, dates with dates and names with names.',
    })
  if (left.type.kind === 'name' && node.operator !== '=' && node.operator !== '!=')
    return refuse(node.at, typing, {
      code: 'TYPE',
      message: `Names have no order, so "${node.operator}" says nothing of them.`,
      fix: 'Write = or !=.',
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
      message: `This is ${sayType(other.type)}, and the other ${sayType(known.type)}: they are never the same.`,
      fix: 'Compare names of one type.',
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
