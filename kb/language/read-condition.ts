import { message } from '../../wording/message.ts'
import { unitNamed } from '../units/unit.ts'
import { parseExpression } from './parse-expression.ts'
import { type ComparisonOperator, type ConditionNode, type Node, ReadError } from './syntax.ts'
import { createTokenReader, said, type TokenReader } from './tokens.ts'

const OPERATORS: ReadonlySet<string> = new Set<ComparisonOperator>(['>=', '<=', '>', '<', '=', '!='])

/** How others write it, and how it is written here. */
const MISTAKEN = new Map([
  ['==', message('gate.syntax.equal')],
  ['=>', message('gate.syntax.atLeast')],
  ['=<', message('gate.syntax.atMost', { code: '<=' })],
  ['≥', message('gate.syntax.atLeast')],
  ['≤', message('gate.syntax.atMost', { code: '<=' })],
  ['≠', message('gate.syntax.differs', { code: '!=' })],
  ['<>', message('gate.syntax.differs', { code: '!=' })],
  ['&&', message('gate.syntax.and')],
  ['and', message('gate.syntax.and')],
  ['||', message('gate.syntax.or')],
  ['or', message('gate.syntax.or')],
  ['.', message('gate.syntax.noCode')],
  [';', message('gate.syntax.oneCondition')],
])

/** Reads one condition: `has(?p, af)`, `not has(?p, ?_)`, `?a >= 75 years`, `?d := add_years(?f, 3)`. Throws `ReadError`. */
export function readCondition(text: string): ConditionNode {
  const reader = createTokenReader(text, (unit) => unitNamed(unit) !== null)
  if (reader.peek().kind === 'end')
    throw new ReadError(message('gate.syntax.emptyCondition'), message('gate.syntax.conditionOrOut'), 0)
  const negated = reader.peek().kind === 'word' && reader.peek().text === 'not' && reader.peek(1).text !== '('
  if (negated) reader.next()
  const left = parseExpression(reader)
  const condition = negated ? atomOf(left, true) : restOf(left, reader)
  refuseMistaken(reader)
  reader.expectEnd(message('gate.syntax.oneCondition'))
  return condition
}

function restOf(left: Node, reader: TokenReader): ConditionNode {
  const operator = reader.peek()
  if (operator.kind === 'symbol' && operator.text === ':=') {
    reader.next()
    if (left.kind !== 'variable')
      throw new ReadError(
        message('gate.syntax.onlyVariable'),
        message('gate.syntax.assign', { code: '?name := …' }),
        left.offset,
      )
    const variable = { text: left.name, offset: left.offset, end: left.end }
    return { kind: 'assignment', variable, expression: parseExpression(reader) }
  }
  if (operator.kind === 'symbol' && OPERATORS.has(operator.text)) {
    reader.next()
    const right = parseExpression(reader)
    const another = reader.peek()
    if (another.kind === 'symbol' && OPERATORS.has(another.text))
      throw new ReadError(
        message('gate.syntax.twoComparisons'),
        message('gate.syntax.twoConditions', { one: '?a >= 65 years', other: '?a < 75 years' }),
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
    throw new ReadError(message('gate.syntax.noCondition'), message('gate.syntax.relationOrComparison'), node.offset)
  return { kind: 'atom', negated, relation: node.called, args: node.args }
}

function refuseMistaken(reader: TokenReader): void {
  const token = reader.peek()
  const fix = token.kind === 'symbol' || token.kind === 'word' ? MISTAKEN.get(token.text) : undefined
  if (fix !== undefined)
    throw new ReadError(message('gate.syntax.notWritten', { found: said(token) }), fix, token.offset)
}
