import { type Node, ReadError } from './syntax.ts'
import { said, type TokenReader } from './tokens.ts'

/** Deeper is no rule that a person can check. Keeps the recursion far from the end of the stack. */
const DEEPEST = 40

const BINDING = new Map([
  ['+', 1],
  ['-', 1],
  ['*', 2],
  ['/', 2],
])

/** A value: literals, variables, calls, `+ - * /`, and the units after them. A Pratt parser. */
export function parseExpression(reader: TokenReader, least = 0, depth = 0): Node {
  if (depth > DEEPEST)
    throw new ReadError(
      `This is nested more than ${DEEPEST} deep.`,
      'Give a part of it a name in a condition of its own: ?part := …',
      reader.peek().offset,
    )
  let left = withUnit(parsePrimary(reader, depth), reader)
  for (;;) {
    const { text, kind, offset, end } = reader.peek()
    const binding = kind === 'symbol' ? BINDING.get(text) : undefined
    if (binding === undefined || binding <= least) return left
    reader.next()
    const right = parseExpression(reader, binding, depth + 1)
    left = { kind: 'call', called: { text, offset, end }, args: [left, right], offset: left.offset, end: right.end }
  }
}

function parsePrimary(reader: TokenReader, depth: number): Node {
  const token = reader.next()
  const { offset, end, text } = token
  switch (token.kind) {
    case 'variable':
      return { kind: 'variable', name: text, offset, end }
    case 'anything':
      return { kind: 'anything', offset, end }
    case 'date':
      return { kind: 'date', text, offset, end }
    case 'quoted':
      return { kind: 'name', name: text, quoted: true, offset, end }
    case 'number':
      return numberNode(text, { offset, end }, reader)
    case 'word':
      if (reader.peek().kind === 'symbol' && reader.peek().text === '(') {
        const { args, end: last } = parseArguments(reader, depth)
        return { kind: 'call', called: { text, offset, end }, args, offset, end: last }
      }
      return { kind: 'name', name: text, quoted: false, offset, end }
    default:
      return parseBracket(reader, depth, token)
  }
}

function parseBracket(reader: TokenReader, depth: number, token: ReturnType<TokenReader['next']>): Node {
  const { offset, end, text } = token
  if (text === '(') {
    const inner = parseExpression(reader, 0, depth + 1)
    const close = reader.expect(')', 'Close the bracket.')
    return { ...inner, offset, end: close.end }
  }
  if (text === '-') {
    if (depth > DEEPEST) throw new ReadError('Too many signs.', 'Write one "-" at most.', offset)
    const next = reader.peek()
    if (next.kind === 'number') {
      reader.next()
      return numberNode(`-${next.text}`, { offset, end: next.end }, reader)
    }
    const inner = withUnit(parsePrimary(reader, depth + 1), reader)
    return { kind: 'call', called: { text: 'neg', offset, end }, args: [inner], offset, end: inner.end }
  }
  throw new ReadError(
    `Expected a value here, not ${said(token)}.`,
    'A value is a ?variable, a number with its unit, a day, a name or a function of them.',
    offset,
  )
}

function numberNode(text: string, span: { readonly offset: number; readonly end: number }, reader: TokenReader): Node {
  const unit = reader.unit()
  return { kind: 'number', text, unit, offset: span.offset, end: unit?.end ?? span.end }
}

/** `in` and `as` bind tighter than any operator. */
function withUnit(node: Node, reader: TokenReader): Node {
  const token = reader.peek()
  if (token.kind !== 'word' || (token.text !== 'in' && token.text !== 'as')) return node
  reader.next()
  const unit = reader.unit()
  if (!unit)
    throw new ReadError(
      `A unit must follow "${token.text}".`,
      `Write for example ${token.text} kg.`,
      reader.peek().offset,
    )
  return withUnit({ kind: token.text, inner: node, unit, offset: node.offset, end: unit.end }, reader)
}

function parseArguments(reader: TokenReader, depth: number): { readonly args: readonly Node[]; readonly end: number } {
  reader.expect('(', 'Put the values in brackets.')
  const args: Node[] = []
  if (!(reader.peek().kind === 'symbol' && reader.peek().text === ')')) {
    do {
      args.push(parseExpression(reader, 0, depth + 1))
    } while (reader.takes(','))
  }
  const close = reader.expect(')', 'Put a comma between values and close the bracket.')
  return { args, end: close.end }
}
