import { unitNamed } from '../units/unit.ts'
import { parseExpression } from './parse-expression.ts'
import { type ComparisonOperator, type ConditionNode, type Node, ReadError } from './syntax.ts'
import { createTokenReader, said, type TokenReader } from './tokens.ts'

const OPERATORS: ReadonlySet<string> = new Set<ComparisonOperator>(['>=', '<=', '>', '<', '=', '!='])

/** How others write it, and how it is written here. */
const MISTAKEN = new Map([
  ['==', 'Write = for "is equal to".'],
  ['=>', 'Write >= for "at least".'],
  ['=<', 'Write <= for "at most".'],
  ['≥', 'Write >= for "at least".'],
  ['≤', 'Write <= for "at most".'],
  ['≠', 'Write != for "differs from".'],
  ['<>', 'Write != for "differs from".'],
  ['&&', 'Write each condition as an entry of its own: all of them must hold.'],
  ['and', 'Write each condition as an entry of its own: all of them must hold.'],
  ['||', 'Write a second rule with the same conclusion: one of them is enough.'],
  ['or', 'Write a second rule with the same conclusion: one of them is enough.'],
  ['.', 'Only relations and functions of the closed list exist here; no code runs.'],
  [';', 'One entry holds one condition.'],
])

/** Reads one condition: `has(?p, af)`, `not has(?p, ?_)`, `?a >= 75 years`, `?d := add_years(?f, 3)`. Throws `ReadError`. */
export function readCondition(text: string): ConditionNode {
  const reader = createTokenReader(text, (unit) => unitNamed(unit) !== null)
  if (reader.peek().kind === 'end')
    throw new ReadError('This condition is empty.', 'Write a condition or take it out.', 0)
  const negated = reader.peek().kind === 'word' && reader.peek().text === 'not' && reader.peek(1).text !== '('
  if (negated) reader.next()
  const left = parseExpression(reader)
  const condition = negated ? atomOf(left, true) : restOf(left, reader)
  refuseMistaken(reader)
  reader.expectEnd('One entry holds one condition.')
  return condition
}

function restOf(left: Node, reader: TokenReader): ConditionNode {
  const operator = reader.peek()
  if (operator.kind === 'symbol' && operator.text === ':=') {
    reader.next()
    if (left.kind !== 'variable')
      throw new ReadError('Only a variable can be given a value.', 'Write ?name := …', left.offset)
    const variable = { text: left.name, offset: left.offset, end: left.end }
    return { kind: 'assignment', variable, expression: parseExpression(reader) }
  }
  if (operator.kind === 'symbol' && OPERATORS.has(operator.text)) {
    reader.next()
    const right = parseExpression(reader)
    const another = reader.peek()
    if (another.kind === 'symbol' && OPERATORS.has(another.text))
      throw new ReadError(
        'Two comparisons in one.',
        'Write two conditions: ?a >= 65 years, ?a < 75 years.',
        another.offset,
      )
    const at = { offset: operator.offset, end: operator.end }
    return { kind: 'comparison', operator: operator.text as ComparisonOperator, left, right, at }
  }
  refuseMistaken(reader)
  return atomOf(left, false)
}

function atomOf(node: Node, negated: boolean): ConditionNode {
  if (node.kind !== 'call' || !/^[\p{L}_]/u.test(node.called.text) || node.called.text === 'neg')
    throw new ReadError(
      'This is a value and no condition.',
      'Write a relation, has(?p, af), or a comparison, ?a >= 75 years.',
      node.offset,
    )
  return { kind: 'atom', negated, relation: node.called, args: node.args }
}

function refuseMistaken(reader: TokenReader): void {
  const token = reader.peek()
  const fix = token.kind === 'symbol' || token.kind === 'word' ? MISTAKEN.get(token.text) : undefined
  if (fix !== undefined) throw new ReadError(`${said(token)} is not written here.`, fix, token.offset)
}
