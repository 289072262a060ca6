import { ReadError } from './read-error.ts'
import type { Name } from './syntax.ts'
import type { Argument, GoalTerm, StatementPart } from './statement.ts'
import { said, type TokenReader } from './token-reader.ts'

type Arguments = {
  readonly relation: Name
  readonly terms: readonly GoalTerm[]
  readonly offsets: Map<StatementPart, number>
}

const VALUES = 'A value is a name, a number with its unit (58 kg), a day (2026-06-01) or a range (35..40 %).'

/** The relation and its values, of a fact or a goal: `weight(patient, 58 kg)`. */
export function readArguments(reader: TokenReader): Arguments {
  const first = reader.next()
  if (first.kind !== 'word')
    throw new ReadError(
      `Expected a relation here, not ${said(first)}.`,
      'Write for example has(patient, diabetes).',
      first.offset,
    )
  const relation = { text: first.text, offset: first.offset, end: first.end }
  const offsets = new Map<StatementPart, number>([['relation', first.offset]])
  const terms: GoalTerm[] = []
  reader.expect('(', 'Put the values in brackets: has(patient, diabetes).')
  if (!reader.takes(')')) {
    do {
      offsets.set(terms.length, reader.peek().offset)
      terms.push(readTerm(reader))
    } while (reader.takes(','))
    reader.expect(')', 'Put a comma between values and close the bracket. A decimal point is written ".".')
  }
  return { relation, terms, offsets }
}

export function readTerm(reader: TokenReader): GoalTerm {
  const token = reader.peek()
  switch (token.kind) {
    case 'word':
    case 'quoted':
      return { kind: 'name', name: reader.next().text }
    case 'variable':
      return { kind: 'variable', name: reader.next().text }
    case 'anything':
      reader.next()
      return { kind: 'anything' }
    default:
      return readRange(reader)
  }
}

type End = { readonly kind: 'number' | 'date'; readonly text: string }

function readRange(reader: TokenReader): Argument {
  const { offset } = reader.peek()
  const low = readEnd(reader)
  const high = reader.takes('..') ? readEnd(reader) : low
  const kind = kindOf(low, high, offset)
  if (!kind) throw new ReadError(`Expected a value here, not ${said(reader.peek())}.`, VALUES, reader.peek().offset)
  const range = { low: low?.text ?? null, high: high?.text ?? null }
  return kind === 'date' ? { kind, ...range } : { kind, ...range, unit: reader.unit()?.text ?? null }
}

function kindOf(low: End | null, high: End | null, offset: number): End['kind'] | null {
  if (low && high && low.kind !== high.kind) throw new ReadError('A range from a day to a number.', VALUES, offset)
  return (low ?? high)?.kind ?? null
}

function readEnd(reader: TokenReader): End | null {
  const { kind, text } = reader.peek()
  // `35.. 10^9/L`: the 10 belongs to the unit.
  if (reader.peek(1).text === '^') return null
  if (kind === 'date' || kind === 'number') return { kind, text: reader.next().text }
  if (kind !== 'symbol' || text !== '-' || reader.peek(1).kind !== 'number') return null
  reader.next()
  return { kind: 'number', text: `-${reader.next().text}` }
}
