import { message } from '../../wording/message.ts'
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
      message('gate.syntax.tooDeep', { most: DEEPEST }),
      message('gate.syntax.part', { code: '?part := …' }),
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
    const close = reader.expect(')', message('gate.syntax.closeBracket'))
    return { ...inner, offset, end: close.end }
  }
  if (text === '-') {
    if (depth > DEEPEST) throw new ReadError(message('gate.syntax.signs'), message('gate.syntax.oneSign'), offset)
    const next = reader.peek()
    if (next.kind === 'number') {
      reader.next()
      return numberNode(`-${next.text}`, { offset, end: next.end }, reader)
    }
    const inner = withUnit(parsePrimary(reader, depth + 1), reader)
    return { kind: 'call', called: { text: 'neg', offset, end }, args: [inner], offset, end: inner.end }
  }
  throw new ReadError(
    message('gate.syntax.expectedValue', { found: said(token) }),
    message('gate.syntax.values'),
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
      message('gate.syntax.unitMustFollow', { word: token.text }),
      message('gate.syntax.forExample', { code: `${token.text} kg` }),
      reader.peek().offset,
    )
  return withUnit({ kind: token.text, inner: node, unit, offset: node.offset, end: unit.end }, reader)
}

function parseArguments(reader: TokenReader, depth: number): { readonly args: readonly Node[]; readonly end: number } {
  reader.expect('(', message('gate.syntax.brackets'))
  const args: Node[] = []
  if (!(reader.peek().kind === 'symbol' && reader.peek().text === ')')) {
    do {
      args.push(parseExpression(reader, 0, depth + 1))
    } while (reader.takes(','))
  }
  const close = reader.expect(')', message('gate.syntax.commas'))
  return { args, end: close.end }
}
